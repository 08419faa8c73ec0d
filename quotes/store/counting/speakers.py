"""Everybody who speaks, with how often: people as the registry has them, or speakers as articles spell them."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, text

from quotes.domain import Source, SourceType, speaker_id
from quotes.lexicon import words
from quotes.store.counting.counts import Asked
from quotes.store.selection import Selection
from quotes.store.sql import execute

_TYPES: Mapping[str, SourceType] = {"person": "named_person", "organization": "named_organization"}
_ROLES_READ = 50  # articles of somebody that are looked at for a role

_COUNT = """
SELECT w.person, {quoted} AS quotations, {reported} AS reports
FROM voices w {places}
WHERE {where}
GROUP BY w.person
"""
_PAGE = """
WITH counts AS MATERIALIZED ({counts}),
limits AS (SELECT quotations FROM counts ORDER BY quotations DESC LIMIT 1 OFFSET :ranked)
SELECT b.number, b.id, b.kind, b.name, b.descriptor, c.quotations, c.reports
FROM counts c JOIN people b ON b.number = c.person
WHERE c.quotations >= coalesce((SELECT quotations FROM limits), 0) AND c.quotations + c.reports > 0 {somebody}
ORDER BY c.quotations DESC, c.reports DESC, lower(coalesce(b.name, b.descriptor, b.kind)){collate}, b.id{collate}
LIMIT :limit
"""
_SOMEBODY = "AND b.kind <> 'narrator' AND lower(coalesce(b.name, b.descriptor, '')) NOT IN :nobodies"
_MANY = 1 << 40
_AT_ONCE = 5000  # ids in one question
_THEN = "\x1f"  # between what is sorted by and a role
_SPARE = 500  # of the most quoted, how many may be left out before all are looked at


@dataclass(frozen=True, slots=True)
class SpeakerCount:
    """Somebody who speaks, with how many quotations count as theirs."""

    id: str
    type: SourceType
    name: str | None
    descriptor: str | None
    role: str | None  # the earliest that an article gives
    anonymous: bool
    quotations: int
    reports: int  # without quotation marks

    def to_dict(self, *, indirect: bool = True) -> dict[str, Any]:
        """`indirect`: with how much was reported of them."""
        return {
            "id": self.id,
            "name": self.name,
            "descriptor": self.descriptor,
            "role": self.role,
            "source_type": self.type,
            "anonymous": self.anonymous,
            "quotations": self.quotations,
            **({"indirect": self.reports} if indirect else {}),
        }


def iter_speakers(
    connection: Connection,
    selection: Selection,
    *,
    people: Sequence[str] | None = None,
    limit: int | None = None,
    each: bool = False,
) -> Iterator[SpeakerCount]:
    """Who speaks, the most quoted first, then by name; of these `people` alone, by their ids, if given.

    Of everybody, the article's own voice and those whom only a pronoun stands for are left out.
    """
    asked = Asked.of(selection, connection.dialect.name)
    where, values = f"{asked.voices} AND w.person IS NOT NULL", dict(asked.values)
    if people is not None:
        where += " AND w.person IN (SELECT number FROM people WHERE id IN :people)"
    counts = _COUNT.format(where=where, **_sums(each=each, indirect=selection.indirect))
    somebody = "" if people is not None else _SOMEBODY
    names = {"people": list(people)} if people is not None else {"nobodies": ["", *sorted(words("pronouns"))]}
    query = text(_PAGE.format(counts=counts, collate=_collate(connection), somebody=somebody))
    query = query.bindparams(*(bindparam(name, expanding=True) for name in names))
    values |= names | {"limit": limit or _MANY, "ranked": _MANY}
    if limit is not None:
        rows = connection.execute(query, {**values, "ranked": limit + _SPARE}).mappings().all()
        if len(rows) == limit:
            yield from (_to_speaker(connection, row) for row in rows)
            return
    for row in connection.execute(query, values, execution_options={"yield_per": 500}).mappings():
        yield _to_speaker(connection, row)


def read_people(connection: Connection, people: Sequence[str], selection: Selection) -> list[SpeakerCount]:
    """These by their ids, however many, in the order of `iter_speakers`; who said nothing is left out."""
    found: list[SpeakerCount] = []
    for start in range(0, len(people), _AT_ONCE):
        found += iter_speakers(connection, selection, people=people[start : start + _AT_ONCE])
    if len(people) <= _AT_ONCE:
        return found
    return sorted(found, key=lambda one: (-one.quotations, -one.reports, (one.name or one.descriptor or "").lower()))


def _collate(connection: Connection) -> str:
    """Letters in one order on every database: that of Unicode."""
    return ' COLLATE "C"' if connection.dialect.name == "postgresql" else ""


def _sums(*, each: bool, indirect: bool) -> dict[str, str]:
    """How often somebody is quoted and reported."""
    n = "sum(n.places)" if each else "count(*)"
    places = (
        "JOIN (SELECT version, count(*) AS places FROM appearances WHERE current GROUP BY version) n"
        " ON n.version = w.version"
        if each
        else ""
    )

    def of(kind: str) -> str:
        if each:
            return f"coalesce({n} FILTER (WHERE {kind}), 0)"
        shared = f"count(DISTINCT CASE WHEN w.copied AND {kind} THEN w.whole END)"
        return f"count(*) FILTER (WHERE NOT w.copied AND {kind}) + {shared}"

    return {"quoted": of("NOT w.reported"), "reported": of("w.reported") if indirect else "0", "places": places}


def _to_speaker(connection: Connection, row: RowMapping) -> SpeakerCount:
    role, anonymous = _described(connection, row)
    return SpeakerCount(
        row["id"], _TYPES.get(row["kind"], row["kind"]), row["name"], row["descriptor"], role, anonymous,
        int(row["quotations"]), int(row["reports"]),
    )  # fmt: skip


_ROLES = f"""
SELECT roles FROM (
  SELECT roles, published, number FROM presences
  WHERE person = :person AND CAST(roles AS VARCHAR) <> '[]' ORDER BY number LIMIT {_ROLES_READ}
) found
ORDER BY published IS NULL, published, number LIMIT 1
"""
_UNNAMED = """
SELECT r.role, r.anonymous FROM voices w JOIN record r ON r.number = w.quotation
WHERE w.person = :person ORDER BY r.role IS NULL, r.span_start LIMIT 1
"""


def _described(connection: Connection, row: RowMapping) -> tuple[str | None, bool]:
    """The role that articles give somebody, and whether they withhold the name."""
    person = {"person": row["number"]}
    if row["kind"] in _TYPES:
        roles = execute(connection, _ROLES, person).scalar()
        roles = json.loads(roles) if isinstance(roles, str) else roles
        return (roles[0] if roles else None), False
    found = execute(connection, _UNNAMED, person).first()
    return (found.role, bool(found.anonymous)) if found else (None, False)


_SPELLINGS = """
SELECT r.source_type, min(r.name) AS name, r.spelled, r.described, r.described_in, min(r.role) AS role,
       max(CASE WHEN r.anonymous THEN 1 ELSE 0 END) AS anonymous, {quoted} AS quotations, {reported} AS reports
