"""The list of people whom a newsroom knows, and their places in the registry."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import JSON, Connection, bindparam, text

from quotes.errors import UsageError
from quotes.identity.known import KnownPerson
from quotes.store.people.registering import refresh
from quotes.store.reading.asking import rows_of_any
from quotes.store.rows import insert_numbered, insert_rows

_KINDS = {"person": "a person", "organization": "an organisation"}
_CHANGE = text(
    "UPDATE known_people SET name = :name, kind = :kind, aliases = :aliases, roles = :roles, wikidata = :wikidata"
    " WHERE id = :at"
).bindparams(bindparam("aliases", type_=JSON), bindparam("roles", type_=JSON))


def put_known_people(connection: Connection, people: Sequence[KnownPerson]) -> None:
    """Keep these people; one with an id that is kept already takes its place.

    Raises UsageError where somebody would become of another kind than those with whom the log joins them.
    """
    query = "SELECT id, kind, person FROM known_people WHERE id IN :ids"
    there = {row.id: row for row in rows_of_any(connection, query, [person.id for person in people])}
    touched = []
    for person in people:
        if (old := there.get(person.id)) is not None:
            if old.kind != person.kind:
                _check_alone(connection, person, old.person)
            connection.execute(_CHANGE, {"at": person.id, **_columns(person)})
            touched.append(old.person)
    fresh = [person for person in people if person.id not in there]
    query = "SELECT id FROM people WHERE id IN :ids"
    for row in rows_of_any(connection, query, [person.id for person in fresh]):
        raise UsageError(f"the id {row.id} is that of somebody in the articles; give the known person another")
    rows = [{"id": person.id, "kind": person.kind, "name": person.name} for person in fresh]
    numbers = insert_numbered(connection, "people", rows)
    insert_rows(
        connection,
        "known_people",
        (
            {"id": person.id, "person": number, **_columns(person)}
            for person, number in zip(fresh, numbers, strict=True)
        ),
    )
    refresh(connection, [*touched, *numbers])


def _columns(person: KnownPerson) -> dict[str, Any]:
    return {
        "name": person.name,
        "kind": person.kind,
        "aliases": list(person.aliases),
        "roles": list(person.roles),
        "wikidata": person.wikidata,
    }


def _check_alone(connection: Connection, person: KnownPerson, number: int) -> None:
    query = text(
        "SELECT kind FROM presences WHERE person = :number"
        " UNION SELECT kind FROM known_people WHERE person = :number AND id <> :id"
    )
    if kind := connection.execute(query, {"number": number, "id": person.id}).scalar():
        raise UsageError(
            f"{person.id} becomes {_KINDS[person.kind]}, and is joined with {_KINDS[kind]}; "
            f"quotes people show {person.id} lists what to undo first"
        )
