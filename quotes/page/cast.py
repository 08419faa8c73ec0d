"""Who speaks in an article: its speakers in order of appearance, each with the quotations that are theirs."""

from dataclasses import dataclass, replace

from quotes.definitions import source_type_label
from quotes.domain import AttributedQuotation, ParsedArticle, Source, speaker_id

UNKNOWN = "unknown"
NOBODY = "speaker not told"


@dataclass(frozen=True, slots=True)
class Speaker:
    """One speaker of one article; `quotations` are positions in `ParsedArticle.quotations`."""

    key: str  # speaker_id, or "unknown"
    label: str  # name, else descriptor
    source: Source | None  # as at the first quotation that gives it a role, else at the first
    quotations: tuple[int, ...]

    @property
    def is_anonymous(self) -> bool:
        return self.source is not None and self.source.anonymous


def cast_of(parsed: ParsedArticle) -> tuple[Speaker, ...]:
    """The speakers in order of their first quotation; quotations without a speaker come last, as one."""
    speakers: dict[str, Speaker] = {}
    for position, quote in enumerate(parsed.quotations):
        key = speaker_key(quote, parsed.article.id)
        before = speakers.get(key)
        if before is None:
            speakers[key] = Speaker(key, label_of(quote.source), quote.source, (position,))
        else:
            source = before.source if before.source is None or before.source.role else quote.source
            speakers[key] = replace(before, source=source, quotations=(*before.quotations, position))
    return tuple(sorted(speakers.values(), key=lambda speaker: speaker.key == UNKNOWN))


def speaker_key(quote: AttributedQuotation, article_id: str) -> str:
    return UNKNOWN if quote.source is None else speaker_id(quote.source, article_id)


def label_of(source: Source | None) -> str:
    if source is None:
        return NOBODY
    return source.name or source.descriptor or source_type_label(source.type)
