"""Statements as SQL text, handed to the driver as they are.

To build, compile and cache a statement, and to look through its result, takes SQLAlchemy several times as long as
SQLite takes to answer it; what is asked for every article is therefore asked like this.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from json import dumps
from typing import Any

from sqlalchemy import Connection, CursorResult, TextClause, bindparam, text

Values = Mapping[str, Any]
_PLACE = re.compile(r"(?<![:\w]):([a-z_]\w*)")
_SINGLE = (str, int, float, date, type(None))


def execute(connection: Connection, query: str, values: Values | None = None) -> "CursorResult[*tuple[Any, ...]]":
    """Execute a statement whose values stand as `:name`, as in `text`. `IN :name` takes any number of values.

    What comes back is as the driver has it: dates and JSON are text on SQLite. See `typed` for others.
    """
    dialect, given = connection.dialect.name, dict(values or {})
    sizes = tuple((name, len(value)) for name, value in given.items() if not isinstance(value, _SINGLE))
    for name, _ in sizes:
        given.update((f"{name}_{place}", value) for place, value in enumerate(given.pop(name)))
    return connection.exec_driver_sql(_statement(query, dialect, sizes), given)


def execute_all(connection: Connection, query: str, rows: Sequence[Values]) -> None:
    """Execute a statement once for each of these; not at all where there are none."""
    if rows:
        dialect = connection.dialect.name
        given = list(map(dict, rows))
        connection.exec_driver_sql(_statement(query, dialect, ()), given if len(given) > 1 else given[0])


@cache
def typed(query: str, *lists: str, **types: Any) -> TextClause:
    """A statement with columns of these types, and with the names that stand for lists; made once and kept.

    To be executed by `connection.execute`.
    """
    made = text(query).bindparams(*(bindparam(name, expanding=True) for name in lists))
    return made.columns(**types) if types else made  # type: ignore[return-value]


def to_json(value: Any) -> str:
    """A value as JSON columns keep it."""
    return dumps(value, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=2000)
def _statement(query: str, dialect: str, sizes: tuple[tuple[str, int], ...]) -> str:
    """The query in the driver's own style."""
    style = ":{}" if dialect == "sqlite" else "%({})s"
    counts = dict(sizes)

    def place(found: re.Match[str]) -> str:
        name = found[1]
        if name not in counts:
            return style.format(name)
        return f"({', '.join(style.format(f'{name}_{n}') for n in range(counts[name])) or 'NULL'})"

    plain = query if dialect == "sqlite" else query.replace("%", "%%")
    return _PLACE.sub(place, plain)
