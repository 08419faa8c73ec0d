"""How much two stretches have in common, and which of the one list belongs to which of the other."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from quotes.domain import Span

A = TypeVar("A")
B = TypeVar("B")

SAME = 0.5  # the least intersection over union of stretches that are taken for one


def covered(span: Span, spans: Sequence[Span]) -> int:
    """Code points of `span` that lie in `spans`, which do not overlap among themselves."""
    return sum(max(0, min(span.end, other.end) - max(span.start, other.start)) for other in spans)


def span_iou(left: Span, right: Span) -> float:
    """Intersection over union, 0 to 1.

    >>> span_iou(Span(0, 4), Span(2, 6))
    0.3333333333333333
    """
    both = covered(left, [right])
    return both / (max(left.end, right.end) - min(left.start, right.start)) if both else 0.0


def spans_iou(left: Sequence[Span], right: Sequence[Span]) -> float:
    """As `span_iou`, for stretches of several parts."""
    both = sum(covered(span, right) for span in left)
    union = sum(s.end - s.start for s in left) + sum(s.end - s.start for s in right) - both
    return both / union if union else 0.0


def match_best_first(gold: Sequence[A], predicted: Sequence[B], likeness: Callable[[A, B], float]) -> dict[int, int]:
    """Index in `gold` → index in `predicted`, one to one, the likest first and none less like than `SAME`.

    Of equally like pairs the one that comes first in `gold`, then in `predicted`, is made.
    """
    likest = sorted(
        (-alike, i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(predicted)
        if (alike := likeness(one, other)) >= SAME
    )
    made: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in likest:
        if i not in made and j not in taken:
            made[i] = j
            taken.add(j)
    return made
