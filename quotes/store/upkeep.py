"""Looking after a store as a whole: whether it is sound, giving back room, taking all of it to another database."""

from collections.abc import Iterator, Mapping
from contextlib import closing

from sqlalchemy import Connection, Engine, select, text
from sqlmodel import SQLModel

from quotes.errors import StoreError, UsageError
from quotes.store.derived import rebuild_words
from quotes.store.migrate import only_writer
from quotes.store.rows import insert_rows

_AT_ONCE = 2_000  # rows
_DAMAGED = "restore the store from a copy"
_STALE = "quotes db rebuild derives it anew"

# What may not be, each as a query that counts it, with how it is said and what mends it.
_FAULTS: Mapping[str, tuple[str, str]] = {
    "texts are not as long as they say": ("SELECT count(*) FROM versions WHERE length <> length(text)", _DAMAGED),
    "wordings are current and are shown nowhere": (
        "SELECT count(*) FROM versions v WHERE v.current AND NOT EXISTS"
        " (SELECT 1 FROM appearances p WHERE p.version = v.number AND p.first)",
        _DAMAGED,
    ),
    "wordings are current and nothing read them": (
        "SELECT count(*) FROM versions v WHERE v.current AND NOT EXISTS"
        " (SELECT 1 FROM parses m WHERE m.version = v.number AND m.current)",
        _DAMAGED,
    ),
    "quotations are said by nobody who is counted": (
        "SELECT count(*) FROM record r WHERE r.said AND NOT EXISTS"
        " (SELECT 1 FROM voices w WHERE w.quotation = r.number)",
        _STALE,
    ),
    "names of speakers belong to nobody": ("SELECT count(*) FROM presences WHERE person IS NULL", _STALE),
}


def iter_faults(connection: Connection) -> Iterator[str]:
    """What is amiss, a sentence each with the remedy. Takes a while, for everything is looked at."""
    if connection.dialect.name == "sqlite":
        found = connection.execute(text("PRAGMA integrity_check")).scalars().all()
        if found != ["ok"]:
            yield f"the file is damaged ({found[0]}); {_DAMAGED}"
        if lost := len(connection.execute(text("PRAGMA foreign_key_check")).all()):
            yield f"{lost} rows refer to others that are not there; {_DAMAGED}"
    for what, (query, remedy) in _FAULTS.items():
        count = connection.execute(text(query)).scalar_one()
        if count:
            yield f"{count:,} {what}; {remedy}"


def vacuum(engine: Engine) -> None:
    """Give back the room of what went, and let the database count anew what is in it, by which it plans."""
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))
        return
    with closing(engine.raw_connection()) as raw:
        for statement in ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
            raw.cursor().execute(statement).fetchall()


def copy(source: Connection, target: Engine, address: str) -> int:
    """All rows of a store into an empty one, in one transaction; how many quotations came.

    The index of words is made anew, for each engine has its own. Raises UsageError where the target holds anything.
    """
    with only_writer(target) as connection:
        tables = SQLModel.metadata.sorted_tables
        if any(connection.execute(select(table).limit(1)).first() for table in tables):
            raise UsageError(f"{address} holds a store already; name a database that is empty or not there yet")
        for table in tables:
            order = list(table.primary_key.columns)  # what rows refer to in their own table has lesser numbers
            rows = source.execution_options(stream_results=True).execute(select(table).order_by(*order))
            for some in rows.mappings().partitions(_AT_ONCE):
                insert_rows(connection, table.name, map(dict, some))
        rebuild_words(connection)
        if target.dialect.name == "sqlite" and connection.execute(text("PRAGMA foreign_key_check")).first():
            raise StoreError("rows refer to others that are not there; see what quotes db check says of the store")
        return int(connection.execute(text("SELECT count(*) FROM quotations")).scalar_one())
