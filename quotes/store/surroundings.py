"""What is named beside somebody, read out of the articles' texts when it decides between namesakes.

Nothing of it is stored: which names are rare is told by a sample of the articles that changes only when their number
has doubled, so that who comes to an archive is placed alike, however often the program was started in between.
"""

from collections import Counter, OrderedDict
from collections.abc import Collection
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Connection

from quotes.identity.compare import Census
from quotes.identity.profiles import Profile
from quotes.identity.surroundings import find_entities
from quotes.identity.tally import add_up, tally
from quotes.store.asking import rows_of_any
from quotes.store.sql import execute

ARTICLES = 6  # of a profile, the newest, whose texts are read
_SAMPLE = 256  # articles, or up to twice as many
_REMEMBERED = 4000  # texts' names
# The newest wording of an article decides.
_NEWEST = "v.number = (SELECT max(w.number) FROM versions w WHERE w.article = v.article)"
_OF_ARTICLES = f"SELECT v.article, v.text FROM versions v WHERE v.article IN :ids AND {_NEWEST}"
_OF_PRESENCES = (
    f"SELECT p.id, v.text FROM presences p JOIN versions v ON v.article = p.article WHERE p.id IN :ids AND {_NEWEST}"
)


class _Memory:
    """What one process knows of one database's texts."""

    def __init__(self) -> None:
        self.entities: OrderedDict[str, frozenset[str]] = OrderedDict()
        self.bound = 0
        self.sample = Census()


_memories: WeakKeyDictionary[Any, _Memory] = WeakKeyDictionary()


class Surroundings:
    """Reads what profiles keep company with, and how common each name is; within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._memory = _memories.setdefault(connection.engine.pool, _Memory())
        self._newcomers: dict[str, int] = {}
        self._sample: Census | None = None

    def expect(self, article: int, presences: Collection[str]) -> None:
        """These are to be placed, and are in no table yet, or their article may have another wording now."""
        self._newcomers.update(dict.fromkeys(presences, article))
        for presence in presences:
            self._memory.entities.pop(presence, None)

    def around(self, profile: Profile) -> Counter[str]:
        """The names in the newest articles of a profile; known people have none of their own."""
        members = profile.members[-ARTICLES:]
        self._read([member for member in members if member not in self._memory.entities])
        return add_up(tally(self._memory.entities.get(member, ())) for member in members)

    def sampled(self) -> Census:
        """How common each name is in the sample; whether that is still the one is looked at once in a transaction."""
        if self._sample is None:
            newest = execute(self._connection, "SELECT coalesce(max(number), 0) FROM articles").scalar_one()
            bound = 1 << max(0, newest.bit_length() - 1)
            if bound != self._memory.bound:
                step = max(1, bound // _SAMPLE)
                texts = [row.text for row in rows_of_any(self._connection, _OF_ARTICLES, range(step, bound + 1, step))]
                entities = add_up(tally(find_entities(found)) for found in texts)
                self._memory.sample = Census(len(texts), entities)
                self._memory.bound = bound
            self._sample = self._memory.sample
        return self._sample

    def _read(self, presences: Collection[str]) -> None:
        if not presences:
            return
        found = dict.fromkeys(presences, frozenset[str]())
        here = {self._newcomers[presence] for presence in presences if presence in self._newcomers}
        names = {article: find_entities(found) for article, found in rows_of_any(self._connection, _OF_ARTICLES, here)}
        for presence in presences:
            if (article := self._newcomers.get(presence)) is not None:
                found[presence] = names.get(article, frozenset())
        there = [presence for presence in presences if presence not in self._newcomers]
        found.update(
            (presence, find_entities(words)) for presence, words in rows_of_any(self._connection, _OF_PRESENCES, there)
        )
        self._memory.entities.update(found)
        while len(self._memory.entities) > _REMEMBERED:
            self._memory.entities.popitem(last=False)
