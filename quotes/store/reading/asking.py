"""Statements whose one list of values has no fixed length, made once."""

import json
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import JSON, Connection, Date, TextClause, bindparam, text

from quotes.store.sql import execute

AT_ONCE = 400  # values in one question, which every database takes
_TYPES: dict[str, Any] = {
    "names": JSON, "roles": JSON, "affiliations": JSON, "aliases": JSON, "known_roles": JSON, "published": Date,
}  # fmt: skip


@cache
def of_any(query: str, name: str = "ids") -> TextClause:
    """A statement that holds `IN :ids`."""
    return text(query).bindparams(bindparam(name, expanding=True))


def rows_of_any(connection: Connection, query: str, ids: Collection[Any], *typed: str) -> Iterator[Any]:
    """The rows for all ids, asked for a few hundred at a time; `typed` names columns of lists or days."""
    wanted: Sequence[Any] = sorted(ids)
    for start in range(0, len(wanted), AT_ONCE):
        some = {"ids": wanted[start : start + AT_ONCE]}
        yield from (connection.execute(_typed(query, typed), some) if typed else execute(connection, query, some)).all()


def to_list(value: Any) -> list[str]:
    """What a JSON column holds, as SQLite's driver has it or PostgreSQL's."""
    return json.loads(value) if isinstance(value, str) else value  # type: ignore[no-any-return]


def to_day(value: Any) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


def change_any(connection: Connection, query: str, ids: Collection[Any], **values: Any) -> None:
    """A change of the rows of all ids."""
    wanted: Sequence[Any] = sorted(ids)
    for start in range(0, len(wanted), AT_ONCE):
        execute(connection, query, {"ids": wanted[start : start + AT_ONCE], **values})


@cache
def _typed(query: str, columns: tuple[str, ...]) -> Any:
    return of_any(query).columns(**{name: _TYPES[name] for name in columns})
