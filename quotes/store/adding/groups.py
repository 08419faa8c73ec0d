"""A quotation that runs over several paragraphs is read as several stretches; what people say of one's speaker holds of
all."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from quotes.store.sql import execute

Row = Mapping[str, Any]
_SIBLINGS = """
SELECT s.quotation, r.quotation AS other
FROM readings s JOIN parses m ON m.number = s.parse AND m.current
JOIN readings r ON r.parse = s.parse AND r.group_number = s.group_number AND r.quotation <> s.quotation
WHERE s.quotation IN :numbers AND s.group_number IS NOT NULL
"""
_OF_ONE = ("said", "span")  # what a verdict says of its own stretch alone


def read_siblings(connection: Connection, quotations: Sequence[int]) -> dict[int, list[int]]:
    """The other stretches of those quotations that have any, as the newest reading of their wording joins them."""
    found: dict[int, list[int]] = {}
    if quotations:
        for number, other in execute(connection, _SIBLINGS, {"numbers": list(quotations)}):
            found.setdefault(number, []).append(other)
    return found


def with_those_of(own: Sequence[Row], others: Sequence[Sequence[Row]]) -> list[Row]:
    """The verdicts on a stretch and what those on its siblings say of the whole, in the order of the log."""
    shared = [_of_whole(row) for rows in others for row in rows]
    return sorted([*own, *(row for row in shared if row["value"])], key=lambda row: int(row["number"]))


def _of_whole(row: Row) -> Row:
    return {**row, "value": {name: given for name, given in row["value"].items() if name not in _OF_ONE}}
