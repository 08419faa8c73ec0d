"""Where quotations stand: every outlet and page that has them, the first appearance first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Date

from quotes.store.alike.finding import find_copies
from quotes.store.sql import typed

_AT_ONCE = 500
_STANDS = """
SELECT r.id, r.article_id, p.id AS place, coalesce(o.name, p.outlet_name) AS outlet, p.published, p.title, p.url,
       r.name, r.descriptor, r.source_type, r.person_id, r.person_name, r.anonymous, r.confidence, r.text
FROM record r
JOIN appearances p ON p.version = r.version AND p.current
LEFT JOIN outlets o ON o.number = p.outlet
WHERE r.number IN :numbers
ORDER BY p.published IS NULL, p.published, p.number, r.span_start
"""


@dataclass(frozen=True, slots=True)
class StandsIn:
    """One place where a quotation stands."""

    quotation: str  # id
    article: str  # id
    place: str  # id of the appearance
    outlet: str | None
    published: date | None
    title: str | None
    url: str | None
    name: str | None  # as this article gives it
    descriptor: str | None  # an unnamed source as worded
    source_type: str | None
    person: str | None  # id across articles
    person_name: str | None
    anonymous: bool
    confidence: float
    text: str

    @property
    def speaker(self) -> str | None:
        """The name, else how an unnamed source is described."""
        return self.person_name or self.name or self.descriptor

    def to_dict(self) -> dict[str, Any]:
        return {
            "quotation": self.quotation,
            "article": self.article,
            "outlet": self.outlet,
            "published": self.published.isoformat() if self.published else None,
            "title": self.title,
            "url": self.url,
            "speaker": self.speaker,
            "anonymous": self.anonymous,
            "confidence": round(self.confidence, 3),
            "text": self.text,
        }


def read_places(connection: Connection, ids: Sequence[str]) -> list[StandsIn]:
    """All places of these quotations, given by their ids, and of those that read the same; undated ones last."""
    numbers = connection.execute(typed("SELECT number FROM quotations WHERE id IN :ids", "ids"), {"ids": list(ids)})
    wanted = find_copies(connection, numbers.scalars().all())
    found: list[StandsIn] = []
    for start in range(0, len(wanted), _AT_ONCE):
        some = {"numbers": wanted[start : start + _AT_ONCE]}
        for row in connection.execute(typed(_STANDS, "numbers", published=Date), some).mappings():
            found.append(_stands(row))
    return sorted(found, key=lambda one: (one.published is None, one.published or date.min))


def _stands(row: Any) -> StandsIn:
    return StandsIn(
        row["id"], row["article_id"], row["place"], row["outlet"], row["published"], row["title"], row["url"],
        row["name"], row["descriptor"], row["source_type"], row["person_id"], row["person_name"],
        bool(row["anonymous"]), row["confidence"], row["text"],
    )  # fmt: skip
