"""The text as the models read it: marks, spaces and letters that treebanks do not know are replaced by those they do.

A news article writes “don’t”, ''don't'' or «don't» where the models were taught "don't"; each character of a reading
keeps the span of the text that it stands for, so that whatever the models find is found in the text as received.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quotes.domain import Span
from quotes.text.characters import (
    ELLIPSES,
    ENTITY,
    ESCAPED,
    HIDDEN,
    LIGATURES,
    NOTHING,
    ONE_FOR_ONE,
    PAGE_BREAK,
    unescape,
)

_HIDDEN = re.escape(HIDDEN)
_CHANGES_LENGTH = re.compile(
    r"(?P<divided>(?<=[a-z])[-\u00ad]\n(?=[a-z]))"
    rf"|(?P<page>{PAGE_BREAK})"
    rf"|(?P<space>[{_HIDDEN}]{{2,}}|[{re.escape(NOTHING)}])"
    r"|(?P<marks>(?<!['‘’`])(?:''|‘‘|’’|``|´´|‚‚)(?!['‘’`´]))"
    r"|(?P<three>(?<!['’])(?:'''|’’’)(?!['’]))"
    rf"|(?P<letters>[{''.join(LIGATURES)}{ELLIPSES}])"
    r"|(?P<accented>\w[\u0300-\u036f]+)"
    rf"|(?P<markup>{ENTITY}|{ESCAPED})"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """`text[i]` stands for the characters `[starts[i], ends[i])` of the article.

    It begins and ends with ink and holds no space but single blanks.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """The stretch of the article that the non-empty stretch `[start, end)` of the reading stands for."""
        return Span(self.starts[start], self.ends[end - 1])


def read_stretch(text: str, span: Span) -> Reading:
    """Read a stretch that begins and ends with ink.

    >>> read_stretch("He said, ''No\\xa0…''", Span(0, 17)).text
    'He said, "No ..."'
    """
    start, end = span
    cut = span.of(text)
    matches = list(_CHANGES_LENGTH.finditer(cut))
    if not matches:
        return Reading(cut.translate(ONE_FOR_ONE), range(start, end), range(start + 1, end + 1))
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def copy(first: int, last: int) -> None:
        pieces.append(cut[first:last].translate(ONE_FOR_ONE))
        starts.extend(range(start + first, start + last))
        ends.extend(range(start + first + 1, start + last + 1))

    done = 0
    for match in matches:
        copy(done, match.start())
        for character, first, last in _REPLACE[match.lastgroup or ""](match):
            pieces.append(character)
            starts.append(start + first)
            ends.append(start + last)
        done = match.end()
    copy(done, len(cut))
    return Reading("".join(pieces), starts, ends)


_Replacement = list[tuple[str, int, int]]


def _space(match: re.Match[str]) -> _Replacement:
    return [] if all(c in NOTHING for c in match.group()) else [(" ", *match.span())]


def _page(match: re.Match[str]) -> _Replacement:
    """Within a paragraph only a page can end so: its number is none of the sentence's words."""
    return [(" ", *match.span())]


def _divided(match: re.Match[str]) -> _Replacement:
    """A hyphen at the end of a line divides a word that begins with a capital; of others it may be a part."""
    word = match.string[: match.start()].split()[-1].lstrip("\"'“‘(")
    return [] if word[:1].isupper() or match.group()[0] in NOTHING else [("-", match.start(), match.end())]


def _marks(match: re.Match[str]) -> _Replacement:
    return [('"', *match.span())]


def _three(match: re.Match[str]) -> _Replacement:
    """Three apostrophes are a doubled one and a single one; which is which shows in what follows."""
    start, end = match.span()
    opens = match.string[end : end + 1].isalnum()
    return (
        [('"', start, start + 2), ("'", start + 2, end)] if opens else [("'", start, start + 1), ('"', start + 1, end)]
    )


def _letters(match: re.Match[str]) -> _Replacement:
    return [(c, *match.span()) for c in LIGATURES.get(match.group(), "...")]


def _accented(match: re.Match[str]) -> _Replacement:
    composed = unicodedata.normalize("NFC", match.group())
    if len(composed) == len(match.group()):
        return [(c, match.start() + i, match.start() + i + 1) for i, c in enumerate(composed)]
    return [(c, *match.span()) for c in composed]


def _markup(match: re.Match[str]) -> _Replacement:
    read = unescape(match.group())
    if read == match.group():
        return [(c, match.start() + i, match.start() + i + 1) for i, c in enumerate(read)]
    return [(read.translate(ONE_FOR_ONE), *match.span())]


_REPLACE: dict[str, Callable[[re.Match[str]], _Replacement]] = {
    "divided": _divided,
    "page": _page,
    "space": _space,
    "marks": _marks,
    "three": _three,
    "letters": _letters,
    "accented": _accented,
    "markup": _markup,
}
