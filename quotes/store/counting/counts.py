"""How many there are: quotations, their words, those who speak, and articles, for everybody who counts.

A quotation over several paragraphs counts once; so does one that several articles have from one place, as
`copies` tells, unless it is counted by appearance: then it counts wherever it stands. People are those of the registry.
What was not said counts nowhere.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple

from sqlalchemy import Connection, CursorResult, text

from quotes.categories import CATEGORIES, VOICELESS
from quotes.store.counting.copies import COPY_QUOTATIONS
from quotes.store.counting.tallies import COLUMNS, PARTS, Measure, is_any, listed, tally_query
from quotes.store.selection import Selection

Dimension = Literal["outlet", "desk", "byline", "month", "year"]
Key = tuple[str | None, ...]  # a value for each dimension; None where the article has none


class Counts(NamedTuple):
    """How many there are of one measure. All but the total are of those whose speaker is told."""

    total: int = 0
    told: int = 0
    strict: int = 0
    broad: int = 0
    spokespersons: int = 0
    documents: int = 0
    squares: int = 0  # the sum of the squares of what the quotations weigh, for words alone


@dataclass(frozen=True, slots=True)
class Tally(Mapping[Measure, Counts]):
    """All four measures of one group."""

    numbers: tuple[int, ...] = ()  # in the order of _NUMBERS, in which the parts of a measure come as Counts has them

    def __getitem__(self, measure: Measure) -> Counts:
        return Counts(*self.numbers[_SLICES[measure]])

    def __iter__(self) -> Iterator[Measure]:
        return iter(_SLICES)

    def __len__(self) -> int:
        return len(_SLICES)


MEASURES: Sequence[Measure] = ("quotations", "words", "sources", "articles")
_SLICES: Mapping[Measure, slice] = {
    "quotations": slice(6),
    "words": slice(6, 13),  # with the squares
    "sources": slice(13, 19),
    "articles": slice(19, None),
}


def count_by(
    connection: Connection,
    selection: Selection,
    by: Sequence[Dimension] = (),
    *,
    each: bool = False,
    measures: Collection[Measure] = MEASURES,
) -> dict[Key, Tally]:
    """What there is of each measure in each group, in no order; without dimensions, of all, under the empty key.

    What stands in several groups counts once in each, so groups may add up to more than the whole. `each`: by
    appearance. Of a measure that is left out, nothing is right.
    """
    dialect = connection.dialect.name
    asked = Asked.of(selection, dialect)
    query = _Query(dialect, tuple(by), asked, each)
    keys = len(by)
    rows = connection.execute(text(query.alone()), asked.values)
    totals: dict[Key, Sequence[int]] = {tuple(row[:keys]): row[keys:] for row in rows}
    if not each:
        shared = {"quotations": query.shared_quotations, "words": query.shared_quotations,
                  "sources": query.shared_sources, "articles": query.shared_articles}  # fmt: skip
        for made in dict.fromkeys(shared[one] for one in measures):
            _add(totals, connection.execute(text(made()), asked.values), keys)
    if not by:
        totals.setdefault((), _NOTHING)
    names = _outlet_names(connection) if "outlet" in by else {}
    place = by.index("outlet") if names else 0
    return {
        (*key[:place], names.get(key[place]), *key[place + 1 :]) if names else key: Tally(tuple(numbers))
        for key, numbers in totals.items()
    }


_NUMBERS = (*(name for name in COLUMNS if not name.startswith("articles")), *(f"articles_{part}" for part in PARTS))
_PLACES = {name: place for place, name in enumerate(_NUMBERS)}
_NOTHING = (0,) * len(_NUMBERS)


def _add(totals: dict[Key, Sequence[int]], rows: CursorResult[Any], keys: int) -> None:
    places = [_PLACES[name] for name in list(rows.keys())[keys:]]
    for row in rows:
        key = tuple(row[:keys])
        numbers = list(totals.get(key, _NOTHING))
        for place, value in zip(places, row[keys:], strict=True):
            if value:
                numbers[place] += int(value)
        totals[key] = numbers


def _outlet_names(connection: Connection) -> dict[Any, str]:
    """Groups are made by outlets' numbers, which are compared sooner than names."""
    return dict(connection.execute(text("SELECT number, name FROM outlets")).all())


