"""Counts and shares: of quotations, of quoted words, of sources and of articles, each by both counting rules."""

from collections.abc import Mapping
from dataclasses import dataclass

from quotes.definitions import SHARE
from quotes.report.counted import Counted
from quotes.report.grouping import Dimension, order
from quotes.report.interval import Share
from quotes.store.counting.counts import Counts, Key, Tally
from quotes.store.counting.tallies import Measure

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
    """One measure of one group."""

    counts: Counts

    @property
    def total(self) -> int:
        """Also where the article does not tell who speaks."""
        return self.counts.total

    @property
    def told(self) -> int:
        return self.counts.told

    @property
    def shares(self) -> Mapping[str, Share]:
        """Of those whose speaker the article tells, by the name of the counting rule."""
        counts, effective = self.counts, effective_number(self.counts.told, self.counts.squares)
        return {
            rule: Share(part, counts.told, effective)
            for rule, part in (("strict", counts.strict), ("broad", counts.broad))
        }

    @property
    def spokespersons(self) -> int:
        return self.counts.spokespersons

    @property
    def documents(self) -> int:
        return self.counts.documents


def effective_number(told: int, squares: int) -> float | None:
    """How many independent cases those are worth that come together, by Kish; None where each is one."""
    return told * told / squares if squares else None


@dataclass(frozen=True, slots=True)
class Group:
    key: Key  # one value a dimension; empty for everything
    tally: Tally

    @property
    def measures(self) -> Mapping[Measure, Figures]:
        return {measure: Figures(counts) for measure, counts in self.tally.items()}


def measure_whole(counted: Counted) -> Group:
    return Group((), counted.tallies()[()])


def measure_groups(counted: Counted, dimensions: tuple[Dimension, ...]) -> list[Group]:
    """The groups in alphabetical order, absent values last.

    A quotation with appearances in several groups counts once in each, so groups may add up to more than the whole.
    """
    tallies = counted.tallies(tuple(dimension.name for dimension in dimensions))
    return [Group(key, tallies[key]) for key in sorted(tallies, key=order)]
