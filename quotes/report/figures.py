"""Counts and shares: of quotations, of quoted words, of sources and of articles, each by both counting rules."""

from collections.abc import Mapping
from dataclasses import dataclass

from quotes.definitions import SHARE
from quotes.report.counted import Counted
from quotes.report.grouping import Dimension, order
from quotes.report.interval import Share
from quotes.store.counting import Counts, Key, Tally
from quotes.store.tallies import Measure

MEASURES: dict[Measure, tuple[str, str]] = {
    "quotations": ("quotations", SHARE),
    "words": (
        "quoted words",
        "The words of those quotations; words of a quotation inside another count for the inner one alone, if its "
        "speaker is told.",
    ),
    "sources": (
        "sources",
        "Those who speak, article by article; a group is one source, and the article's own voice is none.",
    ),
    "articles": (
        "articles",
        "Articles that tell the speaker of a quotation or more; one such source is enough to count.",
    ),
}
INTERVAL = (
    "Intervals are Wilson's, 95%. Words of one quotation come together, so theirs is as wide as that of so many "
    "quotations of equal length (Kish's effective number) would be."
)


@dataclass(frozen=True, slots=True)
class Figures:
    """One measure of one group. `shares` are of `told`, by the name of the counting rule."""

    total: int  # also what has no told speaker
    told: int
    shares: Mapping[str, Share]
    spokespersons: int
    documents: int


@dataclass(frozen=True, slots=True)
class Group:
    key: Key  # one value a dimension; empty for everything
    measures: Mapping[Measure, Figures]


def measure_whole(counted: Counted) -> Group:
    return to_group((), counted.tallies()[()])


def measure_groups(counted: Counted, dimensions: tuple[Dimension, ...]) -> list[Group]:
    """The groups in alphabetical order, absent values last.

    A quotation with appearances in several groups counts once in each, so groups may add up to more than the whole.
    """
    tallies = counted.tallies(tuple(dimension.name for dimension in dimensions))
    return [to_group(key, tallies[key]) for key in sorted(tallies, key=order)]


def to_group(key: Key, tally: Tally) -> Group:
    return Group(key, {measure: _figures(tally.get(measure, Counts())) for measure in MEASURES})


def _figures(counts: Counts) -> Figures:
    """Weights of cases that come together have squares: Kish's effective number tells how many they are."""
    effective = counts.told * counts.told / counts.squares if counts.squares else None
    shares = {
        "strict": Share(counts.strict, counts.told, effective),
        "broad": Share(counts.broad, counts.told, effective),
    }
    return Figures(counts.total, counts.told, shares, counts.spokespersons, counts.documents)
