"""Writing rows whose numbers we give ourselves: there is one writer at a time, so none is given twice."""

from collections.abc import Iterable, Mapping
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import JSON, Connection

from quotes.store.sql import execute, to_json
from quotes.store.tables import TABLES
from quotes.store.unit_of_work import Insertion, unit_of

_AT_ONCE = 500  # values in one question


def take_numbers(connection: Connection, table: str, count: int) -> int:
    """The first of so many numbers that nobody has; a transaction asks the tables once and counts on from there."""
    taken = unit_of(connection).numbers
    if not taken:
        taken.update(execute(connection, _last_numbers()).mappings().one())
    first = taken[table] + 1
    taken[table] += count
    return first


@cache
def _last_numbers() -> str:
    names = [name for name, table in TABLES.items() if "number" in table.columns]
    return "SELECT " + ", ".join(f"(SELECT coalesce(max(number), 0) FROM {name}) AS {name}" for name in names)


def insert_rows(connection: Connection, table: str, rows: Iterable[Mapping[str, Any]], **made: str) -> None:
    """All rows have the same columns. `made`: what becomes of a column's value, as SQL in which {} stands for it."""
    values = list(rows)
    if not values:
        return
    columns = tuple(values[0])
    json = _json_columns(table) & set(columns)
    if json:
        values = [{**row, **{name: _to_json(row[name]) for name in json}} for row in values]
    take = itemgetter(*columns)
    tuples = [take(row) for row in values] if len(columns) > 1 else [(take(row),) for row in values]
    unit_of(connection).insert(connection, Insertion(table, columns, tuple(made.items())), tuples)


@cache
def _json_columns(table: str) -> frozenset[str]:
    columns = TABLES[table].columns if table in TABLES else ()
    return frozenset(column.name for column in columns if isinstance(column.type, JSON))


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


def look_up(connection: Connection, table: str, column: str, values: Iterable[str]) -> dict[str, int | None]:
    """The numbers of rows by a unique column, all that the transaction has looked up or made; None is no row."""
    known = unit_of(connection).known.setdefault(table, {})
    wanted = [value for value in dict.fromkeys(values) if value not in known]
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        known.update(dict.fromkeys(some))
        query = f"SELECT {column}, number FROM {table} WHERE {column} IN :wanted"
        known.update(execute(connection, query, {"wanted": some}).all())
    return known


def number_all(
    connection: Connection, table: str, column: str, wanted: Mapping[str, Mapping[str, Any]]
) -> dict[str, int]:
    """The numbers of the rows that have these values in a unique column; those that are not there are made, with what
    their other columns hold."""
    known = look_up(connection, table, column, wanted)
    missing = {value: {column: value, **rest} for value, rest in wanted.items() if known[value] is None}
    known.update(zip(missing, insert_numbered(connection, table, missing.values()), strict=True))
    return {value: number for value in wanted if (number := known[value]) is not None}
