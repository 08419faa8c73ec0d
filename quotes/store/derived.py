"""Filling the derived tables anew from the others, as after a migration."""

from sqlalchemy import Connection, text

from quotes.store.adding.corrections import derive_corrections
from quotes.store.adding.near_copies import NewText, link_copies
from quotes.store.adding.voices import fill_voices
from quotes.store.alike.fingerprints import rebuild_fingerprints
from quotes.store.folding import fold_words
from quotes.store.people.settling import rebuild_people
from quotes.store.views import TEXT
from quotes.store.words import add_words, clear_words

_AT_ONCE = 1000  # quotations that are indexed together
_TEXTS = 200  # texts that are compared together


def rebuild(connection: Connection) -> None:
    """All of them, article by article. The same store gives the same rows, whatever they held before."""
    rebuild_words(connection)
    rebuild_fingerprints(connection)
    _rebuild_copies(connection)
    for table in ("mentioned", "mentioned_words", "mentioned_names"):
        connection.execute(text(f"DELETE FROM {table}"))
    articles = connection.execute(text("SELECT number FROM articles ORDER BY number")).scalars().all()
    for article in articles:
        query = (
            "SELECT q.number FROM quotations q JOIN versions v ON v.number = q.version WHERE v.article = :article"
            " ORDER BY q.number"
        )
        derive_corrections(connection, connection.execute(text(query), {"article": article}).scalars().all())
    fill_voices(connection, articles, match=False)
    rebuild_people(connection)


def rebuild_words(connection: Connection) -> None:
    clear_words(connection)
    last = 0
    query = text(
        f"SELECT q.number, {TEXT} AS text FROM quotations q JOIN versions v ON v.number = q.version"
        " WHERE q.number > :last ORDER BY q.number LIMIT :limit"
    )
    while rows := connection.execute(query, {"last": last, "limit": _AT_ONCE}).all():
        add_words(connection, {row.number: fold_words(row.text) for row in rows})
        last = rows[-1].number


def _rebuild_copies(connection: Connection) -> None:
    connection.execute(text("DELETE FROM sketches"))
    connection.execute(text("UPDATE versions SET copy_of = NULL, alike = NULL"))
    last = 0
    query = text("SELECT number, article, text FROM versions WHERE number > :last ORDER BY number LIMIT :limit")
    while rows := connection.execute(query, {"last": last, "limit": _TEXTS}).all():
        link_copies(connection, [NewText(row.article, row.number, row.text) for row in rows])
        last = rows[-1].number
