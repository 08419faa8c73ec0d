"""What there is to be counted: how many articles and outlets, and from when to when."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Date, text

from quotes.store.counting.counts import Asked
from quotes.store.selection import Selection

_DAY = "SELECT published FROM appearances WHERE current AND published IS NOT NULL ORDER BY published"
_EXTENT = f"""
SELECT (SELECT count(*) FROM (SELECT DISTINCT version FROM appearances WHERE current) v) AS articles,
       (SELECT count(*) FROM outlets o WHERE EXISTS (SELECT 1 FROM appearances WHERE outlet = o.number AND current))
       AS outlets, ({_DAY} LIMIT 1) AS first, ({_DAY} DESC LIMIT 1) AS last
"""  # what indexes tell need not be looked at


@dataclass(frozen=True, slots=True)
class Extent:
    articles: int
    outlets: int
    first: date | None
    last: date | None


def read_extent(connection: Connection, selection: Selection) -> Extent:
    asked = Asked.of(selection, connection.dialect.name)
    if asked.plain:
        return Extent(*connection.execute(text(_EXTENT).columns(first=Date, last=Date)).one())
    chosen = f" AND version IN (SELECT w.version FROM voices w WHERE {asked.voices})"
    query = (
        "SELECT count(DISTINCT version) AS articles, count(DISTINCT outlet) AS outlets, min(published) AS first,"
        f" max(published) AS last FROM appearances WHERE current{chosen}"
    )
    return Extent(*connection.execute(text(query).columns(first=Date, last=Date), asked.values).one())