@dataclass(frozen=True, slots=True)
class Asked:
    """A selection as a condition on voices; `plain` where it is of everything that was said."""

    where: str
    values: Mapping[str, Any]
    reports: bool
    plain: bool
    by_place: bool = False  # whether where and when articles stand is all that is asked for

    @classmethod
    def of(cls, selection: Selection, dialect: str) -> "Asked":
        reports = selection.indirect or "indirect" in selection.kind
        plain = replace(selection, indirect=False, declined=True, sort="date", limit=None) == Selection()
        if plain:
            return cls("TRUE", {}, reports, plain=True)
        if (places := selection.of_places()) is not None:
            return cls(places.sql, places.values, reports, plain=False, by_place=True)
        condition = replace(selection, said=True, declined=True).condition(dialect)
        where = f"w.quotation IN (SELECT number FROM record WHERE {condition.sql})"
        return cls(where, condition.values, reports, plain=False)

    @property
    def voices(self) -> str:
        """The condition on the voices `w` that are counted."""
        return f"w.leads AND {self.where}" + ("" if self.reports else " AND NOT w.reported")

    @property
    def sources(self) -> str:
        """The condition on the voices `w` of those who count as sources."""
        return f"w.person IS NOT NULL AND w.category NOT IN ({listed(VOICELESS)}) AND {self.voices}"

    @property
    def homes(self) -> str:
        """For whoever says anything that has copies, in each version, the source that they are: who says it first."""
        return self.homes_in("w.copied")

    def homes_in(self, which: str, *more: str) -> str:
        """The same for those of the voices `w`; the source of who says nothing that has copies is empty."""
        source = f"coalesce(c.version, w.version) * {WIDE} + coalesce(c.person, w.person)"
        columns = ("w.version", "w.person", f"min(CASE WHEN w.copied THEN {source} END) AS source", *more)
        return (
            f"SELECT {', '.join(columns)}"
            " FROM voices w LEFT JOIN voices c ON c.quotation = CASE WHEN w.copied THEN w.whole END AND c.leads"
            " AND (c.person = w.person OR w.first AND c.first)"
            f" WHERE {which} AND {self.sources} GROUP BY w.version, w.person"
        )

    def copied_articles(self, *more: str) -> str:
        """Versions that have nothing but quotations that others have too, with what those that are one have in common:
        n, total and squares."""
        columns = ["count(DISTINCT w.whole) AS n", "sum(DISTINCT w.whole) AS total",
                   "sum(DISTINCT CAST(w.whole AS bigint) * w.whole) AS squares", *more]  # fmt: skip
        return (
            f"SELECT w.version, {', '.join(columns)} FROM voices w"
            f" WHERE {_COPIED_VERSIONS} AND w.first AND {self.voices}"
            f" GROUP BY w.version HAVING count(DISTINCT w.whole) >= {COPY_QUOTATIONS}"
            " AND count(*) = count(*) FILTER (WHERE w.copied)"
        )


