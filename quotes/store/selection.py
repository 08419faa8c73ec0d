"""Which quotations are meant: the one question that everybody asks of the store."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from quotes.domain import Kind, Medium, SourceType
from quotes.store.about import about_query
from quotes.store.outlets import outlet_id
from quotes.store.query import parse_query
from quotes.store.words import words_query

Sort = Literal["date", "newest", "confidence", "relevance"]
ORDERS: Mapping[Sort, str] = {
    "date": "published IS NULL, published, article_id, version, span_start, span_end",
    "newest": "published IS NULL, published DESC, article_id, version, span_start, span_end",
    "confidence": "confidence, article_id, version, span_start, span_end",
    "relevance": "published IS NULL, published DESC, article_id, version, span_start, span_end",
}


@dataclass(frozen=True, slots=True)
class Selection:
    """Quotations that all of these hold of; a default asks for nothing, but that indirect speech is left out.

    Names are compared without case and accents; of several values of one kind, any will do.
    """

    people: tuple[str, ...] = ()  # ids in the registry
    speaker: tuple[str, ...] = ()  # all the words of a name that somebody goes by, or an id
    about: tuple[str, ...] = ()  # a name of somebody who is mentioned inside the quotation, or words in it
    quotations: tuple[str, ...] = ()  # ids
    article: str | None = None  # id
    version: int | None = None  # number of one wording
    words: str | None = None  # in the quotation, by their stems; phrases between double marks
    outlet: tuple[str, ...] = ()  # names
    desk: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    since: date | None = None  # this day and later; undated articles are out
    until: date | None = None  # this day and before
    kind: tuple[Kind, ...] = ()
    type: tuple[SourceType, ...] = ()
    anonymous: bool | None = None  # True: by sources whose names are withheld; False: by those who have names
    via: tuple[str, ...] = ()  # outlets through which the words came
    medium: tuple[Medium, ...] = ()
    min_confidence: float | None = None
    indirect: bool = False  # with indirect speech
    said: bool = True  # without what was denied, promised or supposed
    declined: bool = True  # with refusals to say anything
    sort: Sort = "date"
    limit: int | None = None

    def condition(self, dialect: str, *, within: bool = False) -> "Condition":
        """`within` as for `words_query`; raises UsageError where `words` holds none."""
        if self.speaker:
            raise RuntimeError("whoever takes a selection replaces its speakers by people, as Store does")
        found = Condition([], {})
        for add in _PARTS:
            add(self, found)
        if self.words is not None:
            found.any_of([words_query(dialect, parse_query(self.words), within=within)])
        found.any_of([about_query(dialect, given, f"about{n}") for n, given in enumerate(self.about)])
        if dialect == "postgresql":
            found.parts[:] = map(_chosen_first, found.parts)
        return found

    def of_places(self) -> "Condition | None":
        """A condition on the versions of voices `w`, where the selection asks for nothing but days, outlets, desks and
        bylines (and what to leave out of what was said): then no quotation need be looked at for it."""
        rest = replace(self, outlet=(), desk=(), byline=(), since=None, until=None)
        if replace(rest, indirect=False, declined=True, sort="date", limit=None) != Selection():
            return None
        found = Condition([], {})
        _where(self, found)
        _when(self, found)
        places = (
            "SELECT p.version, o.id AS outlet_id, p.section, p.byline, p.published FROM appearances p"
            " LEFT JOIN outlets o ON o.number = p.outlet WHERE p.first"
        )
        return Condition([f"w.version IN (SELECT version FROM ({places}) places WHERE {found.sql})"], found.values)

    def in_places(self) -> "Condition":
        """A condition on `appearances`: the outlets, desks, bylines and days that are asked for; none of its parts
        where there are but days, which an index leads through."""
        found = Condition([], {})
        found.one_of(
            "outlet IN (SELECT number FROM outlets WHERE id IN ({}))", "outlet", tuple(map(outlet_id, self.outlet))
        )
        _printed(self, found)
        if found.parts:
            _when(self, found)
        return found

    @property
    def order(self) -> str:
        return ORDERS[self.sort]


def _chosen_first(part: str) -> str:
    """PostgreSQL joins all of `record` before it looks which rows a query chose, unless they are values to it.

    >>> _chosen_first("number IN (SELECT quotation FROM voices)")
    'number = ANY (ARRAY(SELECT quotation FROM voices))'
    """
    column, _, chosen = part.partition(" IN (")
    return f"{column} = ANY (ARRAY({chosen})" if chosen.startswith("SELECT ") else part


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on the view `record`, as SQL with its values."""

    parts: list[str]
    values: dict[str, Any]

    @property
    def sql(self) -> str:
        return " AND ".join(self.parts) or "TRUE"

    def one_of(self, sql: str, name: str, given: tuple[str, ...]) -> None:
        """`sql` holds a place `{}` for the list of values."""
        if given:
            places = [f"{name}{number}" for number, _ in enumerate(given)]
            self.parts.append(sql.format(", ".join(f":{place}" for place in places)))
            self.values.update(zip(places, given, strict=True))

    def any_of(self, queries: "Sequence[tuple[str, dict[str, Any]]]") -> None:
        """Of queries of numbers, with their values, any must give the quotation; where there is none, all will do."""
        if queries:
            self.parts.append(f"number IN ({' UNION '.join(sql for sql, _ in queries)})")
            for _, values in queries:
                self.values.update(values)

    def add(self, sql: str, **values: Any) -> None:
        self.parts.append(sql)
        self.values.update(values)


