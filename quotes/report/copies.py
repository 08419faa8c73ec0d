"""Wire copies: what several articles have from one place counts once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from quotes.categories import CATEGORIES, Category
from quotes.report.stories import Appearance, Story, iter_appearances, to_story
from quotes.store import ArticleHead, QuotationRecord

COPY_WORDS = 5  # shorter quotations agree by chance
COPY_QUOTATIONS = 3  # so many quotations, and no others, make two articles copies of one

COPIES = (
    f"Wire copies count once: a quotation of {COPY_WORDS} words or more that reads the same in several articles, but "
    "for case, accents and punctuation, is one with many appearances if it has the same named source in all, or an "
    f"unnamed one. Articles with the same text, or with the same quotations, at least {COPY_QUOTATIONS}, are one "
    "article."
)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation as it counts: once, however many articles have it."""

    appearances: tuple[Appearance, ...]  # by date (undated last) and article

    @property
    def first(self) -> Appearance:
        """The earliest appearance of the category that the quotation counts as."""
        return next(one for one in self.appearances if one.category == self.category)

    @property
    def category(self) -> Category:
        found = {one.category for one in self.appearances}
        return next(category for category in CATEGORIES if category in found)

    @property
    def words(self) -> int:
        return self.first.words


@dataclass(frozen=True, slots=True)
class Counted:
    """Everything that is counted. Articles and speakers map to what they count as, copies to the same."""

    stories: tuple[Story, ...]
    quotations: tuple[Quoted, ...]
    articles: Mapping[str, str] = field(repr=False)  # article id → that of the first copy
    sources: Mapping[tuple[str, str], tuple[str, str]] = field(repr=False)  # (article id, speaker id) → likewise


def count(heads: Iterable[ArticleHead], records: Iterable[QuotationRecord]) -> Counted:
    """Bring together what belongs together. Both must come as the store hands them over: by date and article."""
    stories = tuple(to_story(head) for head in heads)
    together: dict[tuple[str, ...], list[Appearance]] = {}
    for appearance in iter_appearances(stories, records):
        together.setdefault(_identity(appearance), []).append(appearance)
    quotations = tuple(Quoted(tuple(appearances)) for appearances in together.values())
    return Counted(stories, quotations, _merge_articles(stories, quotations), _merge_sources(quotations))


def _identity(appearance: Appearance) -> tuple[str, ...]:
    """What two appearances of one quotation have in common. A named source keeps its words apart from others'."""
    if appearance.words < COPY_WORDS or not appearance.fingerprint:
        return (appearance.story.id, appearance.id)
    if appearance.category == "named":
        return ("copy", "named", appearance.speaker or "", appearance.fingerprint)
    unnamed = appearance.category in ("anonymous", "spokesperson", "unnamed")
    return ("copy", "unnamed" if unnamed else appearance.category, appearance.fingerprint)


def _merge_articles(stories: Sequence[Story], quotations: Sequence[Quoted]) -> dict[str, str]:
    within: dict[str, set[int]] = {story.id: set() for story in stories}
    for place, quoted in enumerate(quotations):
        for appearance in quoted.appearances:
            within[appearance.story.id].add(place)
    by_text: dict[str, str] = {}
    by_quotations: dict[frozenset[int], str] = {}
    merged: dict[str, str] = {}
    for story in stories:
        first = by_text.setdefault(story.text_hash, story.id)
        places = frozenset(within[story.id])
        if len(places) >= COPY_QUOTATIONS:
            first = by_quotations.setdefault(places, first)
        merged[story.id] = merged.get(first, first)
    return merged


def _merge_sources(quotations: Sequence[Quoted]) -> dict[tuple[str, str], tuple[str, str]]:
    """Speakers that say one quotation are one source, and so are all that such speakers are in turn one with."""
    parents: dict[tuple[str, str], tuple[str, str]] = {}

    def root(source: tuple[str, str]) -> tuple[str, str]:
        while parents.setdefault(source, source) != source:
            parents[source] = parents[parents[source]]
            source = parents[source]
        return source

    for quoted in quotations:
        speakers = [(one.story.id, one.speaker) for one in quoted.appearances if one.speaker is not None]
        for speaker in speakers:
            first, other = root(speakers[0]), root(speaker)
            parents[other] = first
    return {source: root(source) for source in parents}
