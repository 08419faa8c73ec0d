"""The table `fingerprints`: which quotations hold which shingles of words.

Indirect reports are no quotations to be held against a draft, and from fewer than six words nothing follows: neither
is in it. docs/checking.md tells what the index costs.
"""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from quotes.store.alike.winnowing import winnow
from quotes.store.folding import fold_words
from quotes.store.rows import insert_rows
from quotes.store.sql import execute

LEAST_WORDS = 6  # fewer agree by chance
_AT_ONCE = 1000  # quotations that are indexed together
_QUOTED = """
SELECT q.number, substr(v.text, q.span_start + 1, q.span_end - q.span_start) AS text
FROM quotations q JOIN versions v ON v.number = q.version
WHERE q.number > :last
  AND EXISTS (SELECT 1 FROM parses m JOIN readings r ON r.parse = m.number AND r.quotation = q.number
              WHERE m.version = q.version AND r.kind <> 'indirect')
ORDER BY q.number LIMIT :limit
"""


def add_fingerprints(connection: Connection, quotations: Mapping[int, Sequence[str]]) -> None:
    """Index new quotations: their numbers, and their folded words."""
    rows = []
    for number, words in quotations.items():
        if len(words) >= LEAST_WORDS:
            rows += [{"hash": value, "quotation": number} for value in sorted(winnow(words))]
    insert_rows(connection, "fingerprints", rows)


def rebuild_fingerprints(connection: Connection) -> None:
    """Fill the table anew from the texts."""
    execute(connection, "DELETE FROM fingerprints")
    last = 0
    while True:
        rows = execute(connection, _QUOTED, {"last": last, "limit": _AT_ONCE}).all()
        if not rows:
            return
        add_fingerprints(connection, {row.number: fold_words(row.text) for row in rows})
        last = rows[-1].number
