"""The queries. They are written as SQL so that asking need not load the tables' definitions, which takes a while."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from sqlalchemy import JSON, Connection, Date, RowMapping, bindparam, text

from quotes.domain import Article, IndirectScope, Via, scopes_covering
from quotes.store.reading.from_rows import (
    article_from_row,
    cast_from_row,
    in_cast,
    quotation_from_row,
    via_from_row,
    wire_from_row,
)
from quotes.store.reading.paging import first_numbers
from quotes.store.records import NearCopy, Place, QuotationRecord, SpeakerRecord, StoredArticle
from quotes.store.selection import Selection
from quotes.store.sql import execute, typed

_AT_ONCE = 500  # quotations whose vias and evidence are fetched together
_TYPES: Mapping[str, Any] = {"published": Date, "parts": JSON, "evidence": JSON}
_BY_NUMBER = "SELECT * FROM record WHERE number IN :numbers"
_VIA = (
    "SELECT reading, name, relation, span_start, span_end, member FROM via WHERE reading IN :readings AND position >= 0"
    " ORDER BY position"
)


def iter_quotations(connection: Connection, selection: Selection) -> Iterator[QuotationRecord]:
    """The quotations that are selected, in their order."""
    ranked = selection.sort == "relevance" and selection.words is not None
    if selection.limit is None and not ranked:
        condition = selection.condition(connection.dialect.name)
        yield from iter_records(connection, f"{condition.sql} ORDER BY {selection.order}", condition.values)
        return
    numbers = first_numbers(connection, selection)
    reasons: dict[int, str] = {}
    for start in range(0, len(numbers), _AT_ONCE):
        places = {number: place for place, number in enumerate(numbers[start : start + _AT_ONCE])}
        rows = connection.execute(typed(_BY_NUMBER, "numbers", **_TYPES), {"numbers": list(places)}).mappings().all()
        yield from _records(connection, sorted(rows, key=lambda row: places[row["number"]]), reasons)


def iter_records(connection: Connection, where: str, values: Mapping[str, Any]) -> Iterator[QuotationRecord]:
    """The quotations that a condition on `record` holds of; in the order, if any, that follows in it."""
    query = text(f"SELECT * FROM record WHERE {where}").columns(**_TYPES)
    found = connection.execute(query, values, execution_options={"yield_per": _AT_ONCE}).mappings()
    reasons: dict[int, str] = {}
    while rows := list(islice(found, _AT_ONCE)):
        yield from _records(connection, rows, reasons)


def _records(connection: Connection, rows: Sequence[RowMapping], reasons: dict[int, str]) -> Iterator[QuotationRecord]:
    """`reasons` are those that were read before, to which others are added."""
    via = read_via(connection, [row["reading"] for row in rows])
    _read_reasons(connection, {number for row in rows for number in row["evidence"]}, reasons)
    ordinals = _read_ordinals(connection, {row["version"] for row in rows})
    for row in rows:
        yield quotation_from_row(row, via.get(row["reading"], ()), reasons, ordinals[row["number"]])


def _read_ordinals(connection: Connection, versions: Iterable[int]) -> dict[int, int]:
    """Which of its article each quotation is; quotations and indirect speech are numbered apart."""
    query = (
        "SELECT number, version, kind = 'indirect' FROM record WHERE version IN :versions ORDER BY span_start, span_end"
    )
    last: Counter[tuple[int, bool]] = Counter()
    ordinals = {}
    for number, version, reported in execute(connection, query, {"versions": sorted(versions)}):
        last[version, bool(reported)] += 1
        ordinals[number] = last[version, bool(reported)]
    return ordinals


def read_via(connection: Connection, readings: Sequence[int]) -> dict[int, tuple[Via, ...]]:
    via: dict[int, tuple[Via, ...]] = {}
    for row in connection.execute(_expanding(_VIA, "readings"), {"readings": readings}).mappings():
        via[row["reading"]] = (*via.get(row["reading"], ()), via_from_row(row))
    return via


def _read_reasons(connection: Connection, wanted: Iterable[int], known: dict[int, str]) -> None:
    missing = [number for number in wanted if number not in known]
    for start in range(0, len(missing), _AT_ONCE):
        query = _expanding("SELECT number, text FROM reasons WHERE number IN :numbers", "numbers")
        rows = connection.execute(query, {"numbers": missing[start : start + _AT_ONCE]})
        known.update(rows.all())


def _expanding(query: str, name: str) -> Any:
    return text(query).bindparams(bindparam(name, expanding=True))


def read_speakers(connection: Connection, ids: Sequence[str], selection: Selection) -> list[SpeakerRecord]:
    """These people with their quotations, the most quoted first; those without any are left out."""
    if not ids:
        return []
    query = _expanding("SELECT number, id, kind, name, descriptor FROM people WHERE id IN :ids", "ids")
    found = connection.execute(query, {"ids": list(ids)}).mappings().all()
    speakers = [_read_speaker(connection, row, replace(selection, people=(row["id"],))) for row in found]
    return sorted((s for s in speakers if s.quotations), key=_most_quoted_first)


def _read_speaker(connection: Connection, row: RowMapping, selection: Selection) -> SpeakerRecord:
    quotations = tuple(iter_quotations(connection, selection))
    names = {record.speaker for record in quotations if record.speaker is not None}
    roles = {record.role for record in quotations if record.role is not None}
    kind = {"person": "named_person", "organization": "named_organization"}.get(row["kind"], row["kind"])
    return SpeakerRecord(
        row["id"], kind, row["name"], row["descriptor"], tuple(sorted(names)), tuple(sorted(roles)), quotations
    )


def _most_quoted_first(speaker: SpeakerRecord) -> tuple[int, str, str]:
    return (-len(speaker.quotations), speaker.name or speaker.descriptor or "", speaker.id)


def find_articles(connection: Connection, given: str, limit: int) -> list[str]:
    """The article with this id, or with an appearance of it; else up to `limit` of those whose ids begin so."""
    exact = (
        "SELECT id FROM articles WHERE id = :id UNION SELECT a.id FROM appearances p"
        " JOIN versions v ON v.number = p.version JOIN articles a ON a.number = v.article"
        " WHERE p.id = :id AND p.current"
    )
    found = connection.execute(text(exact), {"id": given}).scalars().all()
    if found:
        return list(found)
    query = "SELECT id FROM articles WHERE substr(id, 1, :length) = :id ORDER BY id LIMIT :limit"
    values = {"id": given, "length": len(given), "limit": limit}
    return list(connection.execute(text(query), values).scalars())


def find_quotation(connection: Connection, given: str) -> tuple[str, int, int] | None:
    """Article, start and end of the quotation with this id."""
    row = connection.execute(
        text("SELECT article_id, span_start, span_end FROM record WHERE id = :id"), {"id": given}
    ).first()
    return None if row is None else (row[0], row[1], row[2])


def is_quotation(connection: Connection, given: str) -> bool:
    """Whether there is a quotation with this id, be it current or not."""
    return bool(connection.execute(text("SELECT 1 FROM quotations WHERE id = :id"), {"id": given}).scalar())


def near_articles(connection: Connection, given: str, limit: int) -> list[str]:
    """Stored ids that look like the given one, the nearest first."""
    from difflib import get_close_matches

    query = "SELECT id FROM articles ORDER BY CASE WHEN substr(id, 1, 2) = :head THEN 0 ELSE 1 END, id LIMIT 2000"
    return get_close_matches(given, connection.execute(text(query), {"head": given[:2]}).scalars().all(), n=limit)


_ARTICLE = """
SELECT a.id, v.number AS version, v.article, v.copy_of, v.alike, v.text, p.title, p.url, p.outlet_name AS outlet,
       p.published, p.byline, p.section, n.parser, n.models, n.fingerprint, m.indirect, m.wire_name, m.wire_start,
       m.wire_end, m.members
