"""Quotation marks of every kind that news uses, each with the directions it may be read in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quotes.domain import Span
from quotes.text.characters import ENTITY, ESCAPED, unescape

Family = Literal["double", "single", "guillemet"]

# Two apostrophes or backticks in a row are how databases write a double mark; of three, the one nearer to the words
# is the inner quotation's.
_MARK = re.compile(rf"(?<=\S)'(?=''(?!'))|''|``|‘‘|’’|‚‚|{ENTITY}|{ESCAPED}|[\x91-\x94\"“”„‟＂″❝❞「」『』〝〞〟«»'‘’‚‛❛❜`‹›]")

_FAMILY: dict[str, Family] = {
    **dict.fromkeys(("''", "``", "‘‘", "’’", "‚‚", *'"“”„‟＂″❝❞「」『』〝〞〟'), "double"),
    **dict.fromkeys(("«", "»"), "guillemet"),
    **dict.fromkeys(tuple("'‘’‚‛❛❜`‹›"), "single"),
}
_OPENERS = frozenset((*"“„‟‘‚‛«‹`❝「『〝❛", "``", "‘‘", "‚‚"))
_CLOSERS = frozenset((*"”»›❞」』〞〟❜", "’’"))
_OPENING_CONTEXT = frozenset("([{<—–-―/:;,=*>|•…")
_INSIDE_WORD = re.compile(r"\w")
_AND = re.compile(r"['’‘]n['’]", re.IGNORECASE)  # rock ’n’ roll
_CLIPPED = re.compile(r"\b(?:o|th|t|an|wi|ol)['’] [a-z]", re.IGNORECASE)  # a cup o’ tea
_ELISION = re.compile(r"(?:em|tis|twas|til|till|cause|cos|bout|round|n|d|s|re|ve|ll|m|\d\ds?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mark:
    span: Span
    family: Family
    can_open: bool
    can_close: bool
    sure: bool  # its shape or its place leaves one reading only


def iter_marks(text: str, within: Span) -> Iterator[Mark]:
    """The quotation marks of a paragraph in order; apostrophes, feet and inches are left out."""
    for match in _MARK.finditer(text, within.start, within.end):
        shape = unescape(match.group())
        mark = _read(text, shape, Span(*match.span()), within) if shape in _FAMILY else None
        if mark is not None:
            yield mark


def _read(text: str, shape: str, span: Span, within: Span) -> Mark | None:
    before = text[span.start - 1] if span.start > within.start else " "
    after = text[span.end] if span.end < within.end else " "
    family = _FAMILY[shape]
    if family == "single" and not _is_quoting(text, shape, span, before, after):
        return None
    if family != "single" and shape in ('"', "″", "''", "’’") and before.isdigit() and _is_measure(text, span, after):
        return None
    opening_place = before.isspace() or before in _OPENING_CONTEXT or _is_mark(before)
    opens_word = bool(_INSIDE_WORD.match(after)) or after in "$£€#@([¿¡‘'\"“«"
    leads_on = opens_word or after in ".…-—–"
    if shape in _OPENERS:
        # A low mark is closed by a high “, and news sites do close with it now and then: “…the Mexicans.“
        closes = not opens_word and not before.isspace() and (after.isspace() or before not in _OPENING_CONTEXT)
        return Mark(span, family, can_open=not closes, can_close=closes and family != "single", sure=not closes)
    if shape in _CLOSERS:
        opens = opens_word and before.isspace()
        return Mark(span, family, can_open=opens, can_close=not opens, sure=not opens)
    can_open = opening_place and leads_on and not (before == "," and _is_mark(after))
    can_close = not before.isspace() and (not can_open or _is_mark(before))
    glued = bool(_INSIDE_WORD.match(before)) and bool(_INSIDE_WORD.match(after))
    if glued or not (can_open or can_close):
        can_open = can_close = True  # between two words, or between two spaces: let the pairing decide
    return Mark(span, family, can_open, can_close, sure=can_open != can_close)


def _is_mark(character: str) -> bool:
    return character in _FAMILY


def _is_quoting(text: str, shape: str, span: Span, before: str, after: str) -> bool:
    """False for apostrophes: inside a word, or an elision at the head or the end of one ("'em", "'90s", "o' tea")."""
    if shape in ("‹", "›"):
        return True
    inside_word = bool(_INSIDE_WORD.match(before)) and bool(_INSIDE_WORD.match(after))
    if inside_word:
        return False
    if _AND.match(text, span.start) or (span.start >= 2 and _AND.match(text, span.start - 2)):
        return False
    if shape in ("'", "’") and any(
        _CLIPPED.match(text, span.start - length) for length in (1, 2) if span.start > length
    ):
        return False
    heads_word = not _INSIDE_WORD.match(before) and bool(_INSIDE_WORD.match(after))
    return not (shape in ("'", "’") and heads_word and _ELISION.match(text, span.end))


def _is_measure(text: str, span: Span, after: str) -> bool:
    """True for inches: 6'2", a 12" pipe."""
    return (
        after.isspace()
        and bool(re.search(r"\d['’′]\s?\d+$|(?:^|\s)\d+(?:\.\d+)?$", text[max(0, span.start - 8) : span.start]))
        and (text.rfind('"', max(0, span.start - 60), span.start) < 0)
    )
