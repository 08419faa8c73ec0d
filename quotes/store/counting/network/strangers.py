"""Ends of links who say and publish nothing that is asked for: they are mentioned, or passed words on."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from sqlalchemy import Connection

from quotes.domain import identify
from quotes.store.counting.network.agencies import Agency
from quotes.store.counting.network.rows import End
from quotes.store.counting.network.spoken import AGENCIES, ARTICLES, NAMES, OUTLETS
from quotes.store.reading.asking import rows_of_any

_PEOPLE = """
SELECT b.number, b.id, b.kind, coalesce(b.name, b.descriptor) AS label, a.id AS article
FROM people b LEFT JOIN articles a ON a.number = b.article WHERE b.number IN :ids
"""


def read_strangers(
    connection: Connection, keys: Collection[int], agencies: Sequence[Agency], relayed: Mapping[int, int]
) -> Iterator[End]:
    """`relayed`: how many quotations came through those of them that are outlets."""
    people = [key for key in keys if key < OUTLETS]
    for row in rows_of_any(connection, _PEOPLE, people):
        yield End(row.number, f"speaker:{row.id}", row.kind, row.label, row.article)
    outlets = [key - OUTLETS for key in keys if OUTLETS <= key < ARTICLES]
    for row in rows_of_any(connection, "SELECT number, id, name FROM outlets WHERE number IN :ids", outlets):
        key = OUTLETS + row.number
        yield End(key, f"outlet:{row.id}", "outlet", row.name, relayed=relayed.get(key, 0))
    names = [key - NAMES for key in keys if NAMES <= key < AGENCIES]
    query = "SELECT number, kind, name, folded FROM mentioned_names WHERE number IN :ids"
    for row in rows_of_any(connection, query, names):
        yield End(NAMES + row.number, f"name:{identify('name', row.folded)}", row.kind, row.name)
    for agency in agencies:
        if agency.key >= AGENCIES and agency.key in keys:
            yield End(agency.key, f"outlet:{agency.id}", "outlet", agency.names[0], relayed=relayed.get(agency.key, 0))
