"""What is kept of a person beside the presences: the id, the name, and the words and keys that it is found by."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection

from quotes.identity.block import keys_of
from quotes.identity.profiles import Kind, Profile
from quotes.store.folding import fold_words
from quotes.store.people.keys import hash_of
from quotes.store.reading.asking import AT_ONCE, change_any, rows_of_any
from quotes.store.rows import insert_rows
from quotes.store.sql import execute_all

_MEMBERS = """
SELECT p.person, p.kind, CAST(p.names AS TEXT) AS names, count(*) AS times, min(p.number) AS number
FROM presences p WHERE p.person IN :ids GROUP BY p.person, p.kind, CAST(p.names AS TEXT)
"""
_KNOWN = "SELECT id, person, name, kind, aliases FROM known_people WHERE person IN :ids ORDER BY id"


@dataclass(slots=True)
class _Standing:
    """What makes up one person."""

    kind: Kind
    id: str | None = None
    names: Counter[str] = field(default_factory=Counter)
    first: int | None = None  # presence
    called: str | None = None  # by a list of known people


def refresh(connection: Connection, people: Iterable[int]) -> None:
    """Make the rows of these people what their presences and the list of known people say; of nobody there is none."""
    numbers = sorted(set(people))
    for start in range(0, len(numbers), AT_ONCE):
        _refresh(connection, numbers[start : start + AT_ONCE])


def register(connection: Connection, people: Mapping[int, Profile]) -> None:
    """Write the words and keys of people who have none yet."""
    words, keys = [], []
    for number, profile in people.items():
        folded = dict.fromkeys(word for name in profile.names for word in fold_words(name))
        words += [{"word": word, "person": number} for word in folded]
        keys += [{"hash": value, "person": number} for value in sorted({hash_of(key) for key in keys_of(profile)[0]})]
    insert_rows(connection, "name_words", words)
    insert_rows(connection, "name_keys", keys)


def _refresh(connection: Connection, numbers: list[int]) -> None:
    found = _read(connection, numbers)
    empty = [number for number in numbers if number not in found]
    change_any(connection, "UPDATE voices SET person = NULL WHERE person IN :ids", empty)
    change_any(connection, "DELETE FROM people WHERE number IN :ids", empty)
    for table in ("name_words", "name_keys"):
        change_any(connection, f"DELETE FROM {table} WHERE person IN :ids", numbers)
    profiles = {number: Profile(one.kind, ("",), one.names) for number, one in found.items()}
    rows = [
        {"at": number, "id": one.id, "kind": one.kind, "name": one.called or profiles[number].name}
        for number, one in found.items()
    ]
    if rows:
        query = "UPDATE people SET id = :id, kind = :kind, name = :name WHERE number = :at"
        execute_all(connection, query, rows)
    register(connection, profiles)


def _read(connection: Connection, numbers: list[int]) -> dict[int, _Standing]:
    found: dict[int, _Standing] = {}
    for row in rows_of_any(connection, _MEMBERS, numbers):
        one = found.setdefault(row.person, _Standing(row.kind))
        for name in json.loads(row.names):
            one.names[name] += row.times
        one.first = row.number if one.first is None else min(one.first, row.number)
    firsts = {one.first: one for one in found.values()}
    for number, identity in rows_of_any(connection, "SELECT number, id FROM presences WHERE number IN :ids", firsts):
        firsts[number].id = identity
    for row in rows_of_any(connection, _KNOWN, numbers, "aliases"):
        one = found.setdefault(row.person, _Standing(row.kind))
        if one.called is None:
            one.id, one.kind, one.called = row.id, row.kind, row.name
        one.names.update(dict.fromkeys((row.name, *row.aliases), 1))
    return found
