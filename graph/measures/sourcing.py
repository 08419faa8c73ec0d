"""The articles of a period as arrays: who is quoted in each, and how many words came through others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from scipy.sparse import csr_array

from graph.measures.indexed import Integers
from quotes.store import End
from quotes.store.counting.network.sourcing import Printed, Said, is_outlet


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """Articles that quote anybody. Speakers are those of these articles, by their keys."""

    speakers: Integers  # (speakers,)
    quotations: csr_array  # (articles, speakers)
    words: Integers  # (articles,), of quotations in outlets
    received: Integers  # (articles,), of these words

    @property
    def articles(self) -> int:
        return len(self.words)

    @property
    def totals(self) -> Integers:
        """Quotations of each speaker."""
        totals: Integers = np.asarray(self.quotations.sum(axis=0), np.int64)
        return totals


@dataclass(slots=True)
class Sourcing:
    """What the store tells of a period, row by row."""

    ends: dict[int, End] = field(default_factory=dict)
    said: list[tuple[int, int, int, int]] = field(default_factory=list)
    printed: list[tuple[int, int, int, int]] = field(default_factory=list)

    @classmethod
    def read(cls, rows: Iterable[End | Said | Printed]) -> "Sourcing":
        found = cls()
        for row in rows:
            if isinstance(row, End):
                found.ends[row.key] = row
            elif isinstance(row, Said):
                found.said.append((row.place, row.speaker, row.article, row.quotations))
            else:
                found.printed.append((row.place, row.article, row.words, row.received))
        return found

    def whole(self) -> Sample:
        """All articles; what stands in several outlets counts in each."""
        return _sample(np.array(self.said, np.int64).reshape(-1, 4), np.array(self.printed, np.int64).reshape(-1, 4))

    def by_outlet(self) -> Mapping[int, Sample]:
        """The articles of each outlet, by its key."""
        said, printed = (np.array(rows, np.int64).reshape(-1, 4) for rows in (self.said, self.printed))
        said_at, printed_at = np.argsort(said[:, 0], kind="stable"), np.argsort(printed[:, 0], kind="stable")
        said, printed = said[said_at], printed[printed_at]
        found = {}
        for place in np.unique(said[:, 0]).tolist():
            if is_outlet(place):
                found[place] = _sample(_rows(said, place), _rows(printed, place))
        return found


def _rows(table: Integers, place: int) -> Integers:
    begin, end = np.searchsorted(table[:, 0], [place, place + 1])
    return table[begin:end]


def _sample(said: Integers, printed: Integers) -> Sample:
    outlets = [place for place in np.unique(printed[:, 0]).tolist() if is_outlet(place)]
    articles, article = np.unique(said[:, 2], return_inverse=True)
    speakers, speaker = np.unique(said[:, 1], return_inverse=True)
    shape = (len(articles), len(speakers))
    quotations = csr_array((said[:, 3], (article, speaker)), shape=shape)
    rows = printed[np.isin(printed[:, 1], articles) & np.isin(printed[:, 0], outlets)]
    at = np.searchsorted(articles, rows[:, 1])
    words, received = (np.bincount(at, rows[:, column], len(articles)).astype(np.int64) for column in (2, 3))
    return Sample(speakers, quotations, words, received)
