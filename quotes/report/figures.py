"""Counts and shares: of quotations, of quoted words, of sources and of articles, each by both counting rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from quotes.categories import Category
from quotes.definitions import SHARE
from quotes.report.categories import COUNTING_RULES, NO_SOURCE
from quotes.report.copies import Counted, Quoted
from quotes.report.grouping import Dimension, Key, key_of, order
from quotes.report.interval import Share
from quotes.report.stories import Story

Measure = Literal["quotations", "words", "sources", "articles"]
Item = tuple[frozenset[Category], int]  # the categories that something has, and how much it weighs

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
    return _measure((), counted, counted.stories, counted.quotations)


def measure_groups(counted: Counted, dimensions: tuple[Dimension, ...]) -> list[Group]:
    """The groups in alphabetical order, absent values last.

    A quotation with appearances in several groups counts once in each, so groups may add up to more than the whole.
    """
    stories: dict[Key, list[Story]] = {}
    for story in counted.stories:
        stories.setdefault(key_of(story, dimensions), []).append(story)
    quotations: dict[Key, list[Quoted]] = {key: [] for key in stories}
    for quoted in counted.quotations:
        apart: dict[Key, list[int]] = {}
        for place, appearance in enumerate(quoted.appearances):
            apart.setdefault(key_of(appearance.story, dimensions), []).append(place)
        for key, places in apart.items():
            quotations[key].append(Quoted(tuple(quoted.appearances[place] for place in places)))
    return [_measure(key, counted, stories[key], quotations[key]) for key in sorted(stories, key=order)]


def _measure(key: Key, counted: Counted, stories: Iterable[Story], quotations: Iterable[Quoted]) -> Group:
    sources: dict[tuple[str, str], set[Category]] = {}
    articles: dict[str, set[Category]] = {counted.articles[story.id]: set() for story in stories}
    once, words = [], []
    for quoted in quotations:
        once.append((frozenset((quoted.category,)), 1))
        words.append((frozenset((quoted.category,)), quoted.words))
        for one in quoted.appearances:
            articles[counted.articles[one.story.id]].add(one.category)
            if one.speaker is not None and one.category not in ("narrator", "declined"):
                sources.setdefault(counted.sources[one.story.id, one.speaker], set()).add(one.category)
    return Group(
        key,
        {
            "quotations": _figures(once),
            "words": _figures(words, together=True),
            "sources": _figures((frozenset(found), 1) for found in sources.values()),
            "articles": _figures((frozenset(found), 1) for found in articles.values()),
        },
    )


def _figures(items: Iterable[Item], *, together: bool = False) -> Figures:
    """`together`: a weight is of cases that come together, so that Kish's effective number tells how many they are."""
    listed = list(items)
    told = [(categories, weight) for categories, weight in listed if categories - NO_SOURCE]
    base = sum(weight for _, weight in told)
    squares = sum(weight * weight for _, weight in told)
    effective = base * base / squares if together and squares else None
    shares = {
        name: Share(sum(weight for categories, weight in told if rule.counts(categories)), base, effective)
        for name, rule in COUNTING_RULES.items()
    }
    return Figures(
        sum(weight for _, weight in listed),
        base,
        shares,
        sum(weight for categories, weight in told if "spokesperson" in categories),
        sum(weight for categories, weight in told if "document" in categories),
    )
