"""Stretches between quotation marks, by plain rules that are not those of `quotes.find`.

What is measured must not decide what is right: these patterns only split an annotated attribution into its quotations.
Plain means that a genitive like ‘the hangers’ bolts’ ends a quotation in single marks too early.
"""

import re
from collections.abc import Iterator

from quotes.domain import Span

_PAIRS = (
    r"“(?:[^“”]|“[^“”]*”)*”",
    r"''(?=\S).*?(?<=\S)''(?!')",
    r'"(?=\S)[^"]*(?<=\S)"',
    r"«[^«»]*»",
    r"(?<!\w)‘.*?(?<=[^\s])’(?!\w)",
    r"(?<!\w)'(?=[^\s']).*?(?<=[^\s])'(?!\w)",
    r"(?:“|\"(?=\w)).*$",  # not closed: as far as the paragraph goes
)
_QUOTED = re.compile("|".join(_PAIRS), re.MULTILINE)
_WORD = re.compile(r"\w")


def find_quoted(text: str) -> Iterator[Span]:
    """The outermost stretches between marks, with their marks, paragraph by paragraph.

    >>> [span.of("He said “yes” and “no”.") for span in find_quoted("He said “yes” and “no”.")]
    ['“yes”', '“no”']
    """
    for paragraph in re.finditer(r"[^\r\n]+", text):
        for match in _QUOTED.finditer(text, *paragraph.span()):
            if _WORD.search(match.group()):
                yield Span(*match.span())
