"""From quoted stretches to candidate quotations: nesting, continuation over paragraphs, kind."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from quotes.domain import Analysis, Kind, Quotation, Span
from quotes.find.labels import find_label
from quotes.find.pair import Stretch, orphan_closing, pair_marks
from quotes.find.turns import find_turns

_CLAUSE_END = re.compile(r"[.!?…,;:—–-][\"'”’»)\]]*$")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_WORD = re.compile(r"\w")
_DIRECTION = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_LONGEST_ATTRIBUTION = 15  # words that may stand between two parts of one sentence


def find_stretches(analysis: Analysis) -> tuple[Quotation, ...]:
    """Everything between quotation marks, and the turns and block quotes that need none, in order of the text, an outer
    stretch before those inside it.

    A paragraph that ends inside a quotation and is followed by one that opens (or closes) it again makes a group:
    one quotation over several paragraphs, each with its own stretch.
    """
    text = analysis.text
    verbs = _verb_starts(analysis)
    found: list[Quotation] = []
    group, groups = None, 0
    for paragraph in analysis.paragraphs:
        stretches = list(pair_marks(text, paragraph))
        outer = [s for s in stretches if s.depth == 0]
        if group is not None and not _opens(outer, paragraph):
            tail = orphan_closing(text, paragraph)
            stretches = [tail, *(s for s in stretches if s.span.start >= tail.span.end)] if tail else stretches
            outer = [s for s in stretches if s.depth == 0]
            group = group if tail else None
        continued = group if outer and _opens(outer, paragraph) and not find_label(text, paragraph) else None
        if outer and _runs_on(text, outer[-1], paragraph):
            if continued is None or len(outer) > 1:
                groups += 1
                ending = groups
            else:
                ending = continued
        else:
            ending = None
        found.extend(_to_quotations(text, stretches, outer, continued, ending, len(found), verbs))
        group = ending
    return _with_turns(_without_lone_groups(found), find_turns(text, analysis.paragraphs))


def _with_turns(marked: tuple[Quotation, ...], turns: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """Both in order of the text; what stands between marks in a turn stands inside it."""
    if not turns:
        return marked
    order = sorted((*marked, *turns), key=lambda q: (q.span.start, -q.span.end, q.marks))
    place = {id(q): number for number, q in enumerate(order)}
    made = []
    for q in order:
        outer = next((t for t in turns if t is not q and t.span.contains(q.span)), None)
        above = outer if q.parent is None else marked[q.parent]
        made.append(replace(q, parent=place[id(above)] if above else None, group=None if outer else q.group))
    return tuple(made)


def _opens(outer: Sequence[Stretch], paragraph: Span) -> bool:
    return bool(outer) and outer[0].span.start - paragraph.start <= 1


def _runs_on(text: str, last: Stretch, paragraph: Span) -> bool:
    """Nothing closes it before the paragraph ends, nor does an attribution follow where the mark is missing."""
    return not last.closed and not text[last.span.end : paragraph.end].strip()


def _to_quotations(
    text: str,
    stretches: Sequence[Stretch],
    outer: Sequence[Stretch],
    continued: int | None,
    ending: int | None,
    offset: int,
    verbs: Sequence[int],
) -> list[Quotation]:
    made: list[Quotation] = []
    for stretch in stretches:
        if not _WORD.search(text, stretch.content.start, stretch.content.end) or _is_direction(text, stretch):
            continue
        parents = [i for i, q in enumerate(made) if q.content.contains(stretch.span)]
        group = None
        if not parents and outer:
            if stretch is outer[0] and continued is not None:
                group = continued
            elif stretch is outer[-1] and ending is not None:
                group = ending
        made.append(
            Quotation(
                span=stretch.span,
                content=stretch.content,
                kind=_kind(text, stretch, verbs, made[-1] if made and not parents else None),
                group=group,
                parent=offset + parents[-1] if parents else None,
            )
        )
    return made


def _is_direction(text: str, stretch: Stretch) -> bool:
    """ "(CROSSTALK.)": what a transcript says of its speakers."""
    return bool(_DIRECTION.fullmatch(stretch.content.of(text).strip()))


def _kind(text: str, stretch: Stretch, verbs: Sequence[int], before: Quotation | None) -> Kind:
    """Direct when the quotation is a sentence of its own, or the rest of one that its attribution interrupts.

    A sentence has a clause's end before the closing mark, and a capital and a verb; after a colon, a comma or another
    sentence's end either will do ("Never," she said).
    """
    content = stretch.content
    words = content.of(text).strip()
    first = next((c for c in words if c.isalnum()), "")
    capital = first.isupper() or first.isdigit()
    has_verb = any(content.start <= v < content.end for v in verbs)
    led = _led_into(text, stretch)
    complete = bool(_CLAUSE_END.search(words)) or text[content.end : content.end + 2].strip(" \"'”’»")[:1] in tuple(
        ".,"
    )
    if capital:
        return "direct" if complete and (has_verb or led != "word") else "mixed"
    if before is not None and before.kind == "direct" and led == "comma" and _goes_on(text, before, stretch):
        return "direct"
    return "direct" if led in ("comma", "colon") and has_verb and _SENTENCE_END.search(words) else "mixed"


def _led_into(text: str, stretch: Stretch) -> Literal["start", "comma", "colon", "word"]:
    """What stands before the opening mark: nothing or a sentence's end, a comma, a colon, or a word."""
    before = text[max(0, stretch.span.start - 3) : stretch.span.start].rstrip(" \u00a0")[-1:]
    if before in ("", "\n") or before in ".!?…—–-\"'”’»)":
        return "start"
    return "comma" if before == "," else "colon" if before == ":" else "word"


def _goes_on(text: str, before: Quotation, stretch: Stretch) -> bool:
    """The stretch before ended with a comma, and its attribution is all that stands between."""
    between = text[before.span.end : stretch.span.start]
    broken_off = before.content.of(text).rstrip()[-1:] == "," or between.lstrip()[:1] == ","
    return broken_off and len(between.split()) <= _LONGEST_ATTRIBUTION and not _SENTENCE_END.search(between.strip(" ,"))


def _verb_starts(analysis: Analysis) -> list[int]:
    return [t.start for t in analysis.tokens if t.upos in ("VERB", "AUX")]


def _without_lone_groups(found: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """A group of one is no group: the paragraph that should have gone on with it did not."""
    sizes: dict[int, int] = {}
    for q in found:
        if q.group is not None:
            sizes[q.group] = sizes.get(q.group, 0) + 1
    return tuple(
        Quotation(q.span, q.content, q.kind, None, q.parent) if q.group is not None and sizes[q.group] < 2 else q
        for q in found
    )
