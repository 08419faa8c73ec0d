"""The day on which something was published, out of the ways in which data sets write it."""

import re
from datetime import UTC, date, datetime

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"), start=1)
    for name in names.split()
}  # fmt: skip
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{4}(?:\d\d)?Z?)?$")
_DAY_MONTH = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]+)\.?,?[ -](\d{4})\b")
_MONTH_DAY = re.compile(r"\b([A-Za-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b")
_NUMBERS = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4})(?!\d)")
_SECONDS = range(10**8, 10**10)  # 1973 to 2286; a thousand times more are milliseconds


def parse_date(value: object) -> date | None:
    """The date that a value states, as written (no change of time zone), or None where it states none for certain.

    Read are ISO 8601 dates and datetimes, `20110401`, `2011/04/01`, `1 April 2011`, `April 1, 2011`, `Fri, 01 Apr 2011
    09:30:00 GMT`, `01.04.2011` (day first) and Unix times (UTC). `04/13/2011` and `13/04/2011` have one reading;
    `04/01/2011` has two, and is None.

    >>> parse_date("Fri, 01 Apr 2011 09:30:00 GMT")
    datetime.date(2011, 4, 1)
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_unix_time(value)
    if not isinstance(value, str):
        return None
    text = value.strip()
    if match := _YEAR_FIRST.match(text):
        return _day(match[1], match[3], match[4])
    if match := _COMPACT.match(text):
        return _day(*match.groups())
    if match := _DAY_MONTH.search(text):
        return _day(match[3], _MONTHS.get(match[2].lower()), match[1])
    if match := _MONTH_DAY.search(text):
        return _day(match[3], _MONTHS.get(match[1].lower()), match[2])
    if match := _NUMBERS.match(text):
        return _from_numbers(int(match[1]), match[2], int(match[3]), int(match[4]))
    return _from_unix_time(int(text)) if text.isascii() and text.isdigit() and len(text) < 15 else None


def _day(year: str | int, month: str | int | None, day: str | int) -> date | None:
    try:
        return None if month is None else date(int(year), int(month), int(day))
    except ValueError:
        return None


def _from_numbers(first: int, separator: str, second: int, year: int) -> date | None:
    readings = {_day(year, second, first)}
    if separator == "/":
        readings.add(_day(year, first, second))
    possible = readings - {None}
    return possible.pop() if len(possible) == 1 else None


def _from_unix_time(value: float) -> date | None:
    for seconds in (value, value / 1000):
        if _SECONDS.start <= seconds < _SECONDS.stop:
            return datetime.fromtimestamp(seconds, UTC).date()
    return None
