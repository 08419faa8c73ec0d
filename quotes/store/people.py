"""People in the record: the presences of an article, and whom they belong to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, text

from quotes.domain import identify
from quotes.identity.collect import places_of
from quotes.store.folding import fold_words
from quotes.store.rows import insert_one, insert_rows

_KINDS = {"named_person": "person", "named_organization": "organization"}
Key = tuple[str, str]  # "person" or "organization" and the name without case; else the source type and the speaker's id
Placed = tuple[int | None, int]  # the presence, for those with a name, and the person


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose words one quotation is, as the record has it."""

    source_type: str
    name: str | None
    role: str | None
    affiliation: str | None
    descriptor: str | None
    kind: str  # of the quotation


def keys_of(speaker: Speaker, article_id: str) -> list[Key]:
    """Under which keys `place` returns whom a speaker is: several for those who spoke as one."""
    if speaker.name is not None and (places := places_of(article_id, speaker.source_type, speaker.name)):
        return [(kind, name) for (_, kind, name), _ in places]
    return [(speaker.source_type, unnamed_id(speaker, article_id))]


def unnamed_id(speaker: Speaker, article_id: str) -> str:
    """As `quotes.domain.speaker_id` has it."""
    if speaker.name is not None:
        return identify("speaker", speaker.source_type, " ".join(speaker.name.casefold().split()))
    return identify("speaker", speaker.source_type, (speaker.descriptor or "").casefold(), article_id)


def place(
    connection: Connection, article: int, article_id: str, published: date | None, speakers: Sequence[Speaker]
) -> Mapping[Key, Placed]:
    """Stub until matching comes: each name is one person."""
    found: dict[Key, Placed] = {}
    connection.execute(text("DELETE FROM presences WHERE article = :a"), {"a": article})
    for speaker in speakers:
        for key in keys_of(speaker, article_id):
            if key in found:
                continue
            named = key[0] in ("person", "organization")
            identity = identify("appearance", "", *key) if named else key[1]
            number = connection.execute(text("SELECT number FROM people WHERE id = :id"), {"id": identity}).scalar()
            if number is None:
                number = insert_one(
                    connection, "people", id=identity, kind=_KINDS.get(key[0], key[0]), name=speaker.name if named else None,
                    descriptor=speaker.descriptor, article=None if named else article,
                )  # fmt: skip
                if named:
                    words = dict.fromkeys(fold_words(speaker.name or ""))
                    insert_rows(connection, "name_words", ({"word": word, "person": number} for word in words))
            presence = None
            if named:
                presence = insert_one(
                    connection, "presences", id=identify("appearance", article_id, *key), article=article,
                    person=number, kind=key[0], names=[speaker.name], roles=[speaker.role] if speaker.role else [],
                    affiliations=[], published=published,
                )  # fmt: skip
            found[key] = (presence, number)
    return found
