"""Sources without a name: people within their article."""

from collections.abc import Sequence

from sqlalchemy import Connection

from quotes.identity.collect import places_of
from quotes.store.people.speakers import Key, Placed, Speaker, unnamed_id
from quotes.store.reading.asking import change_any
from quotes.store.rows import insert_numbered
from quotes.store.sql import execute

_KINDS = {"named_person": "person", "named_organization": "organization"}  # those known by a post have no name


def place_unnamed(
    connection: Connection, article: int, article_id: str, speakers: Sequence[Speaker], *, is_new: bool
) -> dict[Key, Placed]:
    """Sources without a name are people within their article; in a new one nobody is yet."""
    wanted: dict[str, Speaker] = {}
    for speaker in speakers:
        if not places_of(speaker.source_type, speaker.name or ""):
            wanted.setdefault(unnamed_id(speaker, article_id), speaker)
    there: dict[str, int] = {}
    if not is_new:
        query = "SELECT id, number FROM people WHERE article = :article"
        there.update(execute(connection, query, {"article": article}).all())
    gone = [number for identity, number in there.items() if identity not in wanted]
    change_any(connection, "UPDATE voices SET person = NULL WHERE person IN :ids", gone)
    change_any(connection, "DELETE FROM people WHERE number IN :ids", gone)
    fresh = {identity: speaker for identity, speaker in wanted.items() if identity not in there}
    rows = [
        {
            "id": identity,
            "kind": _KINDS.get(one.source_type, one.source_type),
            "name": one.name,
            "descriptor": one.descriptor,
            "article": article,
        }
        for identity, one in fresh.items()
    ]
    there |= dict(zip(fresh, insert_numbered(connection, "people", rows) if rows else [], strict=True))
    return {(speaker.source_type, identity): (None, there[identity]) for identity, speaker in wanted.items()}
