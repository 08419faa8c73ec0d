"""Which quotations are one through an article's wordings, and which rows of the log hold of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import JSON, Connection, bindparam, text

from quotes.store.sql import execute, typed

_ROWS = """
SELECT number, id, left_id, right_id, verdict, value, undoes, who, made, reason FROM judgements
WHERE about = 'quotation' AND (left_id IN :ids OR right_id IN :ids) ORDER BY number
"""
_LATER = """
WITH RECURSIVE line(number) AS (
    SELECT number FROM quotations WHERE id = :id UNION SELECT q.number FROM quotations q JOIN line ON q.follows = line.number
) SELECT number FROM line
"""  # noqa: E501


@dataclass(frozen=True, slots=True)
class Held:
    """The rows of the log that hold of one quotation, in the order in which they were written."""

    chain: tuple[str, ...]  # its id, and those of the ones that it follows
    rows: list[dict[str, Any]] = field(default_factory=list)  # verdicts on these
    marks: list[dict[str, Any]] = field(default_factory=list)  # those by which a person marked it, also taken back ones
    replaced_by: list[str] = field(default_factory=list)  # ids of quotations that people marked in its place


def has_verdicts(connection: Connection) -> bool:
    return bool(execute(connection, "SELECT 1 FROM judgements WHERE about = 'quotation' LIMIT 1").scalar())


def read_held(connection: Connection, quotations: Sequence[int]) -> dict[int, Held]:
    """What holds of each; of most it is nothing. An undo that is itself undone takes nothing back."""
    chains = read_lineage(connection, quotations)
    known = sorted({identity for chain in chains.values() for identity in chain})
    rows = connection.execute(typed(_ROWS, "ids", value=JSON), {"ids": known}).mappings().all() if known else []
    gone = taken_back({row["id"]: row["undoes"] for row in rows})
    by_left: dict[str, list[dict[str, Any]]] = {}
    by_right: dict[str, list[dict[str, Any]]] = {}
    for row in map(dict, rows):
        row["holds"] = row["id"] not in gone
        if row["undoes"] is None:
            by_left.setdefault(row["left_id"], []).append(row)
            if row["right_id"] and row["holds"]:
                by_right.setdefault(row["right_id"], []).append(row)
    found: dict[int, Held] = {}
    for number, chain in chains.items():
        own = sorted((row for one in chain for row in by_left.get(one, ())), key=lambda row: row["number"])
        others = (row["left_id"] for one in chain for row in by_right.get(one, ()) if row["left_id"] not in chain)
        found[number] = Held(
            tuple(chain), [row for row in own if row["holds"] and row["value"] is not None],
            [row for row in own if row["verdict"] == "mark"], list(others),
        )  # fmt: skip
    return found


def read_lineage(connection: Connection, quotations: Iterable[int]) -> dict[int, list[str]]:
    """For each quotation its id and those of the ones that it follows, the newest first."""
    query = text("SELECT number, id, follows FROM quotations WHERE number IN :numbers").bindparams(
        bindparam("numbers", expanding=True)
    )
    chains: dict[int, list[str]] = {number: [] for number in quotations}
    at: dict[int, list[int]] = {number: [number] for number in chains}
    while at:
        following: dict[int, list[int]] = {}
        for number, identity, follows in connection.execute(query, {"numbers": list(at)}).all():
            for start in at[number]:
                if identity in chains[start]:
                    continue  # two readings of a wording may follow each other
                chains[start].append(identity)
                if follows is not None:
                    following.setdefault(follows, []).append(start)
        at = following
    return chains


def read_later(connection: Connection, quotation_id: str) -> list[int]:
    """The quotation and all that follow it."""
    return list(connection.execute(text(_LATER), {"id": quotation_id}).scalars())


def taken_back(undoes: dict[str, str | None]) -> set[str]:
    """The rows that do not hold. An undo is newer than what it undoes, so the newest are looked at first."""
    gone: set[str] = set()
    for identity in reversed(undoes):
        undone = undoes[identity]
        if undone is not None and identity not in gone:
            gone.add(undone)
    return gone
