"""Cutting a text into paragraphs with marked stretches that may stand inside one another."""

import re
from collections.abc import Iterator, Sequence
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


def find_paragraphs(text: str) -> list[Span]:
    """The lines of the text that hold more than white space."""
    return [Span(*line.span()) for line in re.finditer(r"[^\r\n]+", text) if line.group().strip()]


def nest(whole: Span, marks: Sequence[tuple[Span, T]]) -> tuple["Marked[T] | Span", ...]:
    """The stretch `whole` as plain and marked stretches that together are exactly its text.

    Marks are cut to `whole`. Of two that start together the longer is outside; where they cross, the later one begins
    where the earlier ends. Empty ones are left out.
    """
    inside = [(span, value) for span, value in marks if span.overlaps(whole)]
    ordered = sorted(inside, key=lambda mark: (max(mark[0].start, whole.start), -mark[0].end))
    return tuple(_pieces(whole, ordered))


def _pieces(whole: Span, ordered: Sequence[tuple[Span, T]]) -> Iterator["Marked[T] | Span"]:
    position, rest = whole.start, list(ordered)
    while rest:
        (span, value), rest = rest[0], rest[1:]
        cut = Span(max(span.start, position), min(span.end, whole.end))
        if cut.start >= cut.end:
            continue
        if position < cut.start:
            yield Span(position, cut.start)
        within = [mark for mark in rest if cut.overlaps(mark[0])]
        rest = [mark for mark in rest if mark[0].end > cut.end]
        yield Marked(cut, value, tuple(_pieces(cut, within)) or (cut,), is_last=span.end <= whole.end)
        position = cut.end
    if position < whole.end:
        yield Span(position, whole.end)