FROM (SELECT number, source_type, name, anonymous, lower(name) AS spelled,
             coalesce(CAST(published AS VARCHAR), '9999') || :then || article_id || :then
             || CAST(1000000000 + span_start AS VARCHAR) || :then || role AS role,
             CASE WHEN name IS NULL THEN descriptor END AS described,
             CASE WHEN name IS NULL THEN article_id END AS described_in
      FROM record WHERE source_type IS NOT NULL AND {record}) r
JOIN voices w ON w.quotation = r.number AND w.first {places}
WHERE {where}
GROUP BY r.source_type, r.spelled, r.described, r.described_in
ORDER BY quotations DESC, reports DESC, lower(coalesce(min(r.name), r.described, r.source_type)){collate},
         r.described_in{collate}
LIMIT :limit
"""


def iter_spellings(
    connection: Connection, selection: Selection, *, limit: int | None = None, each: bool = False
) -> Iterator[SpeakerCount]:
    """Speakers as articles spell them, whoever they are: a name is one for all articles, a description one in each."""
    condition = replace(selection, said=True).condition(connection.dialect.name)
    sums = _sums(each=each, indirect=selection.indirect)
    query = _SPELLINGS.format(record=condition.sql, where="w.leads", collate=_collate(connection), **sums)
    values: dict[str, Any] = {**condition.values, "limit": limit or _MANY, "then": _THEN}
    for row in connection.execute(text(query), values, execution_options={"yield_per": 500}).mappings():
        yield _to_spelling(row)


def _to_spelling(row: RowMapping) -> SpeakerCount:
    role = row["role"].rpartition(_THEN)[2] if row["role"] else None
    source = Source(row["source_type"], row["name"], descriptor=row["described"])
    return SpeakerCount(
        speaker_id(source, row["described_in"] or ""), row["source_type"], row["name"], row["described"], role,
        bool(row["anonymous"]), int(row["quotations"]), int(row["reports"]),
    )  # fmt: skip
