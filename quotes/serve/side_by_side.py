"""Two wordings of a text side by side, paragraph by paragraph, and in each what the other one has not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product

from quotes.store.questions.wordings import Fate, compare_words

_ALIKE = 0.3  # share of the words of the longer paragraph, from which two are one
_PAIRS = 40_000  # of paragraphs that are held against each other
Pieces = tuple[tuple[Fate, str], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph in both wordings; empty where one has none."""

    old: Pieces
    new: Pieces

    @property
    def changed(self) -> bool:
        return self.old != self.new


def to_rows(old: str, new: str) -> list[Row]:
    """
    >>> to_rows("Yes.\\nIt opens.", "Yes.\\nSoon.\\nIt opened.")[2].new
    (('kept', 'It'), ('added', 'opened.'))
    """
    before, after = _paragraphs(old), _paragraphs(new)
    rows: list[Row] = []
    for tag, first, last, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            rows += [Row((("kept", one),), (("kept", one),)) for one in before[first:last]]
        else:
            rows += _aligned(before[first:last], after[start:end])
    return rows


def _aligned(old: Sequence[str], new: Sequence[str]) -> Iterator[Row]:
    """Those that read alike beside each other, in order, and the others alone."""
    from rapidfuzz.distance import LCSseq

    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]  # how alike all that follows can be made
    alike: dict[tuple[int, int], float] = {}
    if len(old) * len(new) <= _PAIRS:
        words, others = [one.split() for one in old], [one.split() for one in new]
        for i, j in product(reversed(range(len(old))), reversed(range(len(new)))):
            alike[i, j] = LCSseq.normalized_similarity(words[i], others[j])
            together = best[i + 1][j + 1] + alike[i, j] if alike[i, j] >= _ALIKE else 0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], together)
    i = j = 0
    while i < len(old) or j < len(new):
        pair = alike.get((i, j), 0)
        if pair >= _ALIKE and best[i][j] == best[i + 1][j + 1] + pair:
            yield _paired(old[i], new[j])
            i, j = i + 1, j + 1
        elif i < len(old) and (j == len(new) or best[i][j] == best[i + 1][j]):
            yield Row((("dropped", old[i]),), ())
            i += 1
        else:
            yield Row((), (("added", new[j]),))
            j += 1


def _paired(old: str, new: str) -> Row:
    pieces = tuple(compare_words(old.split(), new.split()))
    return Row(tuple(_without("added", pieces)), tuple(_without("dropped", pieces)))


def _without(fate: Fate, pieces: Sequence[tuple[Fate, str]]) -> Iterator[tuple[Fate, str]]:
    return (piece for piece in pieces if piece[0] != fate)


def _paragraphs(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]
