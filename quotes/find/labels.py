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
