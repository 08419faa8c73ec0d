"""Quotations that people hold to be ones though no reading has them: each gets a reading in the current parse, copied
from the last one that it, or the one whose place it takes, had."""

from typing import Any

from sqlalchemy import Connection, RowMapping, select

from quotes.store.adding.appearances import outlet_numbers
from quotes.store.rows import insert_numbered, insert_rows, number_all
from quotes.store.sql import execute
from quotes.store.tables import TABLES

READINGS, VIA = TABLES["readings"], TABLES["via"]
BY_A_PERSON = "a person holds these to be somebody's words"
VIA_OF_PEOPLE = 1000  # positions of vias from here on are people's
_MARKS = "\"“”„«»‘’'"
_HERE = """
SELECT q.number, q.version, q.span_start, q.span_end, v.text, m.number AS parse,
       (SELECT r.number FROM readings r WHERE r.parse = m.number AND r.quotation = q.number) AS reading
FROM quotations q JOIN versions v ON v.number = q.version JOIN parses m ON m.version = v.number AND m.current
WHERE q.number = :number
"""
_LAST = """
SELECT r.number, q.version, q.span_start, q.span_end
FROM quotations q JOIN parses m ON m.version = q.version
JOIN readings r ON r.parse = m.number AND r.quotation = q.number
WHERE q.id IN :ids ORDER BY r.number DESC LIMIT 1
"""
_OF_TEXT = ("mention", "cue", "reason", "addressee")


def show_reading(connection: Connection, number: int, chain: tuple[str, ...], *, wanted: bool) -> None:
    """Let a quotation have a reading if people hold it to be one, and none that is only theirs if not."""
    here = execute(connection, _HERE, {"number": number}).mappings().one_or_none()
    if here is None:
        return
    if here["reading"] is None and wanted:
        _add(connection, here, chain)
    elif here["reading"] is not None and not wanted:
        query = select(READINGS.c.evidence).where(READINGS.c.number == here["reading"])
        evidence = connection.execute(query).scalar_one()
        if evidence and evidence[0] == _reason(connection):
            execute(connection, "DELETE FROM via WHERE reading = :reading", {"reading": here["reading"]})
            execute(connection, "DELETE FROM readings WHERE number = :reading", {"reading": here["reading"]})


def set_via(connection: Connection, number: int, outlet: str | None, *, without: bool) -> None:
    """The outlet that people name besides those that were read; `without`, those do not count."""
    here = execute(connection, _HERE, {"number": number}).mappings().one_or_none()
    if here is None or here["reading"] is None:
        return
    execute(
        connection, "DELETE FROM via WHERE reading = :reading AND position >= :first",
        {"reading": here["reading"], "first": VIA_OF_PEOPLE},
    )  # fmt: skip
    query = (
        f"UPDATE via SET position = -1 - position WHERE reading = :reading AND position {'>=' if without else '<'} 0"
    )
    execute(connection, query, {"reading": here["reading"]})
    if outlet:
        row = {
            "reading": here["reading"], "position": VIA_OF_PEOPLE, "name": outlet, "relation": "told",
            "outlet": outlet_numbers(connection, [outlet])[outlet],
        }  # fmt: skip
        insert_rows(connection, "via", [row])


def _add(connection: Connection, here: RowMapping, chain: tuple[str, ...]) -> None:
    last = execute(connection, _LAST, {"ids": list(chain)}).mappings().one_or_none()
    row = _blank() if last is None else _copied(connection, last, same=last["version"] == here["version"])
    start, end = here["span_start"], here["span_end"]
    while end - start > 2 and here["text"][start] in _MARKS:
        start += 1
    while end - start > 1 and here["text"][end - 1] in _MARKS:
        end -= 1
    moved = last is not None and (last["span_start"], last["span_end"]) != (here["span_start"], here["span_end"])
    if last is None or moved or last["version"] != here["version"]:
        row |= {"content_start": start, "content_end": end, "parts": None}
        row["marks"] = here["text"][here["span_start"]] in _MARKS
    reason = _reason(connection)
    row |= {
        "quotation": here["number"], "parse": here["parse"], "parent": None, "group_number": None, "member": None,
        "addressee_member": None, "evidence": [reason, *(one for one in row["evidence"] if one != reason)],
    }  # fmt: skip
    [number] = insert_numbered(connection, "readings", [row])
    if last is not None:
        _copy_via(connection, last["number"], number, same=last["version"] == here["version"])


def _copy_via(connection: Connection, last: int, number: int, *, same: bool) -> None:
    """Those that were read; what people say of them is for `set_via`."""
    query = select(VIA).where(VIA.c.reading == last, VIA.c.position < VIA_OF_PEOPLE)
    rows = [dict(row) for row in connection.execute(query).mappings()]
    for row in rows:
        row |= {"reading": number, "position": max(row["position"], -1 - row["position"]), "member": None}
        if not same:
            row |= {"span_start": None, "span_end": None}
    insert_rows(connection, "via", rows)


def _copied(connection: Connection, last: RowMapping, *, same: bool) -> dict[str, Any]:
    found = connection.execute(select(READINGS).where(READINGS.c.number == last["number"])).mappings().one()
    row = {name: value for name, value in found.items() if name != "number"}
    if not same:  # another text, in which those words stand elsewhere
        row |= {f"{part}_{end}": None for part in _OF_TEXT for end in ("start", "end", "text")} | {"cue_lemma": None}
    return row


def _blank() -> dict[str, Any]:
    given: dict[str, Any] = {column.name: None for column in READINGS.columns if column.name != "number"}
    return given | {
        "kind": "direct", "speech_confidence": 1.0, "mention_confidence": 1.0,
        "name_confidence": 1.0, "evidence": [], "anonymous": False, "declined": False, "medium": "none",
        "category": "unknown",
    }  # fmt: skip


def _reason(connection: Connection) -> int:
    return number_all(connection, "reasons", "text", {BY_A_PERSON: {}})[BY_A_PERSON]
