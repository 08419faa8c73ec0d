"""Whom each article quotes, how much: what resamples of articles are added up from.

What stands several times in one outlet counts in the article that the store met first.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Connection, text

from quotes.store.counting.network import relays
from quotes.store.counting.network.agencies import agency_key, read_agencies
from quotes.store.counting.network.rows import End
from quotes.store.counting.network.spoken import ARTICLES, OUTLETS, Spoken
from quotes.store.selection import Selection

_AT_ONCE = 5000


@dataclass(frozen=True, slots=True)
class Said:
    """How many quotations of a speaker an article has, in one place."""

    place: int  # keys of ends
    speaker: int
    article: int
    quotations: int


@dataclass(frozen=True, slots=True)
class Printed:
    """How many quoted words an article has, in one place, and how many of them came through others."""

    place: int
    article: int
    words: int
    received: int


_SAID = """
WITH rows AS (
  SELECT p.place, s.speaker, p.article, s.copied, s.whole, s.reported
  FROM ({speakers}) s JOIN ({places}) p ON p.version = s.version WHERE s.leads
)
SELECT place, speaker, article, count(*) AS quotations FROM (
  SELECT place, speaker, article FROM rows WHERE NOT copied
  UNION ALL
  SELECT place, speaker, min(article) AS article FROM rows WHERE copied GROUP BY place, speaker, whole, reported
) x GROUP BY place, speaker, article ORDER BY place, speaker, article
"""
_PRINTED = """
WITH rows AS (
  SELECT p.place, p.article, w.copied, w.whole, w.reported, w.words
  FROM voices w JOIN ({places}) p ON p.version = w.version WHERE w.first AND w.leads AND {everything}
)
SELECT place, article, sum(words) AS words, sum(received) AS received FROM (
  SELECT place, article, words, 0 AS received FROM rows WHERE NOT copied
  UNION ALL
  SELECT place, min(article), min(words), 0 FROM rows WHERE copied GROUP BY place, whole, reported
  UNION ALL
  SELECT place, min(article), 0, max(words) FROM ({steps}) h GROUP BY place, whole, reported
) x GROUP BY place, article ORDER BY place, article
"""
_ENDS = f"""
SELECT b.number AS key, 'speaker:' || b.id AS id, b.kind, coalesce(b.name, b.descriptor) AS label
FROM people b JOIN ({{people}}) n ON n.number = b.number
UNION ALL
SELECT {OUTLETS} + o.number, 'outlet:' || o.id, 'outlet', o.name FROM outlets o
"""


def iter_sourcing(connection: Connection, selection: Selection) -> Iterator[End | Said | Printed]:
    """The people and outlets of the store first; then what is selected, article by article."""
    spoken = replace(Spoken.of(connection, selection), agencies=agency_key(read_agencies(connection)))
    parts = {
        "speakers": spoken.speakers, "places": spoken.places, "everything": spoken.everything, "people": spoken.people,
        "steps": relays.steps(spoken),
    }  # fmt: skip
    for made, query in ((End, _ENDS), (Said, _SAID), (Printed, _PRINTED)):
        values = spoken.values if query is not _ENDS else {}
        for row in connection.execute(text(query.format(**parts)), values, execution_options={"yield_per": _AT_ONCE}):
            yield made(*row)


def is_outlet(place: int) -> bool:
    """Whether the key of a place is an outlet's, not that of an article that names none."""
    return place < ARTICLES
