"""The text around quotations, for those who show them where they stand."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from quotes.store.sql import execute

_AROUND = 260  # characters before and after, at most
_QUERY = """
SELECT q.id, q.span_start AS start,
       substr(v.text, CASE WHEN q.span_start > :around THEN q.span_start - :around + 1 ELSE 1 END,
              CASE WHEN q.span_start > :around THEN :around ELSE q.span_start END) AS before,
       substr(v.text, q.span_end + 1, :around) AS after
FROM quotations q JOIN versions v ON v.number = q.version
WHERE q.id IN :ids
"""


class Passage(NamedTuple):
    """What stands before and after a quotation in its paragraph, cut between words with an ellipsis."""

    before: str
    after: str


def read_passages(connection: Connection, ids: Sequence[str]) -> dict[str, Passage]:
    """By the ids of quotations."""
    if not ids:
        return {}
    rows = execute(connection, _QUERY, {"ids": list(ids), "around": _AROUND})
    return {row.id: Passage(_before(row.before, begins=row.start <= _AROUND), _after(row.after)) for row in rows}


def _before(text: str, *, begins: bool) -> str:
    """
    >>> _before("A long tale.\\nShe said ", begins=True), _before("ong tale and she said ", begins=False)
    ('She said ', '… tale and she said ')
    """
    _, line, last = text.rpartition("\n")
    if line or begins:
        return last
    return f"… {last.partition(' ')[2]}"


def _after(text: str) -> str:
    """
    >>> _after(" she said.\\nThen")
    ' she said.'
    """
    first, line, _ = text.partition("\n")
    if line or len(text) < _AROUND:
        return first
    return f"{first.rpartition(' ')[0]} …"
