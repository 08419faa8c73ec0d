"""Gold articles typed anew with other quotation marks, so that nothing learnt hangs on one house's habit."""

import random
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate
from typing import Any

from quotes.domain import Span
from quotes.find.pair import Stretch, pair_marks
from quotes.text.paragraphs import find_paragraphs
from quotes.train.boosting import SEED
from quotes.train.marks import MANNERS, Manner

_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_SINGLE = "'‘‚`‹"
MANNERS_OF_COPIES: dict[str, tuple[Manner, ...]] = {
    "single": tuple(m for m, _ in MANNERS if m.opening in ("‘", "'")),
    "mixed": tuple(m for m, _ in MANNERS if m.opening in ("‘", "'", "“", '"')),
    "guillemets": tuple(m for m, _ in MANNERS if m.opening == "«"),
}
"""The manners of a copy: one for the whole article, of "mixed" ones another for each paragraph."""


def retyped(record: Mapping[str, Any], kind: str) -> dict[str, Any]:
    """A gold record typed in one of MANNERS_OF_COPIES, all offsets moved with the text.

    Stretches that had single marks already are not judged in the copy: the gold may not have looked at them.
    """
    text = record["text"]
    chance = random.Random(f"{SEED} {record['id']} {kind}")
    edits, unjudged = _edits(text, MANNERS_OF_COPIES[kind], chance, each=kind == "mixed")
    ends = [edit.end for edit, _ in edits]
    shifts = [0, *accumulate(len(written) - (edit.end - edit.start) for edit, written in edits)]

    def move(offset: int) -> int:
        return offset + shifts[bisect_right(ends, offset)]

    pieces, done = [], 0
    for edit, written in edits:
        pieces += [text[done : edit.start], written]
        done = edit.end
    return {
        **_moved({k: v for k, v in record.items() if k not in ("id", "text")}, move),
        "id": f"{record['id']} {kind}",
        "text": "".join([*pieces, text[done:]]),
        "ignore": [[move(a), move(b)] for a, b in (*record["ignore"], *unjudged)],
    }


def _edits(
    text: str, manners: tuple[Manner, ...], chance: random.Random, *, each: bool
) -> tuple[list[tuple[Span, str]], list[Span]]:
    """What is written in place of which span, in order; and the stretches that keep their single marks."""
    edits: dict[Span, str] = {}
    kept: list[Span] = []
    manner = chance.choice(manners)
    for paragraph in find_paragraphs(text):
        manner = chance.choice(manners) if each else manner
        for match in _APOSTROPHE.finditer(text, *paragraph):
            edits[Span(*match.span())] = manner.apostrophe
        for stretch in pair_marks(text, paragraph):
            if stretch.depth == 0 and stretch.content.start - stretch.span.start == 1 and text[stretch.span.start] in _SINGLE:
                kept.append(stretch.span)
            elif stretch.depth < 2:
                edits.update(_marks(stretch, manner))
    return sorted(edits.items()), kept


def _marks(stretch: Stretch, manner: Manner) -> Iterator[tuple[Span, str]]:
    inner, gap = stretch.depth == 1, "\u00a0" if manner.spaced and stretch.depth == 0 else ""
    opening = manner.inner_opening if inner else manner.opening
    closing = manner.inner_closing if inner else manner.closing
    if stretch.content.start > stretch.span.start:
        yield Span(stretch.span.start, stretch.content.start), opening + gap
    if stretch.closed and stretch.span.end > stretch.content.end:
        yield Span(stretch.content.end, stretch.span.end), gap + closing


def _moved(value: Any, move: Callable[[int], int]) -> Any:
    """Offsets are the only integers of a gold record that mean places in its text: pairs, and `start` and `end`."""
    if isinstance(value, dict):
        return {k: move(v) if k in ("start", "end") and isinstance(v, int) else _moved(v, move) for k, v in value.items()}
    if isinstance(value, list):
        is_pair = len(value) == 2 and all(isinstance(v, int) and not isinstance(v, bool) for v in value)
        return [move(v) for v in value] if is_pair else [_moved(v, move) for v in value]
    return value
