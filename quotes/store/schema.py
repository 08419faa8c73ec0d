"""A new store at its newest schema: tables, the index of words, views."""

from sqlalchemy import Connection, text
from sqlmodel import SQLModel

from quotes.store import tables  # noqa: F401  (its classes are the metadata)
from quotes.store.views import VIEWS
from quotes.store.words import CREATE


def create_all(connection: Connection) -> None:
    """Create everything; to be called by the only writer, for two creators stumble over each other."""
    SQLModel.metadata.create_all(connection)
    create_words(connection)
    create_views(connection)


def create_words(connection: Connection) -> None:
    for statement in CREATE[connection.dialect.name]:
        connection.execute(text(statement))


def create_views(connection: Connection) -> None:
    for statement in VIEWS.values():
        connection.execute(text(statement))
