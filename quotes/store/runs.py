"""Runs: what was done to the store, when, by which version with which settings; and what was rejected."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Integer, bindparam, text

from quotes.domain import ParsedArticle, Reject, identify
from quotes.store.rows import insert_one
from quotes.store.sql import execute

_LONGEST_RAW = 1_000_000  # characters of a rejected input that are kept


@dataclass(frozen=True, slots=True)
class Run:
    """A run that articles are added in, and what reads them."""

    number: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class RejectRecord:
    """Something that could not be stored as an article, with its raw input where there is any."""

    number: int
    run: int
    when: str  # when the run began, ISO 8601 in UTC
    origin: str
    reason: str
    raw: str | None

    def to_dict(self) -> dict[str, Any]:
        return {
            "number": self.number, "run": self.run, "when": self.when, "origin": self.origin, "reason": self.reason,
            "raw": self.raw,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class RunRecord:
    """One run, with how many readings it brought and how many rejects it left."""

    number: int
    started: str
    ended: str | None  # None while it lasts, and where it was killed
    command: str
    parser: str
    models: str
    fingerprint: str
    articles: int
    rejects: int

    def to_dict(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}


def begin(
    connection: Connection,
    command: str,
    parser: str,
    models: str,
    fingerprint: str,
    settings: Mapping[str, Any],
    started: str,
) -> int:
    return insert_one(
        connection, "runs", started=started, command=command, parser=parser, models=models, fingerprint=fingerprint,
        settings=dict(settings),
    )  # fmt: skip


def end(connection: Connection, run: int, ended: str) -> None:
    connection.execute(text("UPDATE runs SET ended = :ended WHERE number = :run"), {"ended": ended, "run": run})


def fingerprint_of(parsed: ParsedArticle) -> str:
    """What read an article; of a value that does not say so, its parser and models."""
    return parsed.fingerprint or identify(parsed.parser, parsed.models)


def run_of(connection: Connection, parsed: ParsedArticle, started: str) -> Run:
    """The run of an article that was added outside of any: one for all that the same version read."""
    fingerprint = fingerprint_of(parsed)
    query = "SELECT max(number) FROM runs WHERE fingerprint = :fingerprint AND command = 'add'"
    number = execute(connection, query, {"fingerprint": fingerprint}).scalar()
    if number is None:
        number = begin(connection, "add", parsed.parser, parsed.models, fingerprint, {}, started)
    return Run(int(number), fingerprint)


def keep_reject(connection: Connection, run: int, reject: Reject) -> None:
    """Characters that no database takes are shown by their escapes; of a long input the beginning is kept."""
    raw = None if reject.raw is None else _plain(reject.raw[:_LONGEST_RAW])
    insert_one(connection, "rejects", run=run, origin=_plain(reject.origin), reason=_plain(reject.reason), raw=raw)


def _plain(given: str) -> str:
    return given.encode("utf-8", "backslashreplace").decode("utf-8").replace("\0", "\\x00")


def waiting(connection: Connection) -> dict[str, list[int]]:
    """The rejects that wait to be mended, by the id of the article that they were meant to be, where it is known."""
    found: dict[str, list[int]] = {}
    for number, origin, raw in connection.execute(text("SELECT number, origin, raw FROM rejects WHERE mended IS NULL")):
        found.setdefault(_id_in(raw) or origin, []).append(number)
    return found


def _id_in(raw: str | None) -> str | None:
    try:
        record = json.loads(raw or "")
    except ValueError:
        return None
    identity = record.get("id") if isinstance(record, dict) else None
    return str(identity) if isinstance(identity, str | int) else None


def mend(connection: Connection, rejects: Iterable[int], when: str) -> None:
    """These were stored after all."""
    query = "UPDATE rejects SET mended = :when WHERE number = :number"
    for number in rejects:
        connection.execute(text(query), {"when": when, "number": number})


def supersede(connection: Connection, run: int, paths: Iterable[str], when: str) -> None:
    """These paths were read anew by a run: what earlier runs rejected there is mended, or is rejected again."""
    query = (
        "UPDATE rejects SET mended = :when WHERE run < :run AND mended IS NULL"
        " AND (origin = :path OR substr(origin, 1, :length + 1) IN (:path || ':', :path || '/'))"
    )
    for path in paths:
        values = {"when": when, "run": run, "path": path.rstrip("/"), "length": len(path.rstrip("/"))}
        connection.execute(text(query), values)


def read_rejects(connection: Connection, run: int | None = None) -> list[RejectRecord]:
    """Those that were not mended, oldest first; of one run, or of all."""
    query = (
        "SELECT j.number, j.run, n.started, j.origin, j.reason, j.raw FROM rejects j JOIN runs n ON n.number = j.run"
        " WHERE j.mended IS NULL AND (:run IS NULL OR j.run = :run) ORDER BY j.number"
    )
    asked = text(query).bindparams(bindparam("run", type_=Integer))
    return [RejectRecord(*row) for row in connection.execute(asked, {"run": run})]


def read_runs(connection: Connection) -> list[RunRecord]:
    """All runs, oldest first."""
    query = (
        "SELECT n.number, n.started, n.ended, n.command, n.parser, n.models, n.fingerprint,"
        " (SELECT count(*) FROM parses m WHERE m.run = n.number),"
        " (SELECT count(*) FROM rejects j WHERE j.run = n.number) FROM runs n ORDER BY n.number"
    )
    return [RunRecord(*row) for row in connection.execute(text(query))]
