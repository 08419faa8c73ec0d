"""Rows of the log about quotations, as people list and export them."""

from typing import Any

from sqlalchemy import JSON, Connection, Date

from quotes.domain import Span
from quotes.store.adding.lineage import read_later, taken_back
from quotes.store.sql import execute, typed
from quotes.store.verdicts import Correction, Verdict
from quotes.store.views import TEXT

_ROWS = f"""
SELECT j.number, j.id, j.left_id, j.right_id, j.verdict, j.value, j.who, j.made, j.reason, j.undoes,
       a.id AS article, {TEXT} AS text, p.title, o.name AS outlet, p.published,
       coalesce(r.name, r.descriptor, r.mention_text) AS read_as
FROM judgements j LEFT JOIN quotations q ON q.id = j.left_id LEFT JOIN versions v ON v.number = q.version
LEFT JOIN articles a ON a.number = v.article
LEFT JOIN appearances p ON p.version = v.number AND p.first
LEFT JOIN outlets o ON o.number = p.outlet
LEFT JOIN parses m ON m.version = v.number AND m.current
LEFT JOIN readings r ON r.quotation = q.number AND r.parse = m.number
WHERE j.about = 'quotation' AND {{asked}} ORDER BY j.number
"""
_IDS = "SELECT id, number, undoes FROM judgements WHERE about = 'quotation' ORDER BY number"
_FIELDS = ("said", "speaker", "source_type", "name", "role", "descriptor", "anonymous", "via", "without_via")


def read_corrections(connection: Connection, *, row: str | None = None, number: int | None = None) -> list[Correction]:
    """All of them in order, or the one with this id or number."""
    asked, values = ("j.id = :given", row) if row is not None else ("j.number = :given", number)
    if values is None:
        asked = "TRUE"
    query = typed(_ROWS.format(asked=asked), value=JSON, published=Date)
    rows = connection.execute(query, {} if values is None else {"given": values}).mappings().all()
    ids = execute(connection, _IDS).all()
    gone = taken_back({one.id: one.undoes for one in ids})
    numbers = {one.id: one.number for one in ids}
    present = {identity: _read_present(connection, identity) for identity in {row["left_id"] for row in rows}}
    return [_correction(dict(row), numbers, gone, present[row["left_id"]]) for row in rows]


def _read_present(connection: Connection, identity: str) -> dict[str, Any]:
    """The quotation in the newest wording that follows this one, and whose words the record has it for."""
    query = (
        "SELECT q.id AS present, q.span_start, q.span_end, coalesce(r.name, r.descriptor, r.source_type) AS speaker"
        " FROM quotations q"
        " JOIN versions v ON v.number = q.version AND v.current LEFT JOIN record r ON r.number = q.number"
        " WHERE q.number IN :numbers ORDER BY q.number DESC LIMIT 1"
    )
    numbers = read_later(connection, identity)
    found = execute(connection, query, {"numbers": numbers}).mappings().first() if numbers else None
    if found is None:
        return {"present": None, "place": None, "speaker": None}
    return {
        "present": found["present"],
        "place": Span(found["span_start"], found["span_end"]),
        "speaker": found["speaker"],
    }


def _correction(row: dict[str, Any], numbers: dict[str, int], gone: set[str], present: dict[str, Any]) -> Correction:
    value = row["value"] or {}
    given = {name: value[name] for name in _FIELDS if name in value}
    span = value.get("span")
    return Correction(
        number=row["number"], id=row["id"], quotation=row["left_id"], article=row["article"] or "",
        text=row["text"] or "", title=row["title"], outlet=row["outlet"], published=row["published"],
        read_as=row["read_as"], verdict=row["verdict"], value=Verdict(**given),
        span=(span[0], span[1]) if span else None, instead_of=row["right_id"], who=row["who"], made=row["made"],
        reason=row["reason"], undoes=numbers.get(row["undoes"]) if row["undoes"] else None,
        holds=row["id"] not in gone, **present,
    )  # fmt: skip
