"""What one writing transaction has in hand: rows that wait, and numbers that it has given or looked up.

Rows wait until a statement could see them, or until the commit, and are then written table by table, those first to
which others refer (Fowler 2002, "Unit of Work"). So a hundred articles take few statements, and none sees less than if
each row had been written at once: any statement that changes something writes all that waits, and so does one that
asks a view; other questions do if they name a table with rows that wait.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

Row = tuple[Any, ...]
_NOTES = "unit of work"  # in a connection's notes
_ASKS = ("SELECT", "WITH")
_FEW = 20  # rows that PostgreSQL takes as fast one by one


@dataclass(frozen=True, slots=True)
class Insertion:
    """Into which columns of a table rows go, and what is made of a value that is not taken as it is."""

    table: str
    columns: tuple[str, ...]
    made: tuple[tuple[str, str], ...] = ()  # column and expression, its place for the value written {}

    def statement(self, dialect: str) -> str:
        mark = "?" if dialect == "sqlite" else "%s"
        made = dict(self.made)
        values = ", ".join(made.get(column, "{}").format(mark) for column in self.columns)
        return f"INSERT INTO {self.table} ({', '.join(self.columns)}) VALUES ({values})"


@dataclass(slots=True)
class UnitOfWork:
    """`waits` says whether rows do; without, as in a migration, each is written at once."""

    waits: bool = False
    overlooked: bool = False  # questions that are asked now leave what waits alone
    numbers: dict[str, int] = field(default_factory=dict)  # by table, the last that was given
    known: dict[str, dict[str, int | None]] = field(default_factory=dict)  # by table, numbers of values; None is no row
    _rows: dict[Insertion, list[Row]] = field(default_factory=dict)

    def insert(self, connection: Connection, into: Insertion, rows: Sequence[Row]) -> None:
        if self.waits:
            self._rows.setdefault(into, []).extend(rows)
        else:
            _write(connection, into, rows)

    def flush(self, connection: Connection) -> None:
        """Write what waits."""
        waiting, self._rows = self._rows, {}
        for into in sorted(waiting, key=lambda into: _order().get(into.table, len(_order()))):
            _write(connection, into, waiting[into])

    def bears_on(self, statement: str) -> bool:
        """Whether a statement could see, or refer to, what waits."""
        if not self._rows or self.overlooked:
            return False
        if not statement.lstrip().startswith(_ASKS) or any(f"FROM {view}" in statement for view in _views()):
            return True
        return any(into.table in statement for into in self._rows)


def unit_of(connection: Connection) -> UnitOfWork:
    """That of the transaction; outside of `begin` one that has no rows wait."""
    unit: UnitOfWork = connection.info.setdefault(_NOTES, UnitOfWork())
    return unit


@contextmanager
def overlooking(connection: Connection) -> Iterator[None]:
    """Within, nothing is written for the sake of a question: whoever asks knows what waits, or does not want it."""
    unit = unit_of(connection)
    unit.overlooked = True
    try:
        yield
    finally:
        unit.overlooked = False


def begin(connection: Connection) -> UnitOfWork:
    unit: UnitOfWork = UnitOfWork(waits=True)
    connection.info[_NOTES] = unit
    return unit


def end(connection: Connection) -> None:
    connection.info.pop(_NOTES, None)


def before_statement(connection: Connection, _cursor: object, statement: str, *_rest: object) -> None:
    """To be called before every statement: writes what waits, if it bears on that one."""
    unit: UnitOfWork | None = connection.info.get(_NOTES)
    if unit is not None and unit.bears_on(statement):
        unit.flush(connection)


def _write(connection: Connection, into: Insertion, rows: Sequence[Row]) -> None:
    dialect = connection.dialect.name
    if len(rows) > _FEW and dialect == "postgresql" and not into.made:
        _copy(connection, into, rows)
    elif rows:
        connection.exec_driver_sql(into.statement(dialect), list(rows) if len(rows) > 1 else rows[0])


def _copy(connection: Connection, into: Insertion, rows: Sequence[Row]) -> None:
    """As PostgreSQL takes many rows: in one stream."""
    statement = f"COPY {into.table} ({', '.join(into.columns)}) FROM STDIN"
    driver: Any = connection.dialect.loaded_dbapi
    open_cursor: Any = connection.connection.cursor
    try:
        with open_cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)
    except driver.Error as error:
        raise DBAPIError(statement, None, error) from error


@cache
def _order() -> Mapping[str, int]:
    """Where each table comes among those that refer to each other; what is no such table comes last."""
    from sqlalchemy.schema import sort_tables

    from quotes.store.tables import TABLES

    return {table.name: place for place, table in enumerate(sort_tables(TABLES.values()))}


@cache
def _views() -> Sequence[str]:
    from quotes.store.views import VIEWS

    return tuple(VIEWS)
