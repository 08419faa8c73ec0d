"""What people hold of quotations: verdicts are rows of the log, and what they amount to comes before any reading."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import JSON, Connection, bindparam, text

from quotes.domain import identify
from quotes.store.adding.voices import fill_voices
from quotes.store.rows import insert_one, insert_rows
from quotes.store.sql import execute
from quotes.store.verdicts import Verdict

_ABOUT = """
SELECT number, id, left_id, value, undoes FROM judgements
WHERE about = 'quotation' AND left_id IN :ids ORDER BY number
"""


def append_verdict(
    connection: Connection, quotation_id: str, verdict: Verdict, *, who: str, made: str, reason: str
) -> str:
    """Add a verdict to the log; returns the row's id. The quotation's voices are not filled anew here."""
    value = {name: given for name, given in asdict(verdict).items() if given is not None}
    identity = identify("verdict", quotation_id, sorted(value.items()), who, made)
    insert_one(
        connection, "judgements", id=identity, about="quotation", left_id=quotation_id, verdict="correct", value=value,
        made_by="human", who=who, made=made, reason=reason,
    )  # fmt: skip
    return identity


def append_undo(connection: Connection, undone: str, quotation_id: str, *, who: str, made: str, reason: str) -> str:
    identity = identify("undo", undone, who, made)
    insert_one(
        connection, "judgements", id=identity, about="quotation", left_id=quotation_id, verdict="undo",
        made_by="human", who=who, made=made, reason=reason, undoes=undone,
    )  # fmt: skip
    return identity


def derive_corrections(connection: Connection, quotations: Sequence[int]) -> None:
    """What the log amounts to for these quotations.

    The newest verdict that holds decides, field by field; one on a quotation of a former wording holds of the one that
    follows it. An undo that is itself undone takes nothing back.
    """
    if not quotations or not _has_verdicts(connection):
        return
    ids = _lineage(connection, quotations)
    known = {identity for chain in ids.values() for identity in chain}
    query = text(_ABOUT).bindparams(bindparam("ids", expanding=True)).columns(value=JSON)
    rows = connection.execute(query, {"ids": sorted(known)}).mappings().all()
    by_quotation: dict[str, list[dict[str, Any]]] = {}
    taken_back = _taken_back({row["id"]: row["undoes"] for row in rows})
    for row in rows:
        if row["undoes"] is None and row["id"] not in taken_back:
            by_quotation.setdefault(row["left_id"], []).append(dict(row))
    delete = text("DELETE FROM corrections WHERE quotation IN :numbers").bindparams(
        bindparam("numbers", expanding=True)
    )
    connection.execute(delete, {"numbers": list(quotations)})
    corrections = []
    for number, chain in ids.items():
        held = sorted((row for identity in chain for row in by_quotation.get(identity, [])), key=lambda r: r["number"])
        if held:
            corrections.append({"quotation": number, **_amount([row["value"] for row in held])})
    insert_rows(connection, "corrections", corrections)


def _has_verdicts(connection: Connection) -> bool:
    return bool(execute(connection, "SELECT 1 FROM judgements WHERE about = 'quotation' LIMIT 1").scalar())


def _lineage(connection: Connection, quotations: Iterable[int]) -> dict[int, list[str]]:
    """For each quotation its id and those of the ones that it follows, the newest first."""
    query = text("SELECT number, id, follows FROM quotations WHERE number IN :numbers").bindparams(
        bindparam("numbers", expanding=True)
    )
    chains: dict[int, list[str]] = {number: [] for number in quotations}
    at: dict[int, list[int]] = {number: [number] for number in quotations}
    while at:
        following: dict[int, list[int]] = {}
        for number, identity, follows in connection.execute(query, {"numbers": list(at)}).all():
            for start in at[number]:
                chains[start].append(identity)
                if follows is not None:
                    following.setdefault(follows, []).append(start)
        at = following
    return chains


def _taken_back(undoes: dict[str, str | None]) -> set[str]:
    """The rows that do not hold. An undo is newer than what it undoes, so the newest are looked at first."""
    gone: set[str] = set()
    for identity in reversed(undoes):
        undone = undoes[identity]
        if undone is not None and identity not in gone:
            gone.add(undone)
    return gone


def _amount(values: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Verdicts in the order in which they were given as one: who speaks is said as a whole, the rest field by field."""
    total: dict[str, Any] = {
        "said": None, "speaker": False, "source_type": None, "name": None, "descriptor": None, "anonymous": None,
    }  # fmt: skip
    for value in values:
        if value.get("speaker"):
            total |= {"source_type": None, "name": None, "descriptor": None, "anonymous": None}
        total |= {name: given for name, given in value.items() if given is not None}
    return total


def quotation_of(connection: Connection, row: str) -> str | None:
    """The quotation that a row of the log is about; None where there is no such row."""
    query = "SELECT left_id FROM judgements WHERE id = :id AND about = 'quotation'"
    return connection.execute(text(query), {"id": row}).scalar()


def renew(connection: Connection, quotation_id: str) -> None:
    """Let what the log holds of a quotation show: in it, in those of later wordings that follow it, and in counts."""
    query = (
        "WITH RECURSIVE line(number) AS (SELECT number FROM quotations WHERE id = :id"
        " UNION SELECT q.number FROM quotations q JOIN line ON q.follows = line.number)"
        " SELECT q.number, v.article FROM line JOIN quotations q ON q.number = line.number"
        " JOIN versions v ON v.number = q.version"
    )
    rows = connection.execute(text(query), {"id": quotation_id}).all()
    derive_corrections(connection, [row.number for row in rows])
    fill_voices(connection, list(dict.fromkeys(row.article for row in rows)))
