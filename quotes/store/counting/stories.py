"""Articles and quotations as a report sees them: read as a stream, without more than is asked for."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Date, RowMapping, text

from quotes.categories import Category
from quotes.store.counting.counts import WIDE, Asked
from quotes.store.counting.tallies import listed
from quotes.store.reading.queries import iter_records
from quotes.store.records import QuotationRecord
from quotes.store.selection import Selection

_AT_ONCE = 200  # articles, or quotations, that are read together
_OPENING = 2000
_SHOWN = ("anonymous", "spokesperson", "unnamed", "document")  # of these a report shows the words


@dataclass(frozen=True, slots=True)
class Head:
    """An article by what its carrier said about it, with the beginning of its text."""

    id: str
    title: str | None
    url: str | None
    outlet: str | None
    published: date | None
    byline: str | None
    section: str | None
    opening: str = ""  # at most 2000 code points; empty where it was not asked for


@dataclass(frozen=True, slots=True)
class Appearance:
    """A quotation where one article has it, all its stretches together."""

    story: Head
    id: str  # that of its first stretch
    start: int
    end: int
    category: Category
    speaker: int | None  # number of a person, the same for the same one
    words: int
    records: tuple[QuotationRecord, ...] = ()  # of those without a name and of documents only

    @property
    def text(self) -> str:
        return "\n".join(record.text for record in self.records)

    @property
    def told(self) -> QuotationRecord:
        """The record that tells the source, of those that are kept."""
        return next((one for one in self.records if one.source_type is not None), self.records[0])

    @property
    def descriptor(self) -> str:
        """How the article words the source; "" where it does not."""
        record = self.told
        return record.descriptor or record.speaker or (record.mention.text if record.mention else "")

    @property
    def reason(self) -> str | None:
        return next((record.reason.text for record in self.records if record.reason), None)


@dataclass(frozen=True, slots=True)
class Story:
    """An article with its quotations in order of the text."""

    head: Head
    quotations: tuple[Appearance, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A quotation that counts once, as the earliest appearance of its category has it."""

    first: Appearance
    category: Category
    ids: tuple[str, ...]  # of the quotation in each article that has it, by date and article
    places: tuple[str, ...]  # ids of all places where it stands, likewise


_HEADS = """
SELECT v.number, a.id, p.title, p.url, o.name AS outlet, p.published, p.byline, p.section, {opening} AS opening
FROM versions v
JOIN articles a ON a.number = v.article
JOIN appearances p ON p.version = v.number AND p.first
LEFT JOIN outlets o ON o.number = p.outlet
WHERE v.number IN ({versions})
ORDER BY p.published IS NULL, p.published, a.id, v.number
"""
_VOICES = """
SELECT w.version, w.quotation, q.id, q.span_start, q.span_end, w.category, w.person, w.words
FROM voices w JOIN quotations q ON q.number = w.quotation
WHERE w.first AND {voices} AND {which}
ORDER BY w.version, q.span_start, q.span_end DESC
"""


def iter_stories(connection: Connection, selection: Selection, categories: Collection[Category]) -> Iterator[Story]:
    """Those that have any quotation of the categories, by date (undated last) and id; of copies the first."""
    asked = Asked.of(selection, connection.dialect.name)
    versions = f"SELECT w.version FROM voices w WHERE {asked.voices} AND w.category IN ({listed(categories)})"
    signs = _signs(connection, asked)
    seen: set[tuple[int, ...]] = set()
    for heads in _batches(_heads(connection, asked, versions, opening=True)):
        fresh = []
        for number, head in heads:
            sign = signs.get(number)
            if sign is None or sign not in seen:
                fresh.append((number, head))
            if sign is not None:
                seen.add(sign)
        yield from _stories(connection, asked, dict(fresh))


def _signs(connection: Connection, asked: Asked) -> dict[int, tuple[int, ...]]:
    """What articles that are copies of one have in common, by version."""
    rows = connection.execute(text(asked.copied_articles()), asked.values)
    return {row.version: (int(row.n), int(row.total), int(row.squares)) for row in rows}


