"""What became of an article's quotations in its next wording: kept, altered, added or dropped."""

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

ALIKE = 75.0  # of 100, by the longest common subsequence of letters: below, two quotations are two


@dataclass(frozen=True, slots=True)
class Stretch:
    """A quotation of one wording."""

    number: int
    fingerprint: int | None
    text: str


def match(former: Sequence[Stretch], present: Sequence[Stretch]) -> dict[int, tuple[int, str]]:
    """For present quotations, which former one each follows and how: "kept" or "altered"; others are new.

    Both in order of the text. The same words go first, in order; then each of what is left takes the likest, the best
    pair first, ties by place. A former quotation is followed once.
    """
    found: dict[int, tuple[int, str]] = {}
    by_words: dict[int | None, deque[Stretch]] = defaultdict(deque)
    for old in former:
        by_words[old.fingerprint].append(old)
    for new in present:
        if new.fingerprint is not None and by_words[new.fingerprint]:
            found[new.number] = (by_words[new.fingerprint].popleft().number, "kept")
    gone = {number for number, _ in found.values()}
    left = [old for old in former if old.number not in gone]
    fresh = [new for new in present if new.number not in found]
    if not left or not fresh:
        return found
    scores = process.cdist([new.text for new in fresh], [old.text for old in left], scorer=fuzz.ratio)
    pairs = sorted(
        (-float(scores[i][j]), i, j) for i in range(len(fresh)) for j in range(len(left)) if scores[i][j] >= ALIKE
    )
    used: set[int] = set()
    for _, i, j in pairs:
        if fresh[i].number not in found and j not in used:
            used.add(j)
            found[fresh[i].number] = (left[j].number, "altered")
    return found
