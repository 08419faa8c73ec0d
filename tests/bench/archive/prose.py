"""Sentences that say nothing, in words as common and as rare as an article's."""

from collections.abc import Callable
from random import Random

from quotes.lexicon import words as lexicon
from tests.bench.archive import vocabulary

# What stands for a word: n a noun, a an adjective, v a verb, r an adverb, p a place, t a trade, # a number.
_CLAUSES = (
    "the [n] [v] the [a] [n] of the [n] in [p]",
    "the [n] has [v] [#] [n]s since the [n] [v]",
    "it is [a] that the [n] of [p] [v] the [n]",
    "we [v] the [n] [r] and the [n] was [a]",
    "they [v] [r] and nobody [v] the [n]",
    "a [n] in [p] [v] the [n] for the [a] [n]",
    "the [a] [n] and the [n] were not [a] to the [t]s",
    "I [v] the [n] of [#] to every [n] who [v] it",
    "there was no [a] [n] for the [n]s after the [n]",
    "what the [n] [v] is [a] for the [n] and the [n]",
    "this [n] will be [a] when the [n] is [v]",
    "you cannot [v] the [n] without a [a] [n] from [p]",
)
_JOINTS = (" and ", ", but ", " because ", ", while ", " after ", ", although ", " as ")

Draw = Callable[[], str]


class Prose:
    """Draws clauses and sentences with one source of chance."""

    def __init__(self, chance: Random) -> None:
        trades = [trade for trade in sorted(lexicon("trades")) if trade.isalpha()]
        Random("trades").shuffle(trades)
        pools = {letter: vocabulary.urn(vocabulary.listed(kind)) for letter, kind in _KINDS.items()}
        pools |= {"p": vocabulary.urn(vocabulary.places()), "t": vocabulary.urn(tuple(trades))}
        pools["#"] = tuple(map(str, range(2, 4000)))
        self._random = chance.random
        self._clauses = tuple(self._compile(clause, pools) for clause in _CLAUSES)

    @staticmethod
    def _compile(clause: str, pools: dict[str, tuple[str, ...]]) -> tuple[str, tuple[tuple[tuple[str, ...], int], ...]]:
        """A pattern for `%`, and the pools that fill it with their sizes."""
        pattern, chosen = clause, []
        for piece in clause.split("[")[1:]:
            letter = piece.partition("]")[0]
            pattern = pattern.replace(f"[{letter}]", "%s", 1)
            chosen.append((pools[letter], len(pools[letter])))
        return pattern, tuple(chosen)

    def clause(self) -> str:
        """Ten words or so, without a capital letter or a full stop."""
        random = self._random
        pattern, pools = self._clauses[int(random() * len(self._clauses))]
        return pattern % tuple([pool[int(random() * size)] for pool, size in pools])

    def words(self, least: int, most: int) -> str:
        """A clause or several, joined, `least` to `most` of them."""
        count = least + int(self._random() * (most - least + 1))
        said = self.clause()
        for _ in range(count - 1):
            said += _JOINTS[int(self._random() * len(_JOINTS))] + self.clause()
        return said

    def sentence(self) -> str:
        said = self.words(1, 2)
        return f"{said[0].upper()}{said[1:]}."


_KINDS = {"n": "noun", "a": "adjective", "v": "verb", "r": "adverb"}
