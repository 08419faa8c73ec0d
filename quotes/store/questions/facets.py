"""What the hits of a selection are of: their outlets, speakers, months and so on, each with how many.

Many hits are not all looked at: every k-th quotation stands for k, so that a page need not wait. Quotations are
numbered in the order in which they were stored, and what is looked for seldom comes in step with that.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from quotes.store.selection import Condition, Selection
from quotes.store.sql import execute

_MOST = 3_000  # hits that are looked at
_VALUES = 12  # of a facet that has many
_SURE = (0.9, 0.7, 0.5)
_MONTHS = {"sqlite": "substr(published, 1, 7)", "postgresql": "to_char(published, 'YYYY-MM')"}
_HITS = """
SELECT number, reading, outlet, section AS desk, {month} AS month, kind, source_type AS type, anonymous,
       name IS NOT NULL AS named, confidence, person_id AS person, coalesce(person_name, name, descriptor) AS called
FROM record WHERE {where}
"""
_VIA = "SELECT o.name FROM via t JOIN outlets o ON o.number = t.outlet WHERE t.reading IN :readings"


@dataclass(frozen=True, slots=True)
class Counted:
    """A value with how many hits it has."""

    value: str  # as `Selection` takes it
    label: str  # as people read it
    hits: int


@dataclass(frozen=True, slots=True)
class Facets:
    """How many hits there are, and of what; by name of the facet, the most common values first, months by date."""

    hits: int
    exact: bool  # False: numbers are estimates out of a sample
    values: Mapping[str, tuple[Counted, ...]]


def count_facets(connection: Connection, selection: Selection) -> Facets:
    """Every hit counts, copies too, as lists have them."""
    condition, every = sample(connection, selection)
    query = _HITS.format(month=_MONTHS[connection.dialect.name], where=condition.sql)
    rows = execute(connection, query, condition.values).all()
    found = {name: _count((getattr(row, name) for row in rows), every) for name in ("outlet", "desk", "kind", "type")}
    months = _count((row.month for row in rows), every, most=None)
    found["month"] = tuple(sorted(months, key=lambda one: one.value))
    found["speaker"] = _speakers(rows, every)
    found["via"] = _count(_through(connection, [row.reading for row in rows]), every)
    withheld = sum(bool(row.anonymous) for row in rows), sum(bool(row.named) for row in rows)
    labels = (("yes", "name withheld"), ("no", "named"))
    found["anonymous"] = tuple(
        Counted(value, label, hits * every) for (value, label), hits in zip(labels, withheld, strict=True) if hits
    )
    sure = ((share, sum(row.confidence >= share for row in rows)) for share in _SURE)
    found["sure"] = tuple(Counted(str(share), f"{share:.0%} or more", hits * every) for share, hits in sure if hits)
    return Facets(len(rows) * every, every == 1, found)


def sample(connection: Connection, selection: Selection) -> tuple[Condition, int]:
    """The condition of some thousand hits, and how many each of them stands for."""
    selection = replace(selection, sort="date", limit=None)
    every = _step(connection, selection)
    condition = selection.condition(connection.dialect.name)
    if every > 1:
        condition.add("number % :every = 0", every=every)
    return condition, every


def _step(connection: Connection, selection: Selection) -> int:
    """Every how manyth of the quotations that an index can give is looked at, for about _MOST."""
    condition = selection.condition(connection.dialect.name)
    given = [part for part in condition.parts if part.startswith("number ")]
    if given or selection.article is not None or selection.version is not None:
        query = f"SELECT count(*) FROM quotations WHERE {' AND '.join(given) or 'FALSE'}"
    else:
        query = "SELECT coalesce(max(number), 0) FROM quotations"
    candidates = int(execute(connection, query, condition.values).scalar_one())
    return max(1, -(-candidates // _MOST))


def _count(values: Iterable[str | None], every: int, most: int | None = _VALUES) -> tuple[Counted, ...]:
    counts = Counter(value for value in values if value)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:most]
    return tuple(Counted(value, value, hits * every) for value, hits in ordered)


def _speakers(rows: Sequence[Any], every: int) -> tuple[Counted, ...]:
    called = {row.person: row.called for row in rows if row.person}
    return tuple(
        replace(one, label=called[one.value] or one.value) for one in _count((row.person for row in rows), every)
    )


def _through(connection: Connection, readings: Sequence[int]) -> Iterator[str]:
    for start in range(0, len(readings), 500):
        yield from execute(connection, _VIA, {"readings": readings[start : start + 500]}).scalars()
