"""Writing rows whose numbers we give ourselves: there is one writer at a time, so none is given twice."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import JSON, Connection

from quotes.store.connect import NUMBERS
from quotes.store.sql import execute, execute_all, to_json
from quotes.store.tables import TABLES


def take_numbers(connection: Connection, table: str, count: int) -> int:
    """The first of so many numbers that nobody has; a transaction asks the table once and counts on from there."""
    taken: dict[str, int] = connection.info.setdefault(NUMBERS, {})
    if table not in taken:
        taken[table] = int(execute(connection, f"SELECT coalesce(max(number), 0) FROM {table}").scalar_one())
    first = taken[table] + 1
    taken[table] += count
    return first


def insert_rows(connection: Connection, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """All rows have the same columns."""
    values = list(rows)
    if not values:
        return
    columns = tuple(values[0])
    json = _json_columns(table) & set(columns)
    if json:
        values = [{**row, **{name: _to_json(row[name]) for name in json}} for row in values]
    execute_all(connection, _insertion(table, columns), values)


@cache
def _insertion(table: str, columns: tuple[str, ...]) -> str:
    places = ", ".join(f":{name}" for name in columns)
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})"


@cache
def _json_columns(table: str) -> frozenset[str]:
    return frozenset(column.name for column in TABLES[table].columns if isinstance(column.type, JSON))


def _to_json(value: Any) -> str | None:
    return None if value is None else to_json(value)


def insert_numbered(connection: Connection, table: str, rows: Iterable[Mapping[str, Any]]) -> list[int]:
    """Insert rows in order; returns their numbers."""
    values = [dict(row) for row in rows]
    first = take_numbers(connection, table, len(values)) if values else 0
    for number, value in enumerate(values, first):
        value["number"] = number
    insert_rows(connection, table, values)
    return [int(value["number"]) for value in values]


def insert_one(connection: Connection, table: str, **values: Any) -> int:
    return insert_numbered(connection, table, [values])[0]


def number_all(connection: Connection, table: str, column: str, wanted: Iterable[str]) -> dict[str, int]:
    """The numbers of the rows that have these values in a unique column; those that are not there are made."""
    values = list(dict.fromkeys(wanted))
    query = f"SELECT {column}, number FROM {table} WHERE {column} IN :wanted"
    found: dict[str, int] = {}
    for start in range(0, len(values), _AT_ONCE):
        found.update(execute(connection, query, {"wanted": values[start : start + _AT_ONCE]}).all())
    missing = [value for value in values if value not in found]
    numbers = insert_numbered(connection, table, ({column: value} for value in missing))
    return found | dict(zip(missing, numbers, strict=True))


_AT_ONCE = 500  # values in one question
