"""Where the paragraphs of a text begin and end, and how an over-long one is cut.

A blank line is a boundary, unless a page ends there inside a sentence. A lone line break is one too, unless the text
is hard-wrapped: then only a line that had room for the next line's first word ends its paragraph.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from quotes.domain import Span
from quotes.text.characters import HIDDEN, PAGE_BREAK

_LINE = re.compile(r"[^\n\r\v\f\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\v\u2028]")
_BLANK = re.compile(r"[\f\u2029]")
_PAGE_BREAK = re.compile(PAGE_BREAK)
_SENTENCE_END = re.compile(r"[.!?:;…]['\"’”»)\]]*$")
_ITEM = re.compile(r"(?:[-*•–—·▪]|\d{1,3}[.)])\s")

_NAMED = re.compile(r"[,?!]['\"’”»]+ [a-z]+(?: [A-Z][\w’'.-]*)*$")
_NAME_ENDS = re.compile(r"[A-Z][\w’'-]*[.,;]")

WRAP_MIN, WRAP_MAX = 40, 120  # columns between which text may have been wrapped by a machine
_FULL = 0.85  # a line is full when the next word would have brought it past this share of the widest line

_CUT = re.compile(r"(?<=[a-z]{4})[.!?]['\"’”»)\]]*\s+(?=['\"“‘«(\[]*[A-Z])")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    indent: int
    text: str

    @property
    def width(self) -> int:
        return self.end - self.start

    @property
    def first_word(self) -> str:
        return self.text.split(maxsplit=1)[0] if not self.text.isspace() else self.text


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs in order: disjoint spans that begin and end with ink and together hold all ink of the text.

    >>> find_paragraphs("One.\\n\\nTwo.")
    (Span(start=0, end=4), Span(start=6, end=10))
    """
    breaks = _page_breaks(text)
    lines = [line for line in _lines(text) if not any(p.start < line.start < p.end for p in breaks)]
    if not lines:
        return ()
    cut = {p.start for p in breaks}
    lone = [one.end in cut or _is_lone(text[one.end : other.start]) for one, other in pairwise(lines)]
    width = _wrap_width(lines, lone)
    spans = []
    start = lines[0].start
    for (one, other), is_lone in zip(pairwise(lines), lone, strict=True):
        if not (is_lone and _goes_on(one, other, width)):
            spans.append(Span(start, one.end))
            start = other.start
    spans.append(Span(start, lines[-1].end))
    return tuple(spans)


def cut_paragraph(text: str, span: Span, limit: int) -> list[Span]:
    """Cut a paragraph into pieces of at most `limit` characters: after a sentence, else at a space, else anywhere.

    A place counts as the end of a sentence where a lower-case word of four letters or more, a full stop and a capital
    follow one another, so that no abbreviation is taken for one.
    """
    pieces = []
    start, end = span
    while end - start > limit:
        window = text[start : start + limit]
        ends = [match.end() for match in _CUT.finditer(window, limit // 2)]
        space = max(window.rfind(c, limit // 4) for c in " \t\n\xa0")
        at = ends[-1] if ends else space + 1 if space >= 0 else limit
        pieces.append(Span(start, start + at))
        start += at
    pieces.append(Span(start, end))
    return [trimmed for piece in pieces if (trimmed := _trim(text, piece)).start < trimmed.end]


def _trim(text: str, span: Span) -> Span:
    cut = span.of(text)
    start = span.start + len(cut) - len(cut.lstrip(HIDDEN))
    return Span(start, max(start, span.start + len(cut.rstrip(HIDDEN))))


def _lines(text: str) -> list[_Line]:
    found = []
    for match in _LINE.finditer(text):
        start, end = _trim(text, Span(*match.span()))
        if start < end:
            found.append(_Line(start, end, start - match.start(), text[start:end]))
    return found


def _page_breaks(text: str) -> list[Span]:
    """Where running text goes on over the end of a page: a line that is as long as wrapped ones breaks off there."""
    found = (Span(*match.span()) for match in _PAGE_BREAK.finditer(text))
    return [p for p in found if p.start - text.rfind("\n", 0, p.start) > WRAP_MIN]


def _is_lone(gap: str) -> bool:
    return not _BLANK.search(gap) and len(_BREAK.findall(gap)) < 2


def _has_room(one: _Line, other: _Line, width: int) -> bool:
    return one.width + 1 + len(other.first_word) <= width * _FULL


def _wrap_width(lines: list[_Line], lone: list[bool]) -> int | None:
    """The columns at which the text was wrapped, or None where it was not."""
    pairs = [pair for pair, is_lone in zip(pairwise(lines), lone, strict=True) if is_lone]
    if len(pairs) < 3:
        return None
    width = max(line.width for pair in pairs for line in pair)
    if not WRAP_MIN <= width <= WRAP_MAX:
        return None
    full = sum(not _has_room(one, other, width) for one, other in pairs)
    ended = sum(bool(_SENTENCE_END.search(one.text)) for one, _ in pairs)
    return width if full >= 0.6 * len(pairs) and ended <= 0.5 * len(pairs) else None


def _is_cut(one: _Line, other: _Line) -> bool:
    """Whether a line as long as wrapped ones breaks off inside a sentence: running text, which has ended a sentence
    before, or a speaker's name in two ("said Jane | Doe, who")."""
    if not WRAP_MIN <= one.width <= WRAP_MAX:
        return False
    return _CUT.search(one.text) is not None or (
        _NAMED.search(one.text) is not None and _NAME_ENDS.match(other.text) is not None
    )


def _goes_on(one: _Line, other: _Line, width: int | None) -> bool:
    """Whether the paragraph of one line goes on in the next, with a lone line break between them."""
    if _ITEM.match(other.text) or other.indent >= one.indent + 2:
        return False
    if not _SENTENCE_END.search(one.text) and (other.text[0].islower() or _is_cut(one, other)):
        return True
    return width is not None and not _has_room(one, other, width)
