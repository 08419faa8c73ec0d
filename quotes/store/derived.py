"""Everything derived, made anew from the rest of the record."""

from sqlalchemy import Connection, text

from quotes.store.near_copies import link_copy
from quotes.store.voices import fill_voices
from quotes.store.words import add_words

_AT_ONCE = 2000


def rebuild(connection: Connection) -> None:
    """Stub."""
    after = -(2**62)
    query = text(f"SELECT number, text FROM quotations WHERE number > :after ORDER BY number LIMIT {_AT_ONCE}")
    while rows := connection.execute(query, {"after": after}).all():
        add_words(connection, {row.number: row.text for row in rows})
        after = rows[-1].number
    for row in connection.execute(text("SELECT article, number, text FROM versions ORDER BY number")).all():
        link_copy(connection, row.article, row.number, row.text)
    for (article,) in connection.execute(text("SELECT number FROM articles ORDER BY number")).all():
        fill_voices(connection, article)