def _heads(connection: Connection, asked: Asked, versions: str, *, opening: bool) -> Iterator[tuple[int, Head]]:
    shown = f"substr(v.text, 1, {_OPENING})" if opening else "''"
    query = text(_HEADS.format(versions=versions, opening=shown)).columns(published=Date)
    for number, *head in connection.execute(query, asked.values, execution_options={"yield_per": _AT_ONCE}):
        yield number, Head(*head)


def _stories(connection: Connection, asked: Asked, heads: Mapping[int, Head]) -> Iterator[Story]:
    if not heads:
        return
    which = f"w.version IN ({_numbers(heads)})"
    rows = connection.execute(text(_VOICES.format(voices=asked.voices, which=which)), asked.values).mappings().all()
    records = _records(connection, (row["quotation"] for row in rows if row["category"] in _SHOWN))
    said: dict[int, list[Appearance]] = {number: [] for number in heads}
    for row in rows:
        said[row["version"]].append(_to_appearance(heads[row["version"]], row, records.get(row["quotation"], ())))
    for number, head in heads.items():
        yield Story(head, tuple(said[number]))


def _to_appearance(head: Head, row: RowMapping, records: Sequence[QuotationRecord]) -> Appearance:
    end = records[-1].end if records else row["span_end"]
    return Appearance(
        head, row["id"], row["span_start"], end, row["category"], row["person"], row["words"], tuple(records)
    )


def _records(connection: Connection, leads: Iterable[int]) -> dict[int, list[QuotationRecord]]:
    """By the first stretch, the records of all stretches of quotations."""
    found: dict[int, list[QuotationRecord]] = {}
    wanted = list(leads)
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        query = f"SELECT q.id, q.number FROM quotations q WHERE q.number IN ({_numbers(some)})"
        numbers = {row.id: row.number for row in connection.execute(text(query))}
        members = (
            f"number IN (SELECT s.quotation FROM voices w JOIN voices s ON s.version = w.version"
            f" AND s.first AND (s.quotation = w.quotation OR NOT s.leads AND s.whole = w.quotation)"
            f" WHERE w.quotation IN ({_numbers(some)}) AND w.first)"
        )
        stretches = list(iter_records(connection, f"{members} ORDER BY version, span_start, span_end", {}))
        groups = {
            (one.article_id, one.group): numbers[one.id]
            for one in stretches
            if one.group is not None and one.id in numbers
        }
        for one in stretches:
            lead = numbers.get(one.id) if one.group is None else groups.get((one.article_id, one.group))
            if lead is not None:
                found.setdefault(lead, []).append(one)
    return found


_LISTED = """
SELECT w.version, w.quotation, q.id, q.span_start, q.span_end, w.category, w.person, w.words, w.whole, w.copied
FROM voices w
JOIN quotations q ON q.number = w.quotation
JOIN versions v ON v.number = w.version
JOIN articles a ON a.number = v.article
JOIN appearances p ON p.version = w.version AND p.first
WHERE w.first AND w.category = '{category}' AND {voices}
ORDER BY p.published IS NULL, p.published, a.id, w.version, q.span_start, q.span_end DESC
"""


def iter_listed(connection: Connection, selection: Selection, category: Category) -> Iterator[Listed]:
    """Those that count as of a category, by date (undated last), article and place in the text."""
    asked = Asked.of(selection, connection.dialect.name)
    query = text(_LISTED.format(category=category, voices=asked.voices))
    rows = connection.execute(query, asked.values, execution_options={"yield_per": _AT_ONCE}).mappings()
    seen: set[int] = set()
    for some in _batches(rows):
        once = []
        for row in some:
            if row["whole"] not in seen:
                once.append(row)
            if row["copied"]:
                seen.add(row["whole"])
        weightier = _weightier(connection, asked, category, [row["whole"] for row in once if row["copied"]])
        yield from _listed(connection, asked, category, [row for row in once if row["whole"] not in weightier])