@dataclass(frozen=True, slots=True)
class _Query:
    """Each method gives a query whose rows are a key and numbers to be added up under it."""

    dialect: str
    by: tuple[Dimension, ...]
    asked: Asked
    each: bool

    def alone(self) -> str:
        """What stands in one place, and all articles."""
        reports = int(self.asked.reports)
        tallies = f"(SELECT * FROM tallies WHERE reports = {reports})"
        if self.each or not self.asked.plain:
            tallies = f"(SELECT * FROM ({tally_query(self.asked.where, copies=self.each)}) x WHERE reports = {reports})"
        join = "LEFT JOIN" if self.asked.plain else "JOIN"
        numbers = (
            "count(*) AS articles_total"
            if name == "articles_total"
            else f"coalesce(CAST(sum(t.{name}) AS bigint), 0) AS {name}"
            for name in _NUMBERS
        )
        return (
            f"SELECT {self._keys()}{', '.join(numbers)}"
            f" FROM {self._places()} p {join} {tallies} t ON t.version = p.version {self._group()}"
        )

    def shared_quotations(self) -> str:
        """Those with copies: each once a group, as the weightiest that one of its appearances there is."""
        ranks = {category: rank for rank, category in enumerate(CATEGORIES)}
        rank = "CASE w.category " + " ".join(f"WHEN '{name}' THEN {n}" for name, n in ranks.items()) + " END"
        words, numbers = f"best % {_MOST}", list[str]()
        for part, found in PARTS.items():
            counted = f"FILTER (WHERE best / {_MOST} IN ({', '.join(str(ranks[one]) for one in found)}))"
            numbers += [f"count(*) {counted} AS quotations_{part}", f"sum({words}) {counted} AS words_{part}"]
            if part == "told":
                numbers.append(f"sum(({words}) * ({words})) {counted} AS words_squares")
        return (
            f"SELECT {self._keys('c')}{', '.join(numbers)} FROM ("
            f"SELECT {self._keys()}w.whole, min(({rank}) * {_MOST} + w.words) AS best"
            f" FROM {self._places(_COPIED)} p JOIN voices w ON w.version = p.version"
            f" WHERE w.copied AND w.first AND {self.asked.voices} GROUP BY {self._keys()}w.whole) c {self._group('c')}"
        )

    def shared_sources(self) -> str:
        """Those who say anything that has copies: they are who says it where it stands first."""
        flags = [f"max({is_any(found)}) AS is_{part}" for part, found in PARTS.items()]
        merged = [f"max(m.is_{part}) AS is_{part}" for part in PARTS]
        numbers = [f"sum(is_{part}) AS sources_{part}" for part in PARTS]
        return (
            f"WITH marks AS ({self.asked.homes_in(_COPIED_VERSIONS, *flags)})"
            f" SELECT {self._keys('s')}{', '.join(numbers)} FROM ("
            f"SELECT {self._keys()}m.source, {', '.join(merged)} FROM {self._places(_COPIED)} p"
            f" JOIN marks m ON m.version = p.version WHERE m.source IS NOT NULL"
            f" GROUP BY {self._keys()}m.source) s {self._group('s')}"
        )

    def shared_articles(self) -> str:
        """What articles that are copies of one were counted too often: to be taken away."""
        parts = [part for part in PARTS if part != "total"]
        flags = [f"max({is_any(PARTS[part])}) AS is_{part}" for part in parts]
        excess = [f"max(m.is_{part}) - sum(m.is_{part}) AS is_{part}" for part in parts]
        numbers = [f"sum(is_{part}) AS articles_{part}" for part in parts]
        return (
            f"WITH marks AS ({self.asked.copied_articles(*flags)})"
            f" SELECT {self._keys('a')}sum(1 - size) AS articles_total, {', '.join(numbers)} FROM ("
            f"SELECT {self._keys()}count(*) AS size, {', '.join(excess)} FROM {self._places(_COPIED)} p"
            f" JOIN marks m ON m.version = p.version GROUP BY {self._keys()}m.n, m.total, m.squares) a"
            f" {self._group('a')}"
        )

    def _places(self, which: str = "TRUE") -> str:
        """Where versions stand, as far as the dimensions tell places apart."""
        keys = "".join(
            f", {_KEYS[one].get(self.dialect, _KEYS[one]['sqlite'])} AS k{n}" for n, one in enumerate(self.by)
        )
        once = "" if self.each else "DISTINCT "
        return f"(SELECT {once}p.version{keys} FROM appearances p WHERE p.current AND {which})"

    def _keys(self, table: str = "p") -> str:
        return "".join(f"{table}.k{number}, " for number, _ in enumerate(self.by))

    def _group(self, table: str = "p") -> str:
        return f"GROUP BY {self._keys(table)[:-2]}" if self.by else ""


_COPIED_VERSIONS = "w.version IN (SELECT version FROM voices WHERE copied)"
_COPIED = "p.version IN (SELECT version FROM voices WHERE copied)"
_MOST = "CAST(1000000000 AS bigint)"  # words; more than any quotation has
WIDE = f"CAST({1 << 32} AS bigint)"  # more than there are people


def _collapsed(sql: str) -> str:
    """Runs of blanks as one blank."""
    plain = f"replace(replace(replace({sql}, '\t', ' '), '\n', ' '), '\u00a0', ' ')"
    return f"trim(replace(replace(replace({plain}, ' ', '\x01\x02'), '\x02\x01', ''), '\x01\x02', ' '))"


def _byline() -> str:
    """The byline without its "By", so that one writer is one group."""
    line = _collapsed("p.byline")
    return f"nullif(CASE WHEN lower(substr({line}, 1, 3)) = 'by ' THEN substr({line}, 4) ELSE {line} END, '')"


_KEYS: Mapping[Dimension, Mapping[str, str]] = {
    "outlet": {"sqlite": "p.outlet"},  # its number
    "desk": {"sqlite": "p.section"},
    "byline": {"sqlite": _byline()},
    "month": {"sqlite": "substr(p.published, 1, 7)", "postgresql": "to_char(p.published, 'YYYY-MM')"},
    "year": {"sqlite": "substr(p.published, 1, 4)", "postgresql": "to_char(p.published, 'YYYY')"},
}
