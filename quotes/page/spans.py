"""Cutting a paragraph into plain and marked stretches, which may stand inside one another."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from quotes.domain import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Marked(Generic[T]):
    """A stretch of the text and what it is marked as."""

    span: Span
    value: T
    inside: tuple["Marked[T] | Span", ...]  # its text in order: plain stretches and marked ones
    is_last: bool = True  # False when what is marked goes on in a later paragraph


def nest(whole: Span, marks: Iterable[tuple[Span, T]]) -> tuple["Marked[T] | Span", ...]:
    """The stretch `whole` as plain and marked stretches that together are exactly its text.

    Marks are cut to `whole`. Of two that start together the longer is outside; where they cross, the later one ends
    where the earlier ends. Empty ones are left out.
    """
    cut = [(Span(max(span.start, whole.start), min(span.end, whole.end)), span, value) for span, value in marks]
    ordered = sorted(
        (mark for mark in cut if mark[0].start < mark[0].end), key=lambda mark: (mark[0].start, -mark[1].end)
    )
    return _pieces(whole, deque((span, value, full.end <= whole.end) for span, full, value in ordered))


def _pieces(whole: Span, ahead: "deque[tuple[Span, T, bool]]") -> tuple["Marked[T] | Span", ...]:
    """Takes from `ahead` the marks that begin inside `whole`."""
    position = whole.start
    pieces: list[Marked[T] | Span] = []
    while ahead and ahead[0][0].start < whole.end:
        span, value, is_last = ahead.popleft()
        cut = Span(span.start, min(span.end, whole.end))
        if position < cut.start:
            pieces.append(Span(position, cut.start))
        pieces.append(Marked(cut, value, _pieces(cut, ahead), is_last))
        position = cut.end
    if position < whole.end:
        pieces.append(Span(position, whole.end))
    return tuple(pieces)
