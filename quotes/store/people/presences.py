"""The named of an article, as it is stored whom they are."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import JSON, Connection, Date, bindparam, text

from quotes.identity.profiles import Appearance


@dataclass(frozen=True, slots=True)
class Presence:
    number: int
    person: int
    appearance: Appearance


_PRESENCES = text(
    "SELECT number, person, kind, names, roles, affiliations, published FROM presences WHERE article = :article"
).columns(names=JSON, roles=JSON, affiliations=JSON, published=Date)
_CHANGE = text(
    "UPDATE presences SET id = :id, names = :names, roles = :roles, affiliations = :affiliations,"
    " published = :published WHERE number = :at"
).bindparams(
    bindparam("names", type_=JSON),
    bindparam("roles", type_=JSON),
    bindparam("affiliations", type_=JSON),
    bindparam("published", type_=Date),
)


def read_presences(connection: Connection, article: int, article_id: str) -> dict[str, Presence]:
    found = {}
    for row in connection.execute(_PRESENCES, {"article": article}):
        lists = (tuple(row.names), tuple(row.roles), tuple(row.affiliations))
        appearance = Appearance(article_id, row.kind, *lists, published=row.published)
        found[appearance.id] = Presence(row.number, row.person, appearance)
    return found


def columns_of(one: Appearance) -> dict[str, Any]:
    lists = {"names": list(one.names), "roles": list(one.roles), "affiliations": list(one.affiliations)}
    return {"id": one.id, "published": one.published, **lists}


def change_presence(connection: Connection, number: int, new: Appearance) -> None:
    """Somebody who goes by other names now, or has another role."""
    connection.execute(_CHANGE, {"at": number, **columns_of(new)})
