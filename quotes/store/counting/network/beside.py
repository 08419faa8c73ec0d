"""Who speaks beside whom: a row for each speaker of an article comes out of the database, and pairs are made here.

A database that joins the speakers of each article with each other sorts all pairs at once, with all that they carry.
Here they are numbers, and those of some of the speakers at a time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, text

from quotes.store.counting.network.spoken import Spoken
from quotes.store.views import CONFIDENCE

Numbers = NDArray[np.int64]
Days = NDArray[np.datetime64]

_AT_ONCE = 5000  # rows that are fetched together
_PAIRS_AT_ONCE = 500_000  # pairs in an article; with what is made of them they take some 150 MB

# The first quotation of each who speaks in a version proves that they do.
_SPEAKING = f"""
WITH beside AS (
  SELECT version, speaker, min(quotation) AS quotation, sum(words) AS words,
         max(CASE WHEN withheld THEN 1 ELSE 0 END) AS withheld
  FROM ({{speakers}}) x WHERE leads GROUP BY version, speaker
)
SELECT b.version, b.speaker, b.quotation, b.words, b.withheld, {CONFIDENCE} AS confidence, p.first, p.last, q.id,
       a.id AS article
FROM beside b
JOIN ({{versions}}) p ON p.version = b.version
JOIN articles a ON a.number = p.article
JOIN quotations q ON q.number = b.quotation
JOIN parses m ON m.version = b.version AND m.current
JOIN readings r ON r.quotation = b.quotation AND r.parse = m.number
LEFT JOIN corrections c ON c.quotation = b.quotation
ORDER BY b.version, b.speaker
"""
_TYPES = ("i8", "i8", "i8", "i8", "i8", "f8", "M8[D]", "M8[D]", "O", "O")


@dataclass(frozen=True, slots=True)
class Beside:
    """Who speaks in which version: columns of one length, in order of the versions, then of the speakers."""

    version: Numbers
    speaker: Numbers
    quotation: Numbers
    words: Numbers
    withheld: Numbers
    confidence: NDArray[np.float64]
    first: Days  # NaT where the article has no date
    last: Days
    id: NDArray[np.object_]  # of the quotation
    article: NDArray[np.object_]  # its id
    story: Numbers  # the first of the versions that are copies of each other

    @classmethod
    def read(cls, connection: Connection, spoken: Spoken) -> "Beside":
        query = _SPEAKING.format(speakers=spoken.speakers, versions=spoken.versions)
        columns: list[list[Any]] = [[] for _ in _TYPES]
        rows = connection.execute(text(query), spoken.values, execution_options={"yield_per": _AT_ONCE})
        for some in rows.partitions():
            for column, values in zip(columns, zip(*some, strict=True), strict=True):
                column += values
        found: list[Any] = [np.array(column, dtype=kind) for column, kind in zip(columns, _TYPES, strict=True)]
        found.append(_stories(connection, spoken, columns[0]))
        return cls(*found)

    def pairs(self, at_once: int = _PAIRS_AT_ONCE) -> Iterator[tuple[Numbers, Numbers]]:
        """Each two in one version, by their rows, the lower speaker first: all pairs of some lower speakers at a time,
        in order of these. `at_once`: about how many, more where one speaker has more."""
        if not len(self.version):
            return
        following = np.searchsorted(self.version, self.version, side="right") - np.arange(len(self.version)) - 1
        by_speaker = np.argsort(self.speaker, kind="stable")
        starts = starts_of(self.speaker[by_speaker])
        share = np.cumsum(np.add.reduceat(following[by_speaker], starts)) // at_once
        for rows in np.split(by_speaker, starts[starts_of(share)[1:]]):
            counts = following[rows]
            one = np.repeat(rows, counts)
            further = np.arange(len(one)) - np.repeat(np.cumsum(counts) - counts, counts)
            yield one, one + 1 + further


def _stories(connection: Connection, spoken: Spoken, versions: list[int]) -> Numbers:
    query = f"{spoken.asked.copied_articles()} ORDER BY w.version"
    firsts: dict[tuple[int, ...], int] = {}
    copied = {
        version: firsts.setdefault(tuple(marks), version)
        for version, *marks in connection.execute(text(query), spoken.values)
    }
    return np.array([copied.get(version, version) for version in versions], dtype=np.int64)


def starts_of(*columns: NDArray[Any]) -> Numbers:
    """Where the values of sorted columns change, the beginning included.

    >>> starts_of(np.array([1, 1, 2, 2]), np.array([5, 5, 5, 6])).tolist()
    [0, 2, 3]
    """
    changes = np.zeros(len(columns[0]), dtype=bool)
    changes[:1] = True
    for column in columns:
        changes[1:] |= column[1:] != column[:-1]
    return np.flatnonzero(changes)
