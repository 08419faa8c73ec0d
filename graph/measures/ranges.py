"""Periods as people write them: 2020-01..2020-06, 2020-Q1..2020-Q2, 2020."""

import re
from calendar import monthrange
from datetime import date

from graph.periods import Period
from quotes.errors import UsageError

_POINT = re.compile(r"(\d{4})(?:-(?:Q([1-4])|(\d{2})(?:-(\d{2}))?))?", re.IGNORECASE)
_HOW = "write 2020-01..2020-06; days as in 2020-01-15, quarters as in 2020-Q1 and years will do, too"


def parse_period(text: str) -> Period:
    """From the first day of what stands before the dots to the last of what stands behind them, or of the one thing.

    Raises UsageError for what is no period, and for one that ends before it begins.

    >>> parse_period("2020-Q1..2020-04").last, parse_period("2024-02").last
    (datetime.date(2020, 4, 30), datetime.date(2024, 2, 29))
    """
    name = text.strip()
    begin, dots, end = name.partition("..")
    if dots and not (begin and end):
        raise UsageError(f"the period {text!r} lacks its {'end' if begin else 'beginning'}; {_HOW}")
    first, last = _days(begin, text)[0], _days(end or begin, text)[1]
    if first > last:
        raise UsageError(f"the period {text!r} ends before it begins; write {end}..{begin}")
    return Period(name, first, last)


def check_apart(one: Period, other: Period) -> None:
    """Raises UsageError for periods that have a day in common, as their articles would be compared with themselves."""
    if one.first <= other.last and other.first <= one.last:
        day = max(one.first, other.first)
        raise UsageError(
            f"the periods {one.name} and {other.name} both have {day}; let one begin when the other is over"
        )


def _days(point: str, text: str) -> tuple[date, date]:
    """The first and the last day."""
    found = _POINT.fullmatch(point.strip())
    if found is None:
        raise UsageError(f"{point!r} in the period {text!r} is no date; {_HOW}")
    year, quarter, month, day = (int(part) if part else None for part in found.groups())
    months = (3 * quarter - 2, 3 * quarter) if quarter else (month, month) if month is not None else (1, 12)
    try:
        first = date(year or 0, months[0], 1 if day is None else day)
        return first, first if day is not None else date(first.year, months[1], monthrange(first.year, months[1])[1])
    except ValueError as error:
        raise UsageError(f"{point!r} in the period {text!r} is no date ({error}); {_HOW}") from None
