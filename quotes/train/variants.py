"""Gold articles as other houses would have printed them: other quotation marks, lines wrapped by a machine.

Each variant rewrites the text of a gold record (a dict in the bench format) and carries all its offsets along.
"""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from quotes.domain import Span
from quotes.find.pair import Stretch, pair_marks
from quotes.text.paragraphs import find_paragraphs

Record = Mapping[str, Any]  # an article of gold/*.jsonl

COLUMNS = 72
FEW_WORDS = 4  # quoted words up to which a house with mixed marks takes single ones
_OFFSETS = ("sources", "cues", "content", "unattributed", "ignore")


@dataclass(frozen=True, slots=True)
class Edit:
    """`text` takes the place of what stands at the span."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Marks:
    """A house's outer and inner quotation marks, and its apostrophe."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str
    apostrophe: str | None = None  # None: as the text has it


BRITISH = Marks("‘", "’", "“", "”", "’")
STRAIGHT_SINGLE = Marks("'", "'", '"', '"', "'")
GUILLEMETS = Marks("«", "»", "“", "”")


def british(record: Record) -> dict[str, Any]:
    """Single marks outside, double ones inside: ‘He called it “odd”.’"""
    return remark(record, BRITISH)


def straight_single(record: Record) -> dict[str, Any]:
    """The same typed with the apostrophe key: 'It rained.'"""
    return remark(record, STRAIGHT_SINGLE)


def guillemets(record: Record) -> dict[str, Any]:
    """«It rained.»"""
    return remark(record, GUILLEMETS)


def mixed(record: Record) -> dict[str, Any]:
    """Single marks around a few words, double ones around sentences: “It rained on my ‘big day’,” of a ‘big day’."""
    return remark(record, BRITISH, lambda text, stretch: len(stretch.content.of(text).split()) <= FEW_WORDS)


def wrapped(record: Record) -> dict[str, Any]:
    """Lines wrapped at 72 columns, a blank line between paragraphs."""
    text = record["text"]
    paragraphs = find_paragraphs(text)
    edits = []
    for paragraph, following in zip(paragraphs, (*paragraphs[1:], None), strict=True):
        edits.extend(_wrap(text, paragraph))
        if following is not None and text[paragraph.end : following.start].count("\n") < 2:
            edits.append(Edit(Span(paragraph.end, following.start), "\n\n"))
    return rewrite(record, edits)


VARIANTS: Mapping[str, Callable[[Record], dict[str, Any]]] = {
    f.__name__: f for f in (british, straight_single, mixed, wrapped, guillemets)
}


def remark(record: Record, marks: Marks, where: Callable[[str, Stretch], bool] | None = None) -> dict[str, Any]:
    """The record with its double marks in another house's manner, `where` that holds of the outermost stretch.

    Stretches that already stand in single marks stay as they are and are not judged: among others they mean something
    else.
    """
    text: str = record["text"]
    edits: list[Edit] = []
    kept: list[list[int]] = []
    for paragraph in find_paragraphs(text):
        stretches = pair_marks(text, paragraph)
        changed: list[Stretch] = []
        for stretch in stretches:
            if stretch.depth == 0 and stretch.family == "single":
                kept.append([*stretch.span])
            elif stretch.depth == 0 and (where is None or where(text, stretch)):
                changed.append(stretch)
                edits.extend(_marked(stretch, marks.opening, marks.closing))
            elif stretch.depth == 1 and any(outer.content.contains(stretch.span) for outer in changed):
                edits.extend(_marked(stretch, marks.inner_opening, marks.inner_closing))
    if marks.apostrophe is not None:
        taken = {edit.span.start for edit in edits}
        edits.extend(
            Edit(Span(i, i + 1), marks.apostrophe)
            for i, c in enumerate(text)
            if c in "'’" and i not in taken and text[i - 1 : i].isalpha() and text[i + 1 : i + 2].isalpha()
        )
    return rewrite({**record, "ignore": [*record.get("ignore", ()), *kept]}, edits)


def _marked(stretch: Stretch, opening: str, closing: str) -> list[Edit]:
    first = Edit(Span(stretch.span.start, stretch.content.start), opening)
    return [first, Edit(Span(stretch.content.end, stretch.span.end), closing)] if stretch.closed else [first]


def _wrap(text: str, paragraph: Span) -> list[Edit]:
    edits = []
    line, space = paragraph.start, None
    for i in range(*paragraph):
        if text[i] == "\n":
            line, space = i + 1, None
        elif text[i] == " ":
            space = i
        if i - line >= COLUMNS and space is not None:
            edits.append(Edit(Span(space, space + 1), "\n"))
            line, space = space + 1, None
    return edits


def rewrite(record: Record, edits: Sequence[Edit]) -> dict[str, Any]:
    """The record with the edits made and every offset moved; edits must not overlap.

    >>> made = rewrite({"text": "It rained.", "quotes": [], "unattributed": [[3, 9]]}, [Edit(Span(0, 2), "That")])
    >>> made["text"], made["unattributed"]
    ('That rained.', [[5, 11]])
    """
    text: str = record["text"]
    edits = sorted(edits, key=lambda edit: edit.span)
    ends = [edit.span.end for edit in edits]
    shifts = [0, *accumulate(len(edit.text) - (edit.span.end - edit.span.start) for edit in edits)]

    def move(offset: int) -> int:
        done = bisect_right(ends, offset)
        inside = done < len(edits) and edits[done].span.start < offset
        return (edits[done].span.start if inside else offset) + shifts[done]

    pieces, last = [], 0
    for edit in edits:
        pieces += [text[last : edit.span.start], edit.text]
        last = edit.span.end
    return {**_moved(record, move), "text": "".join([*pieces, text[last:]])}


def _moved(record: Record, move: Callable[[int], int]) -> dict[str, Any]:
    """The record, or one of its quotations, with every offset where `move` puts it."""
    made = dict(record)
    for key in ("start", "end"):
        if key in made:
            made[key] = move(made[key])
    for key in _OFFSETS:
        if key in made:
            made[key] = [[move(start), move(end)] for start, end in made[key]]
    for key in ("quotes", "indirect"):
        if made.get(key) is not None:
            made[key] = [_moved(part, move) for part in made[key]]
    return made
