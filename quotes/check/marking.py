"""Quotations in pieces, with what each piece differs in, as tables and pages show them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quotes.check.differences import Difference
from quotes.domain import Span, covering

if TYPE_CHECKING:
    from quotes.check.checking import Checked, Part


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in one line; where they differ, how. Without words, it is the place where some lack."""

    text: str
    difference: Difference | None = None
    is_beside: bool = False  # of the source, what the draft does not quote

    @property
    def is_grave(self) -> bool:
        return self.difference is not None and (self.difference.alters or self.difference.cuts)


def pieces_of_draft(checked: "Checked") -> list[Piece]:
    """The quotation as the draft has it, without its marks."""
    places = [(one.at, one) for one in checked.differences if one.kind != "marks"]
    return _tidy(_cut(checked.drafted.text, checked.drafted.spans, places))


def pieces_of_source(checked: "Checked", part: "Part") -> list[Piece]:
    """The utterance that a part of it is of, as the source has it."""
    utterance = part.alignment.utterance
    spans = [span for stretch in utterance.stretches for span in stretch.spans]
    own = [one for one in checked.differences if part.first <= _place(checked, one) <= part.last]
    places = [(one.held_at, one) for one in own if one.held and one.kind not in ("marks", "seam")]
    quoted = covering(word.span for word in part.alignment.held)
    return _tidy(_cut(utterance.text, spans, places, quoted))


def _place(checked: "Checked", one: Difference) -> int:
    """Before which word of the draft it is."""
    return sum(word.end <= one.at.start for word in checked.drafted.words)


def _cut(
    text: str, spans: Sequence[Span], places: Sequence[tuple[Span, Difference]], quoted: Span | None = None
) -> Iterator[Piece]:
    ordered = sorted(places, key=lambda place: place[0])
    for number, span in enumerate(spans):
        if number:
            yield Piece(" … ")
        at = span.start
        for place, difference in ordered:
            if at <= place.start <= span.end:
                yield from _plain(text, Span(at, place.start), quoted)
                at = min(place.end, span.end)
                yield Piece(text[place.start : at], difference)
        yield from _plain(text, Span(at, span.end), quoted)


def _plain(text: str, span: Span, quoted: Span | None) -> Iterator[Piece]:
    """Words without a difference; those that the draft does not quote by themselves."""
    if quoted is None:
        yield Piece(span.of(text))
        return
    start, end = (min(max(edge, span.start), span.end) for edge in quoted)
    yield Piece(text[span.start : start], is_beside=True)
    yield Piece(text[start:end])
    yield Piece(text[end : span.end], is_beside=True)


def _tidy(pieces: Iterator[Piece]) -> list[Piece]:
    """With single spaces, and without what is empty and differs in nothing."""
    tidied: list[Piece] = []
    for piece in pieces:
        before = bool(tidied) and tidied[-1].text.endswith(" ")
        words = " ".join(piece.text.split())
        if piece.text[:1].isspace() and not before:
            words = f" {words}"
        if piece.text.strip() and piece.text[-1:].isspace():
            words += " "
        if words or piece.difference is not None:
            tidied.append(replace(piece, text=words))
    return tidied
