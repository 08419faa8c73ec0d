"""The words of a selection: in how many quotations each stands, and which mark it against the rest of the record."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import log

from sqlalchemy import Connection

from quotes.store.folding import fold_words
from quotes.store.questions.facets import sample
from quotes.store.selection import Selection
from quotes.store.sql import execute
from quotes.store.words import stem

_TEXTS = "SELECT text FROM record WHERE {where}"
_LEAST, _SHORTEST = 2, 3  # quotations that a telling word stands in, letters that it has
_SURE = 6.63  # log-likelihood that chance reaches once in a hundred times
# Words that stand in any speech and tell nothing of what it is about.
_OF_ANY_SPEECH = frozenset(
    """
a about after all also am an and any are aren as at be because been before being both but by can cannot could couldn
did didn do does doesn doing don done down each even ever every few for from further get gets getting go goes going
gone got had hadn has hasn have haven having he her here hers herself him himself his how i if in into is isn it its
itself just ll made make makes many may me might mine more most much must my myself never no nor not now of off on
once one only or other ought our ours ourselves out over own quite really re said same say says see shall shan she
should shouldn so some still such than that the their theirs them themselves then there these they thing things this
those through to too under until up us ve very was wasn way we were weren what when where which while who whom whose
why will with won would wouldn yes yet you your yours yourself yourselves
""".split()  # noqa: SIM905 - a list would be a page
)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words, folded, each with the number of quotations of different wording that have it; and how many were read."""

    quotations: int
    words: Mapping[str, int]
    exact: bool = True  # False: out of a sample

    def without(self, some: "Vocabulary") -> "Vocabulary":
        """The rest, where these are among them; in a sample they are few."""
        if not self.exact:
            return self
        words = {word: hits - some.words.get(word, 0) for word, hits in self.words.items()}
        return Vocabulary(self.quotations - some.quotations, {word: hits for word, hits in words.items() if hits > 0})


def read_vocabulary(connection: Connection, selection: Selection) -> Vocabulary:
    """Of some thousand quotations of a selection at most; the same words printed often count once."""
    condition, every = sample(connection, selection)
    texts = execute(connection, _TEXTS.format(where=condition.sql), condition.values).scalars()
    different = {tuple(fold_words(one)) for one in texts}
    return Vocabulary(len(different), Counter(word for words in different for word in set(words)), every == 1)


def telling_words(some: Vocabulary, rest: Vocabulary, limit: int) -> list[str]:
    """The words that mark some quotations against the rest, the most telling first (log-likelihood, Dunning 1993).

    Words of one stem are one, as they are most often worded.

    >>> some = Vocabulary(10, {"bridge": 8, "the": 9, "bridges": 1})
    >>> telling_words(some, Vocabulary(1000, {"bridge": 10, "the": 900}), 5)
    ['bridge']
    """
    here, there = _by_stem(some.words), _by_stem(rest.words)
    found = []
    for root, forms in here.items():
        hits = min(some.quotations, sum(forms.values()))
        others = min(rest.quotations, sum(there.get(root, {}).values()))
        if hits >= _LEAST and hits * max(rest.quotations, 1) > others * some.quotations:
            likelihood = _likelihood(hits, some.quotations, others, rest.quotations)
            if likelihood >= _SURE:
                found.append((-likelihood, max(sorted(forms), key=forms.__getitem__)))
    return [word for _, word in sorted(found)[:limit]]


def _by_stem(words: Mapping[str, int]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for word, hits in words.items():
        if len(word) >= _SHORTEST and word not in _OF_ANY_SPEECH and not word.isdecimal():
            found.setdefault(stem(word), {})[word] = hits
    return found


def _likelihood(hits: int, of: int, others: int, of_others: int) -> float:
    share = (hits + others) / (of + of_others)
    pairs = ((hits, of * share), (others, of_others * share))
    return 2 * sum(seen * log(seen / expected) for seen, expected in pairs if seen)
