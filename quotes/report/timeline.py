"""The share over time: month by month, or year by year where months would be too many."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from quotes.report.categories import COUNTING_RULES
from quotes.report.counted import Counted
from quotes.report.figures import Group, measure_groups
from quotes.report.grouping import DIMENSIONS, Dimension
from quotes.report.interval import Share
from quotes.report.series import Point
from quotes.store.counting.tallies import Measure

Step = Literal["month", "year"]
_MOST_MONTHS = 120
_MOST_YEARS = 60  # an article dated 0001-01-01 is a slip, and must not stretch the axis to two thousand years
_YEAR = Dimension("year", "Year", "(undated)")


@dataclass(frozen=True, slots=True)
class Timeline:
    """`points` without a gap, those without an article too; `left_out` is how much lies too far off to be shown."""

    step: Step
    points: tuple[Point, ...]
    left_out: int = 0


def share_over_time(counted: Counted, measure: Measure) -> Timeline:
    """From the first to the last, within the sixty years that have the most; undated articles are left out."""
    years = _told(counted, _YEAR, measure)
    if not years:
        return Timeline("month", ())
    first, last = _densest({int(year): group.measures[measure].told for year, group in years.items()})
    left_out = sum(g.measures[measure].total for year, g in years.items() if not first <= int(year) <= last)
    months = _told(counted, DIMENSIONS["month"], measure)
    inside = sorted(month for month in months if first <= int(month[:4]) <= last)
    labels = list(_months_between(inside[0], inside[-1]))
    if len(labels) <= _MOST_MONTHS:
        return Timeline("month", _points(labels, months, measure), left_out)
    labels = [f"{year:04}" for year in range(int(inside[0][:4]), int(inside[-1][:4]) + 1)]
    return Timeline("year", _points(labels, years, measure), left_out)


def _told(counted: Counted, dimension: Dimension, measure: Measure) -> dict[str, Group]:
    """The groups by their label, without that of the undated."""
    return {group.key[0]: group for group in measure_groups(counted, (dimension,)) if group.key[0] is not None}


def _densest(told: Mapping[int, int]) -> tuple[int, int]:
    """The first and last of so many years as are shown that have the most told, then of the latest such."""

    def weight(start: int) -> tuple[int, int]:
        return sum(n for year, n in told.items() if start <= year < start + _MOST_YEARS), start

    first = max(told, key=weight)
    return first, first + _MOST_YEARS - 1


def _points(labels: list[str], groups: Mapping[str, Group], measure: Measure) -> tuple[Point, ...]:
    nothing = dict.fromkeys(COUNTING_RULES, Share(0, 0))
    return tuple(
        Point(label, dict(groups[label].measures[measure].shares) if label in groups else nothing) for label in labels
    )


def _months_between(first: str, last: str) -> Iterator[str]:
    year, month = (int(part) for part in first.split("-"))
    while (label := f"{year:04}-{month:02}") <= last:
        yield label
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
