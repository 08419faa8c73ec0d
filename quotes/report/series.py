"""What the charts show, as plain numbers."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from unicodedata import category

from quotes.classify.reasons import REASON_CLASSES, classify_reason
from quotes.domain import ReasonClass
from quotes.errors import UsageError
from quotes.report.counted import Counted
from quotes.report.figures import measure_groups
from quotes.report.grouping import Dimension
from quotes.report.interval import Share
from quotes.store.counting.tallies import Measure

Panel = Literal["time", "groups", "reasons"]
PANELS: dict[Panel, str] = {
    "time": "share month by month, or year by year over more than ten years",
    "groups": "share by outlet, or by the first of --by that is no month",
    "reasons": "the reasons that articles give",
}
_MOST_GROUPS = 15
_UNSEEN = ("Cc", "Cs", "Cn")  # Unicode's control characters, surrogates and what is no character


@dataclass(frozen=True, slots=True)
class Point:
    label: str
    shares: dict[str, Share]  # by the name of the counting rule


def choose_panels(names: Sequence[str]) -> tuple[Panel, ...]:
    """The panels by name in their order, all of no name; raises UsageError for a name that is none."""
    unknown = [name for name in names if name not in PANELS]
    if unknown:
        raise UsageError(f"there is no panel {unknown[0]!r}; choose from {', '.join(PANELS)}")
    return tuple(panel for panel in PANELS if not names or panel in names)


def plain_label(label: str) -> str:
    """A label in one line, without control characters and what else XML forbids.

    >>> plain_label("The\\x0b Cape\\nCourier")
    'The Cape Courier'
    """
    return " ".join("".join(" " if category(letter) in _UNSEEN else letter for letter in label).split())


def share_by_group(counted: Counted, dimension: Dimension, measure: Measure) -> tuple[list[Point], int]:
    """The groups with the most told quotations, the most first, and how many more there are."""
    groups = measure_groups(counted, (dimension,))
    told = [group for group in groups if group.measures[measure].told]
    told.sort(key=lambda group: -group.measures[measure].told)
    points = [Point(dimension.called(group.key[0]), dict(group.measures[measure].shares)) for group in told]
    return points[:_MOST_GROUPS], max(0, len(points) - _MOST_GROUPS)


def reasons_given(counted: Counted) -> dict[ReasonClass, int]:
    """How many anonymous sources have a reason of each class, in the order of the classes."""
    counts: Counter[ReasonClass] = Counter()
    for reason, sources in counted.reasons.items():
        counts[classify_reason(reason)] += sources
    return {name: counts[name] for name in REASON_CLASSES}
