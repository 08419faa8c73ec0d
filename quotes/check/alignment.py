"""Which words of an utterance a draft's quotation repeats: the longest runs first, then what stands between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz.distance import Levenshtein

from quotes.check.utterances import Utterance
from quotes.check.words import Word, keys_of
from quotes.lexicon import words

_LIGHT = 0.4  # what a word like "the" weighs, which agrees by chance
_NO_WORD = ""
_LONG = 3  # words; a run of so many belongs to the rest wherever it stands


@dataclass(frozen=True, slots=True)
class Step:
    """Words of the draft `[d1, d2)` beside words of the utterance `[h1, h2)`."""

    is_equal: bool
    d1: int
    d2: int
    h1: int
    h2: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """The draft's words `[first, last)` beside those of an utterance; `steps` tell which of them are the same."""

    utterance: Utterance
    steps: tuple[Step, ...]
    weight: float  # of the draft's words that the utterance has, in its order
    longest: float  # weight of the weightiest run

    @property
    def first(self) -> int:
        return self.steps[0].d1

    @property
    def last(self) -> int:
        return self.steps[-1].d2

    @property
    def held(self) -> Sequence[Word]:
        """The words of the utterance from the first that is repeated to the last."""
        equal = [step for step in self.steps if step.is_equal]
        return self.utterance.words[equal[0].h1 : equal[-1].h2]


def weigh(keys: Sequence[str]) -> float:
    """Words that agree by chance count for less than others."""
    return sum(_LIGHT if key in words("function_words") else 1.0 for key in keys)


def align(draft: Sequence[Word], utterance: Utterance, ellipses: frozenset[int] = frozenset()) -> Alignment | None:
    """The draft's words beside an utterance's; None where they share none. `ellipses` as `find_ellipses` has them.

    What an editor put into brackets is no word of the source, unless it stands in brackets there too.
    """
    bracketed = {word.key for word in utterance.words if word.bracketed}
    pairs = zip(draft, keys_of(draft), strict=True)
    keys = [_NO_WORD if word.is_editors and word.key not in bracketed else key for word, key in pairs]
    runs = _chain(_runs(keys, utterance.keys), ellipses)
    if not runs:
        return None
    steps: list[Step] = []
    d, h = runs[0].d1, runs[0].h1
    for run in runs:
        steps += _between(keys, utterance.keys, d, run.d1, h, run.h1)
        steps.append(run)
        d, h = run.d2, run.h2
    weights = [weigh(keys[run.d1 : run.d2]) for run in runs]
    return Alignment(utterance, tuple(steps), sum(weights), max(weights))


def _runs(drafted: Sequence[str], held: Sequence[str]) -> list[Step]:
    """Runs of the same words, in the order of both; the longest is found first, and then what is left and right of it
    (Ratcliff and Metzener 1988)."""
    found = SequenceMatcher(None, drafted, held, autojunk=False).get_matching_blocks()
    return [Step(True, run.a, run.a + run.size, run.b, run.b + run.size) for run in found if run.size]


def _chain(runs: Sequence[Step], ellipses: frozenset[int]) -> list[Step]:
    """The longest run, and those beside it that belong to it: short ones only where they are near."""
    if not runs:
        return []
    longest = max(range(len(runs)), key=lambda place: (runs[place].d2 - runs[place].d1, -place))
    chain = [runs[longest]]
    for run in runs[longest + 1 :]:
        if _belongs(run, run.d1 - chain[-1].d2, run.h1 - chain[-1].h2, ellipses, chain[-1].d2, run.d1):
            chain.append(run)
    for run in reversed(runs[:longest]):
        if _belongs(run, chain[0].d1 - run.d2, chain[0].h1 - run.h2, ellipses, run.d2, chain[0].d1):
            chain.insert(0, run)
    return chain


def _belongs(run: Step, drafted: int, held: int, ellipses: frozenset[int], start: int, end: int) -> bool:
    """`drafted` and `held` are how many words lie between it and the run that is taken already."""
    size = run.d2 - run.d1
    if size >= _LONG:
        return True
    marked = any(start <= place <= end for place in ellipses)
    return (marked and size > 1) or (drafted <= 4 + size and held <= 2 + 2 * size)


def _between(drafted: Sequence[str], held: Sequence[str], d1: int, d2: int, h1: int, h2: int) -> list[Step]:
    """What stands between two runs, word by word where words take each other's places."""
    if d1 == d2 and h1 == h2:
        return []
    if d1 == d2 or h1 == h2:
        return [Step(False, d1, d2, h1, h2)]
    found = Levenshtein.opcodes(drafted[d1:d2], held[h1:h2])
    return [
        Step(code.tag == "equal", d1 + code.src_start, d1 + code.src_end, h1 + code.dest_start, h1 + code.dest_end)
        for code in found
    ]
