"""Near copies: agency stories that each outlet edits a little, linked to the first of them that the store met.

A text is stood for by the sixteen smallest hashes of its word triples (Broder 1997); texts that share enough of them
are compared in full.
"""

from collections import Counter
from zlib import crc32

from sqlalchemy import Connection

from quotes.store.adding.arrival import shared, triples
from quotes.store.rows import insert_rows
from quotes.store.sql import execute

_HASHES = 16
_COMMON = 4  # hashes that two texts share before they are compared
_COPY = 0.6  # share of the shorter text's word triples: from here on one is a copy of the other
_COMPARED = 5  # candidates at most, those that share most hashes
_RECENT = 100  # versions for each hash at most, the newest: words that every article has lead nowhere
_MIX = 0x9E3779B1
_NEAR = " UNION ALL ".join(
    f"SELECT version FROM (SELECT version FROM sketches WHERE hash = :hash{place}"
    f" ORDER BY version DESC LIMIT {_RECENT}) s{place}"
    for place in range(_HASHES)
)


def sketch_of(words: frozenset[str]) -> list[int]:
    """The smallest hashes, in order, of 32 bits, mixed so that a hash tells nothing of the words that it is of."""
    return sorted({crc32(triple.encode()) * _MIX & 0xFFFFFFFF for triple in words})[:_HASHES]


def link_copy(connection: Connection, article: int, version: int, body: str) -> None:
    """Store the sketch of a new version, and what it is a near copy of, if of anything: the original, not a copy."""
    words = triples(body)
    hashes = sketch_of(words)
    values = {f"hash{place}": value for place, value in enumerate([*hashes, *[None] * _HASHES][:_HASHES])}
    near = Counter(execute(connection, _NEAR, values).scalars())
    insert_rows(connection, "sketches", ({"hash": value, "version": version} for value in hashes))
    best: tuple[float, int] | None = None
    for other, common in sorted(near.items(), key=lambda item: (-item[1], item[0]))[:_COMPARED]:
        if common < min(_COMMON, len(hashes)):
            continue
        row = execute(
            connection,
            "SELECT o.article, o.number, v.article AS likest, v.text FROM versions v"
            " JOIN versions o ON o.number = coalesce(v.copy_of, v.number) WHERE v.number = :number",
            {"number": other},
        ).one()
        if article in (row.article, row.likest):
            continue
        alike = shared(words, triples(row.text))
        if alike >= _COPY and (best is None or alike > best[0]):
            best = (alike, row.number)
    if best is not None:
        execute(
            connection,
            "UPDATE versions SET copy_of = :of, alike = :alike WHERE number = :version",
            {"of": best[1], "alike": best[0], "version": version},
        )
