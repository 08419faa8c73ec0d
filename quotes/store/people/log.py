"""The judgement log, as far as it is about people: rows in and out, and whom they are about now.

Rows are only added. They name presences and known people by id; one that is gone since, because its article was read
anew, lives on under the id of whoever took its place there (`quotes.identity.former`).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, text

from quotes.identity.former import JudgedName, find_present
from quotes.identity.judgement import Judgement
from quotes.identity.profiles import Appearance
from quotes.store.reading.asking import rows_of_any
from quotes.store.rows import insert_numbered, insert_rows

_COLUMNS = "j.left_id, j.right_id, j.verdict, j.made_by, j.who, j.made, j.reason, j.score, j.undoes"


def append(connection: Connection, rows: Iterable[Judgement], *, fresh: bool = False) -> int:
    """Add rows to the log, those that it holds already left out; returns how many were added. `fresh` ones are new.

    What follows from them is for the caller to settle: see `quotes.store.people.placing.judge`.
    """
    given = {row.id: row for row in rows}
    held = set[str]() if fresh else _held(connection, "judgements", given)
    values = [
        {
            "id": identity,
            "about": "identity",
            "left_id": row.left,
            "right_id": row.right,
            "verdict": row.verdict,
            "made_by": row.by,
            "who": row.who,
            "made": row.when.isoformat(),
            "reason": row.reason,
            "score": row.score,
            "undoes": row.undoes,
        }
        for identity, row in given.items()
        if identity not in held
    ]
    if values:
        insert_numbered(connection, "judgements", values)
    return len(values)


def iter_log(connection: Connection, where: str = "TRUE") -> Iterator[Judgement]:
    """The judgements on people in the order in which they were written."""
    query = f"SELECT {_COLUMNS} FROM judgements j WHERE j.about = 'identity' AND {where} ORDER BY j.number"
    rows = connection.execute(text(query), execution_options={"yield_per": 1000})
    return (to_judgement(row) for row in rows)


def read_verdicts(connection: Connection) -> tuple[list[Judgement], dict[str, str]]:
    """All that people said and all that the machine doubts, with what was taken back, and former ids as present ones.

    The machine's merges, of which there are many, are left out where they stand.
    """
    undone = "j.id IN (SELECT undoes FROM judgements WHERE undoes IS NOT NULL)"
    rows = list(iter_log(connection, f"(j.made_by = 'human' OR j.verdict IN ('unsure', 'undo') OR {undone})"))
    return rows, find_now(connection, {side for row in rows for side in row.pair})


def rows_about(connection: Connection, ids: Collection[str]) -> list[Judgement]:
    """The rows that name any of these ids, in the order in which they were written."""
    found: dict[int, Row[Any]] = {}
    for side in ("left_id", "right_id"):
        query = f"SELECT {_COLUMNS}, j.number FROM judgements j WHERE j.{side} IN :ids AND j.about = 'identity'"
        found.update((row.number, row) for row in rows_of_any(connection, query, ids))
    return [to_judgement(row[:9]) for _, row in sorted(found.items())]


def find_rows(connection: Connection, beginning: str) -> list[Judgement]:
    """The rows whose id begins so."""
    query = f"SELECT {_COLUMNS} FROM judgements j WHERE j.about = 'identity' AND substr(j.id, 1, :length) = :beginning"
    rows = connection.execute(text(query), {"beginning": beginning, "length": len(beginning)})
    return [to_judgement(row) for row in rows]


def spoken_of(connection: Connection, ids: Collection[str]) -> set[str]:
    """Those of these ids that the log names."""
    query = (
        "SELECT left_id AS id FROM judgements WHERE about = 'identity' AND left_id IN :ids"
        " UNION SELECT right_id FROM judgements WHERE about = 'identity' AND right_id IN :ids"
    )
    return {row[0] for row in rows_of_any(connection, query, ids)}


def to_judgement(row: Sequence[Any]) -> Judgement:
    left, right, verdict, by, who, made, reason, score, undoes = row
    return Judgement(left, right, verdict, by, who, datetime.fromisoformat(made), reason, score, undoes)


def keep_names(connection: Connection, article_id: str, gone: Iterable[Appearance]) -> None:
    """Remember who these were, for rows of the log that name them."""
    values = [{"id": one.id, "article_id": article_id, "kind": one.kind, "name": one.names[0]} for one in gone]
    held = _held(connection, "judged_names", [value["id"] for value in values])
    insert_rows(connection, "judged_names", [value for value in values if value["id"] not in held])


def former_names(connection: Connection, article_ids: Collection[str]) -> list[JudgedName]:
    """Whom the log once named in these articles."""
    query = "SELECT id, article_id, kind, name FROM judged_names WHERE article_id IN :ids ORDER BY id"
    return [JudgedName(*tuple(row)) for row in rows_of_any(connection, query, article_ids)]


def find_now(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    """The present ids of those of these ids that are former ones and still have somebody."""
    query = "SELECT id, article_id, kind, name FROM judged_names WHERE id IN :ids"
    former = [JudgedName(*tuple(row)) for row in rows_of_any(connection, query, ids)]
    return find_present(former, _appearances(connection, {one.article_id for one in former}))


def find_before(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    """By former id, the present ids to which it leads now: all that lead to these."""
    query = "SELECT DISTINCT a.id FROM presences p JOIN articles a ON a.number = p.article WHERE p.id IN :ids"
    articles = {row[0] for row in rows_of_any(connection, query, ids)}
    former = former_names(connection, articles)
    if not former:
        return {}
    now = find_present(former, _appearances(connection, {one.article_id for one in former}))
    wanted = set(ids)
    return {was: present for was, present in now.items() if present in wanted}


def _appearances(connection: Connection, article_ids: Collection[str]) -> Mapping[str, Appearance]:
    query = (
        "SELECT p.id, a.id AS article_id, p.kind, p.names FROM presences p JOIN articles a ON a.number = p.article"
        " WHERE a.id IN :ids"
    )
    rows = rows_of_any(connection, query, article_ids, "names")
    return {row.id: Appearance(row.article_id, row.kind, tuple(row.names)) for row in rows}


def _held(connection: Connection, table: str, ids: Collection[str]) -> set[str]:
    return {row.id for row in rows_of_any(connection, f"SELECT id FROM {table} WHERE id IN :ids", ids)}
