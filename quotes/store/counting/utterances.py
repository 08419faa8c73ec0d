"""Who said what where: a row for each who speaks in a quotation and each place where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from sqlalchemy import Connection, Date, text

from quotes.domain import Via
from quotes.lexicon import words
from quotes.store.reading.queries import read_via
from quotes.store.selection import Selection

_AT_ONCE = 500  # utterances whose vias are fetched together
_QUERY = """
SELECT r.id AS quotation_id, r.whole_id AS whole, r.article_id, p.title, o.name AS outlet, p.published, w.reported,
       b.id AS person_id, b.kind, b.name, b.descriptor, r.role, r.affiliation, r.anonymous, r.reading
FROM (SELECT * FROM record WHERE {where}) r
JOIN voices w ON w.quotation = r.number
JOIN appearances p ON p.version = r.version AND p.current
LEFT JOIN people b ON b.number = w.person
LEFT JOIN outlets o ON o.number = p.outlet
ORDER BY r.published IS NULL, r.published, r.article_id, r.version, r.span_start, r.span_end, w.place, p.number
"""


@dataclass(frozen=True, slots=True)
class Utterance:
    """A quotation, or a stretch of one, of one speaker in one place. Nothing of the person is set where nobody is
    known to speak."""

    quotation_id: str
    whole: str  # id of the quotation that it is counted as
    article_id: str
    title: str | None
    outlet: str | None
    published: date | None
    reported: bool  # indirect speech
    person_id: str | None
    kind: str | None  # person, organization, or a source type of the unnamed
    name: str | None  # the person's in the registry
    descriptor: str | None
    role: str | None  # as the article has it, and so on
    affiliation: str | None
    anonymous: bool
    via: tuple[Via, ...]

    @property
    def called(self) -> str:
        return self.name or self.descriptor or (self.kind or "narrator").replace("_", " ")

    @property
    def is_nobody(self) -> bool:
        """Whether nothing but a pronoun stands for the speaker."""
        return (self.name or self.descriptor or "").casefold() in words("pronouns")


def iter_utterances(connection: Connection, selection: Selection) -> Iterator[Utterance]:
    """By date (undated last), article and place in the text; of several who spoke as one in their order."""
    condition = selection.condition(connection.dialect.name)
    query = text(_QUERY.format(where=condition.sql)).columns(published=Date)
    found = connection.execute(query, condition.values, execution_options={"yield_per": _AT_ONCE}).mappings()
    while rows := list(islice(found, _AT_ONCE)):
        via = read_via(connection, [row["reading"] for row in rows])
        for row in rows:
            values = dict(row)
            reading = values.pop("reading")
            values |= {"reported": bool(row["reported"]), "anonymous": bool(row["anonymous"])}
            yield Utterance(**values, via=via.get(reading, ()))
