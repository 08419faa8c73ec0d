"""From whatever a database holds to a store of this version: made anew, brought up to date, or refused.

Opening one that is up to date costs one question. All else happens in one transaction under the writer's lock, so that
an upgrade that is broken off leaves the store as it was.
"""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from filecmp import cmp
from itertools import count
from pathlib import Path
from shutil import copymode

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DBAPIError

from quotes.errors import StoreError
from quotes.store.connect import PAGE, WRITES, sqlite_path
from quotes.store.errors import forbids_writing, lacks_table

HEAD = 7  # the newest revision in quotes/store/migrations/versions
_BEFORE_REVISIONS = 0
_DERIVES = 2  # the revision from which on what is derived has been what it is; a later one leaves it as it stands
_MENTIONED = 5  # the one from which on there are fingerprints and who is mentioned
_VERSION = "SELECT version_num FROM alembic_version"
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What was done to a store that an older version made."""

    former: int  # version of the schema; 0 before versions were counted
    now: int
    copy: Path | None  # the store as it was; None on a server and in memory


def prepare(engine: Engine, address: str, *, create: bool) -> Upgrade | None:
    """Have the database hold a store of this version; says what was done to one of an older version.

    An empty database is filled if `create` says so. Raises StoreError where nothing is stored otherwise, for a store
    that is newer than this program, and for an old one that may not be written.
    """
    try:
        with engine.connect() as connection:
            if connection.execute(text(_VERSION)).scalar() == str(HEAD):
                return None
    except DBAPIError as error:
        if not lacks_table(error):
            raise
    with engine.connect() as connection:
        found = _find_version(connection, address)
    if found is None and not create:
        raise StoreError(f"no quotations are stored in {address}; run quotes ingest with this --db first")
    try:
        with only_writer(engine) as connection:
            done = _bring_up(connection, address)
    except DBAPIError as error:
        if found is None or not forbids_writing(error):
            raise
        raise StoreError(
            f"{address} was made by an older version of quotes and may be read but not written, so it cannot be "
            "brought up to date; change its permissions, or open a copy of it"
        ) from error
    if done is not None:
        _give_back_room(engine)
        kept = f"; as it was, it is kept in {done.copy}" if done.copy else ""
        _LOG.warning("%s was brought up to date with this version of quotes%s", address, kept)
    return done


def _find_version(connection: Connection, address: str) -> int | None:
    """Of the schema that is there; None where there is none."""
    inspector = inspect(connection)
    if not inspector.has_table("alembic_version"):
        return _BEFORE_REVISIONS if inspector.has_table("articles") else None
    found = connection.execute(text(_VERSION)).scalar()
    if found is None or not found.isdecimal() or int(found) > HEAD:
        raise StoreError(
            f"{address} was made by a newer version of quotes (its schema is {found}, this version knows up to {HEAD});"
            " pip install --upgrade who-said-what"
        )
    return int(found)


def _bring_up(connection: Connection, address: str) -> Upgrade | None:
    """Look again, for another program may have done it while this one waited for the lock; then do what is left."""
    found = _find_version(connection, address)
    if found == HEAD:
        return None
    if found is None:
        create(connection)
        return None
    copy = _keep_copy(connection, address)
    try:
        _upgrade(connection, found)
    except BaseException:
        if copy is not None:
            copy.unlink(missing_ok=True)
        raise
    return Upgrade(found, HEAD, copy)


def create(connection: Connection) -> None:
    """Make an empty store in an empty database; to be called by the only writer."""
    from quotes.store.schema import create_all

    create_all(connection)
    connection.execute(
        text(
            "CREATE TABLE alembic_version"
            " (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )
    )
    connection.execute(text("INSERT INTO alembic_version (version_num) VALUES (:head)"), {"head": str(HEAD)})


def _upgrade(connection: Connection, former: int) -> None:
    """Run the revisions that are missing, and make the views anew: a table cannot be rebuilt while one shows it. Of a
    store in which something else was derived, or nothing, then make that anew, too."""
    from quotes.store.migrations import upgrade
    from quotes.store.schema import create_views

    drop_views(connection)
    upgrade(connection)
    create_views(connection)
    if former < _DERIVES:
        _derive(connection)
    elif former < _MENTIONED:
        _derive_more(connection)
    if former >= _DERIVES:
        _derive_corrections(connection)
    if connection.dialect.name == "sqlite" and connection.execute(text("PRAGMA foreign_key_check")).first():
        raise StoreError("the store is damaged: rows refer to others that are not there; restore it from a copy")


def _derive(connection: Connection) -> None:
    """Fill the index of words and the derived tables, and find out who is who."""
    from quotes.store.derived import rebuild
    from quotes.store.people.matching import match_all
    from quotes.store.schema import create_words
    from quotes.store.words import INDEX

    connection.execute(text(f"DROP TABLE IF EXISTS {INDEX}"))
    create_words(connection)
    if connection.dialect.name == "postgresql":
        connection.execute(text("ANALYZE"))  # or it plans what follows as if the tables were empty
    rebuild(connection)
    match_all(connection)  # before, people were compared on request alone


def _derive_more(connection: Connection) -> None:
    """Fill the derived tables that came later; what was derived before stands as it is."""
    from quotes.store.adding.mentioned import fill_mentioned
    from quotes.store.alike.fingerprints import rebuild_fingerprints

    rebuild_fingerprints(connection)
    fill_mentioned(connection, connection.execute(text("SELECT number FROM articles ORDER BY number")).scalars().all())


def _derive_corrections(connection: Connection) -> None:
    """What people hold has more columns than it had, and counts follow it."""
    from quotes.store.adding.corrections import renew

    query = "SELECT DISTINCT left_id FROM judgements WHERE about = 'quotation' ORDER BY left_id"
    replaced = "SELECT DISTINCT right_id FROM judgements WHERE about = 'quotation' AND right_id IS NOT NULL"
    for ids in (query, replaced):
        for identity in connection.execute(text(ids)).scalars().all():
            renew(connection, identity)


def drop_views(connection: Connection) -> None:
    from quotes.store.views import VIEWS

    for view in reversed(VIEWS):
        connection.execute(text(f"DROP VIEW IF EXISTS {view}"))


def _give_back_room(engine: Engine) -> None:
    """An SQLite file keeps the room of the tables that went, and the size of its pages. Not in a transaction; if others
    are at it, so be it."""
    if sqlite_path(engine.url) is None:
        return
    with closing(engine.raw_connection()) as connection:
        cursor = connection.cursor()
        for step in ("journal_mode=DELETE", f"page_size={PAGE}"):  # a file in WAL mode keeps its pages as they are
            with suppress(sqlite3.Error):
                cursor.execute(f"PRAGMA {step}").fetchall()
        with suppress(sqlite3.Error):
            cursor.execute("VACUUM")
        with suppress(sqlite3.Error):
            cursor.execute("PRAGMA journal_mode=WAL").fetchall()


@contextmanager
def only_writer(engine: Engine) -> Iterator[Connection]:
    """As `connect.writing`, but SQLite does not look after foreign keys: it would empty tables that refer to one that
    is being rebuilt, and it can be told so only before the transaction."""
    with engine.execution_options(**WRITES).connect() as connection:
        _look_after_foreign_keys(connection, False)
        try:
            with connection.begin():
                yield connection
        finally:
            _look_after_foreign_keys(connection, True)


def _look_after_foreign_keys(connection: Connection, so: bool) -> None:
    driver = connection.connection.driver_connection
    if connection.dialect.name == "sqlite" and driver is not None:
        driver.execute(f"PRAGMA foreign_keys={'ON' if so else 'OFF'}")


def _keep_copy(connection: Connection, address: str) -> Path | None:
    """A copy of an SQLite file beside it, `quotes.db.before-3`; whole or not there. One that is there and differs
    stays, and this one gets a number."""
    path = sqlite_path(connection.engine.url)
    if path is None:
        return None
    part = path.with_name(f"{path.name}.before-{HEAD}.part")
    try:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(part)) as target:
            source.backup(target)
        copymode(path, part)
        for number in count(1):
            copy = path.with_name(f"{path.name}.before-{HEAD}" + (f".{number}" if number > 1 else ""))
            if not copy.exists() or cmp(copy, part, shallow=False):
                return part.replace(copy)
    except (sqlite3.Error, OSError) as error:
        with suppress(OSError):
            part.unlink()
        raise StoreError(
            f"{address} was made by an older version of quotes, and no copy of it can be made beside it before it is "
            f"brought up to date ({error}); make room there, or let its folder be written"
        ) from error
    return None
