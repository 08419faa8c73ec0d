"""The wordings in which quotations stand, each with its text and everything quoted there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from quotes.store.reading.queries import iter_records
from quotes.store.records import QuotationRecord
from quotes.store.sql import execute

_VERSIONS = """
SELECT q.version, min(v.text) AS text FROM quotations q JOIN versions v ON v.number = q.version
WHERE q.number IN :numbers GROUP BY q.version
"""


@dataclass(frozen=True, slots=True)
class StoredSource:
    """One wording of an article, with the quotations in it that are between marks, in order of the text."""

    text: str
    quotations: tuple[QuotationRecord, ...]


def read_sources(connection: Connection, numbers: Sequence[int]) -> list[StoredSource]:
    """The current wordings in which these quotations stand."""
    if not numbers:
        return []
    texts = {row.version: row.text for row in execute(connection, _VERSIONS, {"numbers": list(numbers)})}
    places: Mapping[str, int] = {f"v{place}": version for place, version in enumerate(texts)}
    within = ", ".join(f":{name}" for name in places)
    query = f"SELECT id, version FROM quotations WHERE version IN ({within})"
    owner: dict[str, int] = dict(execute(connection, query, places).all())
    where = f"version IN ({within}) AND kind <> 'indirect' ORDER BY version, span_start, span_end"
    found: dict[int, list[QuotationRecord]] = {}
    for record in iter_records(connection, where, places):
        found.setdefault(owner[record.id], []).append(record)
    return [StoredSource(texts[version], tuple(records)) for version, records in found.items()]
