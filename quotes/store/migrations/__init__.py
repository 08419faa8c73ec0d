"""Bringing stores that older versions made up to date: Alembic's revisions, run on a connection that is handed in.

Loaded only where there is something to do; `quotes.store.migrate` says whether. There is neither an .ini nor an env.py:
who calls has the connection, its transaction and the lock. docs/schema.md tells how a revision is added.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlmodel import SQLModel

from quotes.store import tables  # noqa: F401  (its classes are the metadata)
from quotes.store.words import INDEX

_FOLDER = Path(__file__).parent


def revisions() -> ScriptDirectory:
    return ScriptDirectory(str(_FOLDER))


def upgrade(connection: Connection, target: str = "head") -> None:
    """Run what revisions are missing, in the transaction that is open."""
    scripts = revisions()

    def steps(current: Any, _context: MigrationContext) -> Iterable[Any]:
        return scripts._upgrade_revs(target, current)

    context = MigrationContext.configure(connection, opts={"fn": steps})
    with Operations.context(context):
        context.run_migrations()


def differences(connection: Connection) -> list[Any]:
    """What the database's tables have otherwise than this version's definitions, as Alembic tells it."""
    opts = {"compare_type": True, "include_name": _is_ours}
    return list(compare_metadata(MigrationContext.configure(connection, opts=opts), SQLModel.metadata))


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """The index of words is no table of the metadata: on SQLite it is five tables of its own kind."""
    return kind != "table" or not (name or "").startswith(INDEX)


def statements(name: str, connection: Connection) -> Iterator[str]:
    """The statements of a schema that was kept as SQL, in the database's own words for a number that counts up and for
    rows that are kept in the order of their key."""
    number, keyed = ("INTEGER NOT NULL", " WITHOUT ROWID")
    if connection.dialect.name == "postgresql":
        number, keyed = ("SERIAL NOT NULL", "")
    script = (_FOLDER / "versions" / name).read_text(encoding="utf-8")
    return (
        part.strip().replace("{number}", number).replace("{keyed}", keyed)
        for part in script.split(";\n")
        if part.strip()
    )


def table_names(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())


def execute(connection: Connection, *queries: str) -> None:
    for query in queries:
        connection.execute(text(query))
