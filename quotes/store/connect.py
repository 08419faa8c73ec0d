"""From a database URL to an engine that is set up for many readers and one writer at a time."""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from quotes.errors import StoreError
from quotes.store import unit_of_work
from quotes.store.sql import to_json

WRITES = {"writes": True}
PAGE = 16384  # bytes of a page of an SQLite file; of the usual 4096, an article's text leaves a fifth empty
_EXAMPLES = "sqlite:///quotes.db or postgresql+psycopg://user@host/name"
_WRITER_LOCK = 0x77686F  # "who": the advisory lock that PostgreSQL's writers pass on to each other
_WAL_ATTEMPTS = 50
# In a large file what is written lies far apart; whoever stores articles keeps more pages at hand than who reads them.
_CACHE = 65_536  # KiB
_CHECKPOINT = 8_000  # pages


def parse_url(url: str) -> URL:
    """A database URL, a driver that we know chosen for PostgreSQL; raises StoreError."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise StoreError(f"{_masked(url)} is not a database URL; write {_EXAMPLES}") from error
    if parsed.drivername in ("postgres", "postgresql"):
        return parsed.set(drivername="postgresql+psycopg")
    return parsed


def address_of(url: URL) -> str:
    """How messages name the database: a file by its path, a server's by its URL without password and options."""
    if url.get_backend_name() == "sqlite":
        return str(url.database or "the database in memory")
    return url.set(query={}).render_as_string(hide_password=True)


def sqlite_path(url: URL) -> Path | None:
    """The file of an SQLite database; None for databases in memory, on servers, or named by a `file:` URI."""
    if url.get_backend_name() != "sqlite" or url.database in (None, "", ":memory:"):
        return None
    assert url.database is not None
    return None if url.database.startswith("file:") else Path(url.database)


def connect(url: URL, *, create: bool, patience: float) -> Engine:
    """An engine for the URL; raises StoreError. It connects when first used.

    `patience` is how many seconds to wait for another writer.
    """
    path = sqlite_path(url)
    if path is not None:
        _check_file(path, create=create)
        url = _frozen(url, path) if _is_frozen(path) else url
    options: dict[str, Any] = {"json_serializer": to_json}
    if url.get_backend_name() == "sqlite":
        options["connect_args"] = {"timeout": patience}
    try:
        engine = create_engine(url, **options)
    except NoSuchModuleError as error:
        raise StoreError(f"there is no kind of database {url.drivername!r}; write {_EXAMPLES}") from error
    except ModuleNotFoundError as error:
        postgresql = url.get_backend_name() == "postgresql"
        package = "who-said-what[postgresql]" if postgresql else f"the driver {error.name!r}"
        raise StoreError(f"the driver of {url.drivername} is missing; pip install {package}") from error
    event.listen(engine, "before_cursor_execute", unit_of_work.before_statement)
    if engine.dialect.name == "sqlite":
        _set_up_sqlite(engine, create=create)
    elif engine.dialect.name == "postgresql":
        _set_up_postgresql(engine, patience)
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that is the only one to write; all of it happens or nothing."""
    with engine.execution_options(**WRITES).begin() as connection:
        unit = unit_of_work.begin(connection)
        try:
            yield connection
            unit.flush(connection)
        finally:
            unit_of_work.end(connection)


def _check_file(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise StoreError(f"{path} is a folder; name a file in it, as in --db {path / 'quotes.db'}")
    if not create and not path.exists():
        raise StoreError(f"no database at {path}; run quotes ingest with --db {path} first")
    if not path.parent.is_dir():
        raise StoreError(f"the folder {path.parent} of the database is not there; create it or choose another --db")


def _is_frozen(path: Path) -> bool:
    """Whether a database lies where nobody can write beside it, as on a read-only disk or share."""
    wal = path.with_name(f"{path.name}-wal")
    return path.exists() and not os.access(path.parent, os.W_OK) and not wal.exists()


def _frozen(url: URL, path: Path) -> URL:
    """Have SQLite take it as unchangeable: it then reads without the files that it otherwise keeps beside."""
    return url.set(database=f"file:{quote(str(path.resolve()))}", query={"immutable": "1", "uri": "true"})


def _set_up_sqlite(engine: Engine, *, create: bool) -> None:
    sqlite3.register_adapter(date, date.isoformat)  # days as SQLAlchemy keeps them, in statements that pass it by

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # transactions begin where `_begins` says, not where the driver guesses
        cursor = connection.cursor()
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute("PRAGMA synchronous=NORMAL")  # a power cut may cost the last articles, never the database
        if create:
            _use_wal(cursor)
            cursor.execute(f"PRAGMA cache_size=-{_CACHE}")
            cursor.execute(f"PRAGMA wal_autocheckpoint={_CHECKPOINT}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begins(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _use_wal(cursor: Any) -> None:
    """Readers and the writer of a WAL database do not block each other. The file remembers, so this is done once.

    While several processes change a new file to WAL at the same moment, SQLite says "locked" at once to all but one,
    whatever the timeout; asking again is the remedy.
    """
    for attempt in range(_WAL_ATTEMPTS):
        try:
            if cursor.execute("PRAGMA journal_mode").fetchone()[0] == "delete":
                cursor.execute(f"PRAGMA page_size={PAGE}")  # of a new file; no other changes
                cursor.execute("PRAGMA journal_mode=WAL").fetchone()
            return
        except Exception as error:
            if "readonly" in str(error):
                return
            if "locked" not in str(error) or attempt == _WAL_ATTEMPTS - 1:
                raise


def _set_up_postgresql(engine: Engine, patience: float) -> None:
    @event.listens_for(engine, "begin")
    def _begins(connection: Connection) -> None:
        if connection.get_execution_options().get("writes"):
            connection.execute(text(f"SET LOCAL lock_timeout = {max(1, round(patience * 1000))}"))
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_WRITER_LOCK})"))


def _masked(url: str) -> str:
    return repr(re.sub(r"//[^/]*@", "//***@", url))
