"""How far a report's content may reach over the words below its head."""

from typing import Literal

from quotes.domain import Span
from quotes.scene import Scene

Extent = Literal[
    "whole", "up to a break", "up to a conjunct", "up to a modifier", "without its preposition", "with its subject",
    "sentence",
]  # fmt: skip

BREAKS = frozenset((",", ";", ":", "-", "–", "—", "--"))
_MODIFIERS = frozenset(("advcl", "obl", "acl", "nmod"))


def find_extents(scene: Scene, head: int) -> list[tuple[int, int, Extent]]:
    """The words below the head as tokens `[first, last)`, and the shorter readings: annotators, and parsers, differ on
    what still belongs to the content."""
    first, last = trim(scene, *subtree(scene, head))
    found: list[tuple[int, int, Extent]] = [(first, last, "whole")]
    stop = next((i for i in range(max(head, first) + 1, last) if scene.tokens[i].text in BREAKS), last)
    if stop < last:
        found.append((*trim(scene, first, stop), "up to a break"))
    conjunct = _first_behind(scene, head, "conj")
    if conjunct is not None and conjunct < stop:
        found.append((*trim(scene, first, conjunct), "up to a conjunct"))
    start = first
    while start < head and scene.tokens[start].deprel in ("case", "mark") and scene.tokens[start].upos == "ADP":
        start += 1
    if start > first:
        found.append((*trim(scene, start, last), "without its preposition"))
    modifier = _last_modifier(scene, head)
    if modifier is not None and head < modifier < stop:
        found.append((*trim(scene, first, modifier), "up to a modifier"))
    return [(a, b, extent) for a, b, extent in found if b > a]


def _first_behind(scene: Scene, head: int, relation: str) -> int | None:
    """Where the first word so related to the head, with what hangs on it, begins behind the head."""
    child = next((c for c in scene.children[head] if c > head and scene.tokens[c].deprel == relation), None)
    return None if child is None else subtree(scene, child)[0]


def _last_modifier(scene: Scene, head: int) -> int | None:
    """Where the modifier begins that the words below the head end with."""
    end = subtree(scene, head)[1]
    for child in scene.children[head]:
        if child > head and scene.tokens[child].deprel.split(":")[0] in _MODIFIERS:
            low, high = subtree(scene, child)
            if high == end:
                return low
    return None


def subtree(scene: Scene, head: int) -> tuple[int, int]:
    """The tokens from the leftmost to the rightmost word below (and with) the head, as `[first, last)`."""
    low = high = head
    stack = [head]
    while stack:
        index = stack.pop()
        low, high = min(low, index), max(high, index)
        stack.extend(scene.children[index])
    return low, high + 1


def trim(scene: Scene, first: int, last: int) -> tuple[int, int]:
    """Without the punctuation at the edges."""
    while first < last and scene.tokens[first].upos == "PUNCT":
        first += 1
    while last > first and scene.tokens[last - 1].upos == "PUNCT":
        last -= 1
    return first, last


def span_of(scene: Scene, first: int, last: int) -> Span:
    return Span(scene.tokens[first].start, scene.tokens[last - 1].end)
