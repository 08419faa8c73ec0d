"""From quoted stretches to candidate quotations: nesting, continuation over paragraphs, kind."""

import re
from collections.abc import Sequence

from quotes.domain import Analysis, Kind, Quotation, Span
from quotes.find.pair import Stretch, orphan_closing, pair_marks

_CLAUSE_END = re.compile(r"[.!?…,;:—–-][\"'”’»)\]]*$")
_WORD = re.compile(r"\w")


def find_stretches(analysis: Analysis) -> tuple[Quotation, ...]:
    """Everything between quotation marks, in order of the text, an outer stretch before those inside it.

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
        continued = group if outer and _opens(outer, paragraph) else None
        if outer and not outer[-1].closed:
            if continued is None or len(outer) > 1:
                groups += 1
                ending = groups
            else:
                ending = continued
        else:
            ending = None
        found.extend(_to_quotations(text, stretches, outer, continued, ending, len(found), verbs))
        group = ending
    return _without_lone_groups(found)


def _opens(outer: Sequence[Stretch], paragraph: Span) -> bool:
    return bool(outer) and outer[0].span.start - paragraph.start <= 1


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
        if not _WORD.search(text, stretch.content.start, stretch.content.end):
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
                kind=_kind(text, stretch.content, verbs),
                group=group,
                parent=offset + parents[-1] if parents else None,
            )
        )
    return made


def _kind(text: str, content: Span, verbs: Sequence[int]) -> Kind:
    """Direct when the quotation is a sentence of its own: a capital, a verb, and a clause's end before the mark."""
    words = content.of(text).strip()
    first = next((c for c in words if c.isalnum()), "")
    has_verb = any(content.start <= v < content.end for v in verbs)
    complete = bool(_CLAUSE_END.search(words)) or text[content.end : content.end + 2].strip(" \"'”’»")[:1] in tuple(
        ".,"
    )
    return "direct" if (first.isupper() or first.isdigit()) and has_verb and complete else "mixed"


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