def _who(asked: Selection, found: Condition) -> None:
    query = "number IN (SELECT w.quotation FROM voices w JOIN people b ON b.number = w.person WHERE b.id IN ({}))"
    found.one_of(query, "person", asked.people)


def _where(asked: Selection, found: Condition) -> None:
    found.one_of("number IN (SELECT number FROM quotations WHERE id IN ({}))", "quotation", asked.quotations)
    if asked.article is not None:
        found.add("article_id = :article", article=asked.article)
    if asked.version is not None:
        found.add("version = :version", version=asked.version)
    found.one_of("outlet_id IN ({})", "outlet", tuple(map(outlet_id, asked.outlet)))
    _printed(asked, found)


def _printed(asked: Selection, found: Condition) -> None:
    """On which desk's pages, under which byline."""
    found.one_of("lower(section) IN ({})", "desk", tuple(map(str.lower, asked.desk)))
    found.one_of("lower(byline) IN ({})", "byline", tuple(map(str.lower, asked.byline)))


def _when(asked: Selection, found: Condition) -> None:
    if asked.since is not None:
        found.add("published >= :since", since=asked.since.isoformat())
    if asked.until is not None:
        found.add("published <= :until", until=asked.until.isoformat())


def _what(asked: Selection, found: Condition) -> None:
    found.one_of("kind IN ({})", "kind", asked.kind)
    found.one_of("source_type IN ({})", "type", asked.type)
    found.one_of("medium IN ({})", "medium", asked.medium)
    if not asked.indirect and "indirect" not in asked.kind:
        found.add("kind <> 'indirect'")
    if asked.said:
        found.add("said")
    if not asked.declined:
        found.add("category <> 'declined'")
    if asked.anonymous is not None:
        found.add("anonymous" if asked.anonymous else "name IS NOT NULL")
    if asked.min_confidence is not None:
        found.add("confidence >= :sure", sure=asked.min_confidence)


def through(asked: Selection) -> tuple[str, dict[str, Any]]:
    """A query of the readings whose words came through the outlets that are asked for, with its values."""
    places = {f"via{number}": outlet_id(name) for number, name in enumerate(asked.via)}
    among = ", ".join(f":{place}" for place in places)
    query = "SELECT t.reading FROM via t JOIN outlets o ON o.number = t.outlet"
    return f"{query} WHERE o.id IN ({among}) AND t.position >= 0", places


def _through(asked: Selection, found: Condition) -> None:
    if asked.via:
        query, values = through(asked)
        found.add(f"reading IN ({query})", **values)


_PARTS: tuple[Callable[[Selection, Condition], None], ...] = (_who, _where, _when, _what, _through)
