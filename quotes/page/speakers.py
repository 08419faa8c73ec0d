"""Who speaks in an article: its speakers in order of appearance, each with the quotations that are theirs; and who of
its cast does not."""

from dataclasses import dataclass, replace

from quotes.definitions import source_type_label
from quotes.domain import AttributedQuotation, Cast, ParsedArticle, Source, speaker_id

UNKNOWN = "unknown"
NOBODY = "speaker not told"


@dataclass(frozen=True, slots=True)
class Speaker:
    """One speaker of one article; `quotations` are positions in `ParsedArticle.quotations`."""

    key: str  # id of the member of the cast, else speaker_id, or "unknown"
    label: str  # name, else descriptor
    source: Source | None  # as at the first quotation that gives it a role, else at the first
    quotations: tuple[int, ...]
    member: int | None = None  # in ParsedArticle.cast

    @property
    def is_anonymous(self) -> bool:
        return self.source is not None and self.source.anonymous


def speakers_of(parsed: ParsedArticle) -> tuple[Speaker, ...]:
    """The speakers in order of their first quotation; quotations without a speaker come last, as one."""
    speakers: dict[str, Speaker] = {}
    for position, quote in enumerate(parsed.quotations):
        key = speaker_key(quote, parsed)
        member = quote.source.member if quote.source else None
        before = speakers.get(key)
        if before is None:
            speakers[key] = Speaker(key, _label(quote.source, member, parsed.cast), quote.source, (position,), member)
        else:
            source = before.source if before.source is None or before.source.role else quote.source
            speakers[key] = replace(before, source=source, quotations=(*before.quotations, position))
    return tuple(sorted(speakers.values(), key=lambda speaker: speaker.key == UNKNOWN))


def bystanders_of(parsed: ParsedArticle) -> tuple[int, ...]:
    """The members of the cast who say nothing, in order."""
    speaking = {quote.source.member for quote in parsed.quotations if quote.source}
    return tuple(place for place in range(len(parsed.cast.members)) if place not in speaking)


def speaker_key(quote: AttributedQuotation, parsed: ParsedArticle) -> str:
    if quote.source is None:
        return UNKNOWN
    if quote.source.member is not None:
        return parsed.cast.members[quote.source.member].id
    return speaker_id(quote.source, parsed.article.id)


def _label(source: Source | None, member: int | None, cast: Cast) -> str:
    """The fullest name of a member, where it has one."""
    name = None if member is None else cast.members[member].name
    return name or label_of(source)


def label_of(source: Source | None) -> str:
    if source is None:
        return NOBODY
    return source.name or source.descriptor or source_type_label(source.type)