def _weightier(connection: Connection, asked: Asked, category: Category, wholes: Sequence[int]) -> set[int]:
    """Of these, what somewhere is of a category that counts before this one."""
    before = _SHOWN[: _SHOWN.index(category)]
    if not wholes or not before:
        return set()
    query = (
        f"SELECT w.whole FROM voices w WHERE w.quotation IN ({_siblings(wholes)}) AND w.category IN ({listed(before)})"
        f" AND {asked.voices}"
    )
    return set(connection.execute(text(query), asked.values).scalars())


def _siblings(wholes: Collection[int]) -> str:
    """The quotations that count as these."""
    return (
        "SELECT s.quotation FROM voices f JOIN voices s ON s.fingerprint = f.fingerprint AND s.whole = f.whole"
        f" WHERE f.quotation IN ({_numbers(wholes)})"
    )


def _listed(connection: Connection, asked: Asked, category: Category, rows: Sequence[RowMapping]) -> Iterator[Listed]:
    if not rows:
        return
    heads = dict(_heads(connection, asked, _numbers({row["version"] for row in rows}), opening=False))
    records = _records(connection, (row["quotation"] for row in rows))
    copies = _copies(connection, asked, {row["whole"] for row in rows if row["copied"]})
    places = _places(connection, {row["version"] for row in rows} | {v for all in copies.values() for v, _ in all})
    for row in rows:
        found = copies.get(row["whole"], [(row["version"], row["id"])])
        versions = dict.fromkeys(version for version, _ in found)
        first = _to_appearance(heads[row["version"]], row, records[row["quotation"]])
        ids = tuple(identity for _, identity in found)
        yield Listed(first, category, ids, tuple(place for version in versions for place in places[version]))


def _copies(connection: Connection, asked: Asked, wholes: Collection[int]) -> dict[int, list[tuple[int, str]]]:
    """Version and id of each quotation that counts as one of these, by date and article."""
    if not wholes:
        return {}
    query = (
        "SELECT w.whole, w.version, q.id FROM voices w JOIN quotations q ON q.number = w.quotation"
        " JOIN versions v ON v.number = w.version JOIN articles a ON a.number = v.article"
        " JOIN appearances p ON p.version = w.version AND p.first"
        f" WHERE w.first AND w.quotation IN ({_siblings(wholes)}) AND {asked.voices}"
        " ORDER BY p.published IS NULL, p.published, a.id, w.version, q.span_start"
    )
    found: dict[int, list[tuple[int, str]]] = {}
    for row in connection.execute(text(query), asked.values):
        found.setdefault(row.whole, []).append((row.version, row.id))
    return found


def _places(connection: Connection, versions: Collection[int]) -> dict[int, list[str]]:
    query = (
        f"SELECT version, id FROM appearances WHERE current AND version IN ({_numbers(versions)})"
        " ORDER BY NOT first, published IS NULL, published, number"
    )
    found: dict[int, list[str]] = {}
    for row in connection.execute(text(query)):
        found.setdefault(row.version, []).append(row.id)
    return found


def count_reasons(connection: Connection, selection: Selection) -> dict[str | None, int]:
    """Anonymous sources by the wording of a reason for having no name; who says anything in copies is one source."""
    asked = Asked.of(selection, connection.dialect.name)
    voices = asked.voices.replace("w.leads AND ", "", 1)
    query = (
        f"WITH homes AS ({asked.homes}) SELECT reason, count(*) AS sources FROM ("
        f"SELECT coalesce(h.source, w.version * {WIDE} + coalesce(w.person, w.quotation)) AS source,"
        " min(r.reason_text) AS reason FROM voices w JOIN parses m ON m.version = w.version AND m.current"
        " JOIN readings r ON r.parse = m.number AND r.quotation = w.quotation"
        " LEFT JOIN homes h ON h.version = w.version AND h.person = w.person"
        f" WHERE w.category = 'anonymous' AND {voices} GROUP BY 1) s GROUP BY reason"
    )
    return {row.reason: row.sources for row in connection.execute(text(query), asked.values)}


def _numbers(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(numbers)))


def _batches(rows: Iterable[Any]) -> Iterator[list[Any]]:
    iterator = iter(rows)
    while some := list(islice(iterator, _AT_ONCE)):
        yield some
