"""Labels of lines: who speaks in a transcript, an interview or a release ("MR. LEE: …", "Q: …", "Chair Ann Lee: …")."""

import re

from quotes.domain import Span

_NAME = r"[A-Z][\w.’'-]*"
_SEAT = r" \([^()\n]{1,60}\)"  # "(Whitby Vale) (Lab)", "(Mrs Bridget Hallam)", of a parliament's record
_LABEL = re.compile(
    rf"[\"'“”„«»‘’*_\[\s]*(?:\d{{1,3}}\. )?"
    rf"({_NAME}(?: (?:{_NAME}|of|the|de|van|bin)){{0,5}}(?:(?: (?:for|and)(?: {_NAME})+)+(?={_SEAT}:))?)"
    rf"(?<![.’'-])(?:{_SEAT}){{0,2}}"
    r"[*_]{0,2}(?::(?=\s|$|[*_\"“‘'«]))"
)
_PLAIN_CAPITALS = re.compile(r"[^\W\d_]{3,}(?: [^\W\d_]{2,}){0,2}")
_INITIALS = frozenset(("Q", "A"))  # question and answer


def find_label(text: str, line: Span) -> Span | None:
    """The name or role in capitals before a colon at the start of a paragraph, behind its quotation mark if it has one.

    >>> find_label("“MR. LEE: We sailed.", Span(0, 20))
    Span(start=1, end=8)
    """
    match = _LABEL.match(text, line.start, line.end)
    if match is None:
        return None
    words = match[1].split()
    return Span(*match.span(1)) if len(words[-1]) > 1 or match[1] in _INITIALS else None


def is_dateline(text: str, label: Span) -> bool:
    """Whether the only label of an article is a place in capitals rather than a speaker: it begins the line, and no
    quotation follows it.

    >>> is_dateline("HARBOUR: It rained.", Span(0, 7)), is_dateline("LEE: “It rained.”", Span(0, 3))
    (True, False)
    """
    word = label.of(text)
    if text[label.start - 1 : label.start].strip() or not word.isupper() or _PLAIN_CAPITALS.fullmatch(word) is None:
        return False
    return text[label.end + 1 :].lstrip(" *_\u00a0")[:1] not in tuple("\"“„«‘'`")
