"""All that a store holds but the times at which it was done: two stores that were fed alike hold the same."""

from typing import Any

from sqlalchemy import Connection, text

from quotes.store import Store
from quotes.store.tables import TABLES

TIMES = frozenset(("seen", "started", "ended", "made", "mended"))
OF_TIMES = frozenset((("judgements", "id"), ("judgements", "undoes")))  # made of what and when
Rows = list[tuple[Any, ...]]


def contents(store: Store) -> dict[str, Rows]:
    """The rows of every table, in order, and which quotations hold which stems."""
    with store._engine.connect() as connection:
        found = {name: _rows(connection, name) for name in TABLES}
        return found | {"stems": _stems(connection)}


def _rows(connection: Connection, name: str) -> Rows:
    columns = [
        column for column in TABLES[name].columns if column.name not in TIMES and (name, column.name) not in OF_TIMES
    ]
    table = TABLES[name].select().with_only_columns(*columns)
    return sorted((tuple(map(_plain, row)) for row in connection.execute(table)), key=repr)


def _plain(value: Any) -> Any:
    return repr(value) if isinstance(value, list | dict) else value


def _stems(connection: Connection) -> Rows:
    if connection.dialect.name == "sqlite":
        connection.execute(text("DROP TABLE IF EXISTS temp.stems"))
        connection.execute(text("CREATE VIRTUAL TABLE temp.stems USING fts5vocab(main, quotation_words, instance)"))
        query = "SELECT doc, term, offset FROM temp.stems ORDER BY 1, 2, 3"
    else:
        query = "SELECT quotation, stems::text FROM quotation_words ORDER BY 1"
    return [tuple(row) for row in connection.execute(text(query))]
