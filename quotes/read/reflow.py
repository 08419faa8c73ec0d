"""Text that was set in lines on pages, as paragraphs again.

What stands at the edge of one page after another (running titles, page numbers) goes; lines become paragraphs, and a
word cut at the end of a line becomes whole.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import quantiles

_EDGE = 2  # lines at the head and at the foot of a page that may repeat
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:[-–—]\s*)?(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*[-–—])?", re.IGNORECASE)
_CUT = re.compile(r"([^\W\d_]+)[-\u2010]$")
_BEGIN = re.compile(r"[^\W\d_]+")
_SOFT_HYPHEN = "\u00ad"
_END = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_OPENING = re.compile(r"[\"'“‘«(\[]*[^\W_a-z]")
_FULL = 0.85  # of the width of the lines; one that stops short of it may end its paragraph
_HYPHENATED = re.compile(r"[^\W\d_]+-[^\W\d_]+")


def reflow(pages: Sequence[str]) -> str:
    """The text of the pages, a blank line between its paragraphs, which may run from one page to the next.

    >>> reflow(["The ferry stayed in har-\\nbour.\\n\\nIt rained."])
    'The ferry stayed in harbour.\\n\\nIt rained.'
    """
    lines = [[" ".join(line.split()) for line in page.splitlines()] for page in pages]
    kept = _without_furniture(lines)
    widths = [len(line) for page in kept for line in page if line]
    width = quantiles(widths, n=10)[7] if len(widths) > 1 else 0.0
    known = set(_HYPHENATED.findall(" ".join(line.lower() for page in kept for line in page)))
    return "\n\n".join(_join(lines, known) for lines in _paragraphs(kept, width))


def _without_furniture(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The pages without the lines that stand at the edge of at least half of them, but for their digits, and at two."""
    trimmed = [_trim(page) for page in pages]
    edges = Counter(key for page in trimmed for key in {_key(line) for line in (*page[:_EDGE], *page[-_EDGE:]) if line})
    repeated = {key for key, count in edges.items() if count >= 2 and count * 2 >= len(pages)}
    return [_trim(list(_inside(page, repeated))) for page in trimmed]


def _inside(page: Sequence[str], repeated: set[str]) -> Iterator[str]:
    for i, line in enumerate(page):
        is_edge = i < _EDGE or i >= len(page) - _EDGE
        if not (is_edge and (_key(line) in repeated or _PAGE_NUMBER.fullmatch(line))):
            yield line


def _key(line: str) -> str:
    return _DIGITS.sub("#", line).casefold()


def _trim(page: Sequence[str]) -> list[str]:
    filled = [i for i, line in enumerate(page) if line]
    return list(page[filled[0] : filled[-1] + 1]) if filled else []


def _paragraphs(pages: Sequence[Sequence[str]], width: float) -> Iterator[list[str]]:
    """The lines of each paragraph: one ends at a blank line, or where a sentence ends short of the width and another
    begins; at the end of a page only where its sentence does."""
    gathered: list[str] = []
    for page in pages:
        for i, line in enumerate(page):
            last = gathered[-1] if gathered else ""
            if not line:
                goes_on = not last
            elif i == 0:
                goes_on = not (_END.search(last) and len(last) < _FULL * width)
            else:
                goes_on = not (len(last) < _FULL * width and (_END.search(last) or _is_heading(gathered, line, width)))
            if not goes_on:
                yield gathered
                gathered = []
            if line:
                gathered.append(line)
    if gathered:
        yield gathered


def _is_heading(gathered: Sequence[str], following: str, width: float) -> bool:
    """Whether a lone short line without a full stop stands above a paragraph: it has room for the next line's word."""
    room = width - len(gathered[0]) if len(gathered) == 1 else 0.0
    return (
        room > len(following.partition(" ")[0]) + 1
        and _OPENING.match(following) is not None
        and len(following) >= _FULL * width
    )


def _join(lines: Sequence[str], known: set[str]) -> str:
    """One line of several; the hyphen stays in a word that has it in the middle of a line too."""
    text = lines[0]
    for line in lines[1:]:
        if text.endswith(_SOFT_HYPHEN):
            text = text[:-1] + line
        elif (cut := _CUT.search(text)) and (rest := _BEGIN.match(line)):
            keeps = rest[0][0].isupper() or f"{cut[1]}-{rest[0]}".lower() in known
            text = (text if keeps else text[:-1]) + line
        else:
            joint = "" if text.endswith(("—", "–")) and not text.endswith((" —", " –")) else " "
            text += joint + line
    return text.replace(_SOFT_HYPHEN, "")
