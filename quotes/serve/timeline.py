"""How much there is month by month, as bars that select; of many months, year by year."""

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from quotes.store.questions.facets import Counted

_MOST = 60  # months
HEIGHT = 40  # of the drawing, in its own units; a bar is one wide


@dataclass(frozen=True, slots=True)
class Bar:
    name: str  # "2020-05" or "2020"
    hits: int
    height: float  # up to HEIGHT
    query: str  # of the address that selects it


@dataclass(frozen=True, slots=True)
class Bars:
    """From the first to the last month or year, those without anything too."""

    step: str  # "month" or "year"
    bars: tuple[Bar, ...]

    @property
    def shown(self) -> tuple[Bar, ...]:
        """Those that have anything, for the table."""
        return tuple(bar for bar in self.bars if bar.hits)


def to_bars(months: Sequence[Counted], query: Callable[[date, date], str]) -> Bars:
    """`query` makes an address of the first and last day of a bar."""
    counts = {one.value: one.hits for one in months}
    if not counts:
        return Bars("month", ())
    names = _names(min(counts), max(counts))
    step = "month"
    if len(names) > _MOST:
        step, by_year = "year", dict.fromkeys((name[:4] for name in names), 0)
        for name, hits in counts.items():
            by_year[name[:4]] += hits
        counts, names = by_year, list(by_year)
    most = max(counts.values())
    return Bars(
        step,
        tuple(
            Bar(name, hits := counts.get(name, 0), round(HEIGHT * hits / most, 2), query(*_days(name)))
            for name in names
        ),
    )


def _names(first: str, last: str) -> list[str]:
    """
    >>> _names("2019-12", "2020-01")
    ['2019-12', '2020-01']
    """
    begin, end = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (first, last))
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(begin, end + 1)]


def _days(name: str) -> tuple[date, date]:
    year, first, last = int(name[:4]), int(name[5:] or 1), int(name[5:] or 12)
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
