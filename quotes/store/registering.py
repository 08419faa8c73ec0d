"""What is kept of a person beside the presences: the id, the name, and the words and keys that it is found by."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import JSON, Connection

from quotes.identity.block import keys_of
from quotes.identity.profiles import Profile
from quotes.store.folding import fold_words
from quotes.store.keys import hash_of
from quotes.store.rows import insert_rows
from quotes.store.sql import execute, execute_all, typed

_AT_ONCE = 400  # people in one question
_MEMBERS = """
SELECT p.person, p.kind, CAST(p.names AS TEXT) AS names, count(*) AS times, min(p.number) AS number
FROM presences p WHERE p.person IN :numbers GROUP BY p.person, p.kind, CAST(p.names AS TEXT)
"""
_KNOWN = "SELECT id, person, name, kind, aliases FROM known_people WHERE person IN :numbers ORDER BY id"


@dataclass(slots=True)
class _Standing:
    """What makes up one person."""

    id: str | None = None
    kind: str | None = None
    names: Counter[str] = field(default_factory=Counter)
    first: int | None = None  # presence
    called: str | None = None  # by a list of known people


def refresh(connection: Connection, people: Iterable[int], *, fresh: bool = False) -> None:
    """Make the rows of these people what their presences and the list of known people say; nobody left, no row.

    `fresh`: they were made just now, with the right id, and have no words and keys yet.
    """
    numbers = sorted(set(people))
    for start in range(0, len(numbers), _AT_ONCE):
        _refresh(connection, numbers[start : start + _AT_ONCE], fresh=fresh)


def _refresh(connection: Connection, numbers: list[int], *, fresh: bool) -> None:
    found = _read(connection, numbers)
    if empty := [number for number in numbers if number not in found]:
        _execute(connection, "UPDATE voices SET person = NULL WHERE person IN :numbers", empty)
        _execute(connection, "DELETE FROM people WHERE number IN :numbers", empty)
    if not fresh:
        for table in ("name_words", "name_keys"):
            _execute(connection, f"DELETE FROM {table} WHERE person IN :numbers", numbers)
    words, keys, rows = [], [], []
    for number, one in found.items():
        profile = Profile(one.kind, ("",), one.names)  # type: ignore[arg-type]
        rows.append({"number": number, "id": one.id, "kind": one.kind, "name": one.called or profile.name})
        folded = dict.fromkeys(word for name in one.names for word in fold_words(name))
        words += [{"word": word, "person": number} for word in folded]
        keys += [{"hash": value, "person": number} for value in {hash_of(key) for key in keys_of(profile)[0]}]
    if rows:
        query = "UPDATE people SET id = :id, kind = :kind, name = :name WHERE number = :number"
        if not fresh:
            execute_all(connection, query, rows)
    insert_rows(connection, "name_words", words)
    insert_rows(connection, "name_keys", keys)


def _read(connection: Connection, numbers: list[int]) -> dict[int, _Standing]:
    found: dict[int, _Standing] = {}
    for row in _execute(connection, _MEMBERS, numbers):
        one = found.setdefault(row.person, _Standing())
        one.kind = row.kind
        for name in json.loads(row.names):
            one.names[name] += row.times
        one.first = row.number if one.first is None else min(one.first, row.number)
    firsts = {one.first: one for one in found.values()}
    query = "SELECT number, id FROM presences WHERE number IN :numbers"
    for number, identity in _execute(connection, query, list(firsts)):
        firsts[number].id = identity
    known = typed(_KNOWN, "numbers", aliases=JSON)
    for row in connection.execute(known, {"numbers": numbers}):
        one = found.setdefault(row.person, _Standing())
        if one.called is None:
            one.id, one.kind, one.called = row.id, row.kind, row.name
        one.names.update(dict.fromkeys((row.name, *row.aliases), 1))
    return found


def _execute(connection: Connection, query: str, numbers: list[Any]) -> Any:
    return execute(connection, query, {"numbers": numbers})


def iter_people(connection: Connection) -> Iterator[int]:
    """The numbers of all who have a name."""
    query = "SELECT number FROM people WHERE article IS NULL ORDER BY number"
    return iter(execute(connection, query).scalars().all())
