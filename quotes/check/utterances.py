"""What somebody said without a break: stretches of one text that an attribution or a new paragraph parts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from quotes.check.speakers import Speaker
from quotes.check.words import Word, keys_of, split_words
from quotes.domain import AttributedQuotation, ParsedArticle, Span
from quotes.store.alike.sources import StoredSource
from quotes.store.records import QuotationRecord

_APART = 160  # code points: what may stand between two stretches of one utterance, as “…,” he told the inquest. “…”
_PARAGRAPH = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A quotation of a source; or, of a given text without quotations, all of it."""

    id: str | None
    spans: tuple[Span, ...]  # the words, without marks and without an attribution that interrupts them
    speaker: Speaker
    group: int | None = None
    is_quoted: bool = True

    @property
    def start(self) -> int:
        return self.spans[0].start

    @property
    def end(self) -> int:
        return self.spans[-1].end


@dataclass(frozen=True)
class Utterance:
    """Stretches of one text that one speaker said one after the other, and their words."""

    text: str
    source: str  # what the text is called: an article's id, a file's name
    stretches: tuple[Stretch, ...]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return split_words(self.text, (span for stretch in self.stretches for span in stretch.spans))

    @cached_property
    def keys(self) -> list[str]:
        return keys_of(self.words)

    @property
    def speaker(self) -> Speaker:
        return self.stretches[0].speaker

    @property
    def is_quoted(self) -> bool:
        return self.stretches[0].is_quoted

    @property
    def is_stored(self) -> bool:
        return self.stretches[0].id is not None

    def stretch_of(self, word: Word) -> Stretch:
        return next(one for one in self.stretches if one.start <= word.start < one.end)


def of_store(source: StoredSource) -> Iterator[Utterance]:
    """The utterances of a stored article; what is quoted inside a quotation is one of its own, too."""
    article = source.quotations[0].article_id
    yield from join_stretches(source.text, article, (_of_record(q) for q in source.quotations if q.parent is None))
    for nested in source.quotations:
        if nested.parent is not None:
            yield Utterance(source.text, article, (_of_record(nested),))


def of_parsed(parsed: ParsedArticle) -> Iterator[Utterance]:
    """The utterances of a text that was given."""
    text, name = parsed.article.text, parsed.article.id
    found = [one for one in parsed.quotations if one.quotation.kind != "indirect"]
    yield from join_stretches(text, name, (_of_quotation(one) for one in found if one.quotation.parent is None))
    for nested in found:
        if nested.quotation.parent is not None:
            yield Utterance(text, name, (_of_quotation(nested),))


def join_stretches(text: str, source: str, stretches: Iterable[Stretch]) -> Iterator[Utterance]:
    """Stretches in order of the text as utterances."""
    run: list[Stretch] = []
    for stretch in stretches:
        if run and not _goes_on(text, run[-1], stretch):
            yield Utterance(text, source, tuple(run))
            run = []
        run.append(stretch)
    if run:
        yield Utterance(text, source, tuple(run))


def _goes_on(text: str, one: Stretch, other: Stretch) -> bool:
    if one.group is not None and one.group == other.group:
        return True
    between = text[one.end : other.start]
    near = 0 <= other.start - one.end <= _APART and not _PARAGRAPH.search(between)
    return near and one.speaker.is_known and one.speaker.same_as(other.speaker)


def _of_record(record: QuotationRecord) -> Stretch:
    speaker = Speaker(
        record.speaker,
        record.descriptor,
        record.source_type,
        record.person_id,
        record.person,
        record.confidence,
        record.anonymous,
    )
    return Stretch(record.id, record.parts or (record.content,), speaker, record.group)


def _of_quotation(found: AttributedQuotation) -> Stretch:
    quotation = found.quotation
    return Stretch(None, quotation.parts or (quotation.content,), speaker_of(found), quotation.group)


def speaker_of(found: AttributedQuotation) -> Speaker:
    source = found.source
    if source is None:
        return Speaker()
    return Speaker(
        source.name, source.descriptor, source.type, confidence=found.confidence.product, anonymous=source.anonymous
    )
