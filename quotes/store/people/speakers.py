"""Who speaks in an article, as its quotations have it."""

from dataclasses import dataclass

from quotes.domain import Source, SourceType, identify, speaker_id
from quotes.identity.collect import places_of

Key = tuple[str, str]  # "person" or "organization" and the name without case; else the source type and the speaker's id
Placed = tuple[int | None, int]  # the presence, for those with a name, and the person


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose words one quotation is, as the record has it."""

    source_type: SourceType
    name: str | None
    role: str | None
    affiliation: str | None
    descriptor: str | None
    kind: str  # of the quotation


def keys_of(speaker: Speaker, article_id: str) -> list[Key]:
    """Under which keys `place` returns whom a speaker is: several for those who spoke as one."""
    if speaker.name is not None and (places := places_of(speaker.source_type, speaker.name)):
        return [place for place, _ in places]
    return [(speaker.source_type, unnamed_id(speaker, article_id))]


def unnamed_id(speaker: Speaker, article_id: str) -> str:
    """As `quotes.domain.speaker_id` has it; whoever has a name, and is neither person nor organisation, by it."""
    if speaker.name is not None:
        return identify("speaker", speaker.source_type, " ".join(speaker.name.casefold().split()), article_id)
    return speaker_id(Source(speaker.source_type, descriptor=speaker.descriptor), article_id)
