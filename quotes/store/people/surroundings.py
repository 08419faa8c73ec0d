"""What is named beside somebody, read out of the articles' texts when it decides between namesakes.

Nothing of it is stored: which names are rare is told by a sample of the articles that changes only when their number
has doubled, so that who comes to an archive is placed alike, however often the program was started in between.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from sys import intern
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Connection

from quotes.identity.compare import Census
from quotes.identity.profiles import Profile
from quotes.identity.surroundings import find_entities
from quotes.identity.tally import add_up, tally
from quotes.store.reading.asking import rows_of_any
from quotes.store.sql import execute

ARTICLES = 6  # of a profile, the newest, whose texts are read
_SAMPLE = 256  # articles, or up to twice as many
_REMEMBERED = 8000  # articles whose names are kept in mind
_COUNTED = 2000  # profiles whose company is kept in mind
_PLACES = 100_000  # presences whose articles are
# The newest wording of an article decides.
_NEWEST = "v.number = (SELECT max(w.number) FROM versions w WHERE w.article = v.article)"
_OF_ARTICLES = f"SELECT v.article, v.text FROM versions v WHERE v.article IN :ids AND {_NEWEST}"
_PLACE = "SELECT id, article FROM presences WHERE id IN :ids"


class _Memory:
    """What one process knows of one database's texts."""

    def __init__(self) -> None:
        self.places: dict[str, int] = {}  # presences and their articles
        self.entities: dict[int, frozenset[str]] = {}  # by article, those that were read first going first
        self.bound = 0
        self.sample = Census()


_memories: WeakKeyDictionary[Any, _Memory] = WeakKeyDictionary()


class Surroundings:
    """Reads what profiles keep company with, and how common each name is; within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._memory = _memories.setdefault(connection.engine.pool, _Memory())
        self._newcomers: dict[str, int] = {}
        self._newest: int | None = None
        self._sample: Census | None = None
        self._around: dict[tuple[str, ...], Counter[str]] = {}

    def expect(self, article: int, presences: Collection[str], newest: int | None = None) -> None:
        """These are to be placed, and are in no table yet, and their article may have another wording now. `newest` is
        the article that counts as the last; without, it is the last that is stored."""
        self._newcomers.update(dict.fromkeys(presences, article))
        self._memory.entities.pop(article, None)
        self._newest, self._sample = newest, None

    def learn(self, articles: Mapping[str, int]) -> None:
        """The articles of presences."""
        places = self._memory.places
        if len(places) > _PLACES:
            places.clear()
        places.update(articles)

    def around(self, profile: Profile) -> Counter[str]:
        """The names in the newest articles of a profile; known people have none of their own."""
        members = profile.members[-ARTICLES:]
        if (found := self._around.get(members)) is None:
            articles = self._articles_of(members)
            read = self._read(articles)
            if len(self._around) >= _COUNTED:
                self._around.clear()
            found = self._around[members] = add_up(tally(read.get(article, ())) for article in articles)
        return found

    def sampled(self) -> Census:
        """How common each name is in the sample; whether that is still the one is looked at once for an article."""
        if self._sample is None:
            query = "SELECT coalesce(max(number), 0) FROM articles"
            newest = self._newest or execute(self._connection, query).scalar_one()
            bound = 1 << max(0, newest.bit_length() - 1)
            if bound != self._memory.bound:
                step = max(1, bound // _SAMPLE)
                texts = [row.text for row in rows_of_any(self._connection, _OF_ARTICLES, range(step, bound + 1, step))]
                entities = add_up(tally(find_entities(found)) for found in texts)
                self._memory.sample = Census(len(texts), entities)
                self._memory.bound = bound
            self._sample = self._memory.sample
        return self._sample

    def _articles_of(self, presences: Sequence[str]) -> list[int]:
        places = self._memory.places
        unknown = [one for one in presences if one not in places and one not in self._newcomers]
        if unknown:
            self.learn({row.id: row.article for row in rows_of_any(self._connection, _PLACE, unknown)})
        found = (self._newcomers.get(one) or places.get(one) for one in presences)
        return [article for article in found if article is not None]

    def _read(self, articles: Collection[int]) -> dict[int, frozenset[str]]:
        entities = self._memory.entities
        there = {article: entities[article] for article in articles if article in entities}
        for row in rows_of_any(self._connection, _OF_ARTICLES, {one for one in articles if one not in there}):
            there[row.article] = entities[row.article] = frozenset(map(intern, find_entities(row.text)))
        while len(entities) > _REMEMBERED:
            del entities[next(iter(entities))]
        return there


class SampledCensus(Census):
    """What the archive tells, asked when it is wanted."""

    def __init__(self, surroundings: Surroundings, bearers: Mapping[str, int]) -> None:
        super().__init__(bearers=bearers, around=surroundings.around)
        object.__setattr__(self, "_surroundings", surroundings)

    @property
    def rarity(self) -> Mapping[str, float]:
        return self._surroundings.sampled().rarity  # type: ignore[attr-defined,no-any-return]

    @property
    def rarest(self) -> float:
        return self._surroundings.sampled().rarest  # type: ignore[attr-defined,no-any-return]
