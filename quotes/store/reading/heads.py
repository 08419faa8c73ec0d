"""Articles without their texts: what a report needs to count them and to tell them apart."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Date, text

_OPENING = 2000
_HEADS = f"""
SELECT a.id, p.title, p.url, o.name AS outlet, p.published, p.byline, p.section, v.text_hash,
       substr(v.text, 1, {_OPENING}) AS opening
FROM appearances p
JOIN versions v ON v.number = p.version AND v.current
JOIN articles a ON a.number = v.article
LEFT JOIN outlets o ON o.number = p.outlet
WHERE p.first
ORDER BY p.published IS NULL, p.published, a.id
"""


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """A stored article by what its carrier said about it, with the beginning of its text."""

    id: str
    title: str | None
    url: str | None
    outlet: str | None  # the name under which the store first met the outlet
    published: date | None
    byline: str | None
    section: str | None
    text_hash: str
    opening: str  # at most 2000 code points from the start of the text


def iter_heads(connection: Connection) -> Iterator[ArticleHead]:
    """All articles, those without a quotation too, by date (undated last) and id."""
    rows = connection.execute(text(_HEADS).columns(published=Date), execution_options={"yield_per": 1000})
    return (ArticleHead(*row) for row in rows)
