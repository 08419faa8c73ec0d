"""What the ids of a version's quotations are made of."""

from sqlalchemy import Connection

from quotes.domain import identify
from quotes.store.sql import execute

_QUERY = """
SELECT a.id, v.text_hash, (SELECT min(number) FROM versions WHERE article = a.number) = v.number
FROM versions v JOIN articles a ON a.number = v.article
WHERE v.number = :version
"""


def stem_of(connection: Connection, version: int) -> str:
    """The article's id for its first wording, for later ones the text, too."""
    identity, text_hash, is_first = execute(connection, _QUERY, {"version": version}).one()
    return str(identity) if is_first else identify(identity, text_hash)
