"""Articles and quotations as the report sees them: slim enough for a whole archive."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from quotes.categories import Category
from quotes.domain import Span, identify
from quotes.store import ArticleHead, QuotationRecord
from quotes.store.folding import fold_words
from quotes.text.paragraphs import find_paragraphs

_WORD = re.compile(r"\w+(?:[’'‑-]\w+)*")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")
_LEDE_WORDS = 8  # fewer are a headline, a byline or a dateline
_LEDE_LIMIT = 600  # code points; a text without paragraphs has no longer lede


@dataclass(frozen=True, slots=True)
class Story:
    """An article without its text."""

    id: str
    title: str | None
    url: str | None
    outlet: str | None
    published: date | None
    byline: str | None
    section: str | None
    text_hash: str
    lede_end: int  # headline and first paragraph end here, in code points of the text


@dataclass(frozen=True, slots=True)
class Appearance:
    """A quotation where one article has it, all its stretches together."""

    story: Story
    id: str  # that of its first stretch
    start: int
    end: int
    category: Category
    speaker: str | None  # speaker id
    words: int
    fingerprint: str  # the same for the same words
    records: tuple[QuotationRecord, ...] = ()  # kept for those without a name and for documents only

    @property
    def text(self) -> str:
        return "\n".join(record.text for record in self.records)

    @property
    def told(self) -> QuotationRecord:
        """The record that tells the source, of those that are kept."""
        return next(record for record in self.records if record.source_type is not None)

    @property
    def descriptor(self) -> str:
        """How the article words the source; "" where it does not."""
        record = self.told
        return record.descriptor or record.speaker or (record.mention.text if record.mention else "")

    @property
    def reason(self) -> str | None:
        return next((record.reason.text for record in self.records if record.reason), None)


def to_story(head: ArticleHead) -> Story:
    return Story(
        head.id, head.title, head.url, head.outlet, head.published, head.byline, head.section, head.text_hash,
        _lede_end(head.opening),
    )  # fmt: skip


def _lede_end(opening: str) -> int:
    """Where the first paragraph of running text ends: eight words or more that end as a sentence does."""
    for start, end in find_paragraphs(opening):
        paragraph = opening[start:end]
        if len(_WORD.findall(paragraph)) >= _LEDE_WORDS and (
            _SENTENCE_END.search(paragraph) or len(paragraph) > _LEDE_LIMIT
        ):
            return min(end, start + _LEDE_LIMIT)
    return 0


def iter_appearances(stories: Iterable[Story], records: Iterable[QuotationRecord]) -> Iterator[Appearance]:
    """The quotations of the stories, in order of the records, which must come article by article."""
    known = {story.id: story for story in stories}
    for article_id, of_article in groupby(records, key=lambda record: record.article_id):
        if article_id in known:  # else it was added since the articles were listed
            yield from _of_story(known[article_id], list(of_article))


def _of_story(story: Story, records: list[QuotationRecord]) -> Iterator[Appearance]:
    inner: dict[str, list[Span]] = {}
    for record in records:
        if record.parent is not None and record.source_type is not None:
            inner.setdefault(record.parent, []).append(record.span)
    wholes: dict[str, list[QuotationRecord]] = {}
    for record in records:
        whole = record.id if record.group is None else f"group {record.group}"
        wholes.setdefault(whole, []).append(record)
    for stretches in wholes.values():
        yield _to_appearance(story, stretches, inner)


def _to_appearance(story: Story, stretches: list[QuotationRecord], inner: dict[str, list[Span]]) -> Appearance:
    told = next((record for record in stretches if record.source_type is not None), stretches[0])
    category = told.category
    folded = " ".join(word for record in stretches for word in fold_words(record.text))
    shown = category in ("anonymous", "spokesperson", "unnamed", "document")
    return Appearance(
        story,
        stretches[0].id,
        stretches[0].start,
        stretches[-1].end,
        category,
        told.speaker_id,
        sum(_count_words(record, inner.get(record.id, [])) for record in stretches),
        identify(folded) if folded else "",
        tuple(stretches) if shown else (),
    )


def _count_words(record: QuotationRecord, inside: list[Span]) -> int:
    """The words of a quotation but for those that a quotation inside it claims for another speaker."""
    claimed = sum(
        len(_WORD.findall(record.text[span.start - record.start : span.end - record.start])) for span in inside
    )
    return max(0, len(_WORD.findall(record.text)) - claimed)