FROM articles a
JOIN versions v ON v.article = a.number AND v.current
JOIN appearances p ON p.version = v.number AND p.first
JOIN parses m ON m.version = v.number AND m.current
JOIN runs n ON n.number = m.run
WHERE a.id = :id
ORDER BY v.number DESC
LIMIT 1
"""


_STALE = """
SELECT v.number, p.id, v.text, p.title, p.url, p.outlet_name AS outlet, p.published, p.byline, p.section
FROM versions v
JOIN appearances p ON p.version = v.number AND p.first
JOIN parses m ON m.version = v.number AND m.current
JOIN runs n ON n.number = m.run
WHERE v.current AND v.number > :last AND NOT (n.fingerprint = :fingerprint AND m.indirect IN :scopes)
ORDER BY v.number
LIMIT 1
"""


def next_stale(
    connection: Connection, fingerprint: str, indirect: IndirectScope, last: int
) -> tuple[int, Article] | None:
    """The first version after this one that another fingerprint read, or with less indirect speech."""
    values = {"last": last, "fingerprint": fingerprint, "scopes": list(scopes_covering(indirect))}
    query = _expanding(_STALE, "scopes").columns(published=Date)
    row = connection.execute(query, values).mappings().first()
    return None if row is None else (row["number"], article_from_row(row))


def count_everything(connection: Connection) -> dict[str, int]:
    queries = {
        "articles": "SELECT count(*) FROM articles",
        "versions": "SELECT count(*) FROM versions",
        "appearances": "SELECT count(*) FROM appearances WHERE current",
        "near_copies": "SELECT count(*) FROM versions WHERE current AND copy_of IS NOT NULL",
        "outlets": "SELECT count(*) FROM outlets",
        "quotations": "SELECT count(*) FROM voices WHERE first AND leads AND NOT reported",
        "indirect_reports": "SELECT count(*) FROM voices WHERE first AND leads AND reported",
        "people": "SELECT count(*) FROM people WHERE kind = 'person' AND name IS NOT NULL",
        "organisations": "SELECT count(*) FROM people WHERE kind = 'organization' AND name IS NOT NULL",
        "judgements": "SELECT count(*) FROM judgements",
        "corrected_quotations": "SELECT count(*) FROM corrections",
        "rejects": "SELECT count(*) FROM rejects WHERE mended IS NULL",
    }
    return {name: int(connection.execute(text(query)).scalar_one()) for name, query in queries.items()}


def read_article(connection: Connection, article_id: str) -> StoredArticle:
    """The newest wording of an article."""
    query = text(_ARTICLE).columns(published=Date, members=JSON)
    row = connection.execute(query, {"id": article_id}).mappings().one()
    everything = Selection(version=row["version"], indirect=True, said=False)
    cast = cast_from_row(row)
    quotations = tuple(in_cast(record, cast) for record in iter_quotations(connection, everything))
    versions = _versions(connection, row["article"])
    return StoredArticle(
        article_from_row(row), row["parser"], row["models"], quotations, row["indirect"], wire_from_row(row),
        cast, row["fingerprint"], _places(connection, row["version"]),
        tuple(versions.values()), list(versions).index(row["version"]) + 1, _near_copy(connection, row), row["version"],
    )  # fmt: skip


def _places(connection: Connection, version: int) -> tuple[Place, ...]:
    query = (
        "SELECT id, outlet_name, published, url FROM appearances WHERE version = :version AND current"
        " ORDER BY NOT first, published IS NULL, published, number"
    )
    rows = connection.execute(text(query).columns(published=Date), {"version": version})
    return tuple(Place(*row) for row in rows)


def _versions(connection: Connection, article: int) -> dict[int, str]:
    """When the store met each wording, by its number."""
    query = "SELECT number, seen FROM versions WHERE article = :article ORDER BY number"
    return dict(connection.execute(text(query), {"article": article}).all())


def _near_copy(connection: Connection, row: RowMapping) -> NearCopy | None:
    if row["copy_of"] is None:
        return None
    query = (
        "SELECT a.id, o.name FROM versions v JOIN articles a ON a.number = v.article"
        " LEFT JOIN appearances p ON p.version = v.number AND p.first LEFT JOIN outlets o ON o.number = p.outlet"
        " WHERE v.number = :of"
    )
    identity, outlet = connection.execute(text(query), {"of": row["copy_of"]}).one()
    return NearCopy(identity, row["alike"], outlet)
