"""Who is quoted in some of the places where articles stand, for those who compare them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from quotes.categories import VOICELESS
from quotes.domain import SourceType
from quotes.store.counting.counts import Asked, Dimension
from quotes.store.counting.tallies import listed
from quotes.store.outlets import outlet_id
from quotes.store.selection import Selection
from quotes.store.sql import execute

_TYPES: Mapping[str, SourceType] = {"person": "named_person", "organization": "named_organization"}
_PLACES: Mapping[str, str] = {
    "outlet": "p.outlet IN (SELECT number FROM outlets WHERE id = :place)",
    "desk": "lower(p.section) = :place",
    "byline": "lower(p.byline) = :place OR lower(p.byline) = 'by ' || :place",
    "month": "p.published BETWEEN :first AND :last",
    "year": "p.published BETWEEN :first AND :last",
}
_QUOTED = """
SELECT b.id, b.kind, b.name, c.quotations
FROM (
  SELECT w.person, count(DISTINCT w.whole) AS quotations
  FROM voices w
  WHERE w.version IN (SELECT p.version FROM appearances p WHERE p.current AND ({place}))
    AND w.person IS NOT NULL AND w.category NOT IN ({voiceless}) AND {voices}
  GROUP BY w.person
) c
JOIN people b ON b.number = c.person AND b.kind IN ('person', 'organization')
"""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Somebody with a name who is quoted in a place, with how often; each quotation once, however often it stands
    there."""

    id: str
    type: SourceType
    name: str
    quotations: int


def count_quoted(connection: Connection, selection: Selection, dimension: Dimension, value: str) -> list[Quoted]:
    """All who are quoted in one outlet, desk, byline, month (YYYY-MM) or year, in no order."""
    asked = Asked.of(selection, connection.dialect.name)
    query = _QUOTED.format(place=_PLACES[dimension], voiceless=listed(VOICELESS), voices=asked.voices)
    rows = execute(connection, query, {**asked.values, **_values(dimension, value)})
    return [Quoted(row.id, _TYPES[row.kind], row.name, int(row.quotations)) for row in rows]


def _values(dimension: Dimension, value: str) -> dict[str, Any]:
    if dimension in ("month", "year"):
        first, last = (value, value) if dimension == "month" else (f"{value}-01", f"{value}-12")
        return {"first": f"{first}-01", "last": _last_day(last)}
    return {"place": outlet_id(value) if dimension == "outlet" else value.strip().lower()}


def _last_day(month: str) -> str:
    from calendar import monthrange

    year, number = map(int, month.split("-"))
    return f"{month}-{monthrange(year, number)[1]:02}"
