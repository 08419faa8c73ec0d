"""The last words of several people, of those that are asked for."""

from collections.abc import Sequence

from sqlalchemy import Connection

from quotes.store.counting.counts import Asked
from quotes.store.reading.queries import iter_records
from quotes.store.records import QuotationRecord
from quotes.store.selection import Selection
from quotes.store.sql import execute

_LATEST = """
SELECT person, quotation FROM (
  SELECT b.id AS person, w.quotation, row_number() OVER (
    PARTITION BY w.person ORDER BY p.published IS NULL, p.published DESC, w.quotation DESC
  ) AS place
  FROM people b JOIN voices w ON w.person = b.number JOIN appearances p ON p.version = w.version AND p.first
  WHERE b.id IN :people AND {voices}
) ranked
WHERE place = 1
"""


def read_latest(connection: Connection, selection: Selection, people: Sequence[str]) -> dict[str, QuotationRecord]:
    """The newest quotation of each of these people, by their ids; whoever has none is left out."""
    asked = Asked.of(selection, connection.dialect.name)
    query = _LATEST.format(voices=asked.voices)
    found = {quotation: person for person, quotation in execute(connection, query, {**asked.values, "people": people})}
    if not found:
        return {}
    order = " ".join(f"WHEN {number} THEN {place}" for place, number in enumerate(found))
    where = f"number IN ({', '.join(map(str, found))}) ORDER BY CASE number {order} END"
    return dict(zip(found.values(), iter_records(connection, where, {}), strict=True))
