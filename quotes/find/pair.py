"""Pairs quotation marks within one paragraph, so that a missing mark costs at most its own paragraph."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from quotes.domain import Span
from quotes.find.marks import Mark, iter_marks
from quotes.lexicon import words

_GOES_ON = re.compile(r"\s*['‘]\w")
_NEXT_WORD = re.compile(r" ([a-z]+)")
# Words that cannot begin what somebody owns, so that an apostrophe before them closes a quotation.
_NEVER_OWNED = words("function_words")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A quoted stretch of one paragraph. `closed` is False where the paragraph ends inside the quotation."""

    span: Span
    content: Span
    family: str
    closed: bool
    depth: int  # 0 for a stretch that stands inside no other


def pair_marks(text: str, paragraph: Span) -> tuple[Stretch, ...]:
    """Every quoted stretch of the paragraph, outer ones before those inside them.

    Double marks (and guillemets) are paired first; single marks are read as quotation marks only where the
    stretch between two double marks, or the text outside them, leaves them no other reading.
    """
    marks = list(iter_marks(text, paragraph))
    end = _trimmed_end(text, paragraph)
    doubles = _pair_family([m for m in marks if m.family != "single"], paragraph.start, end, text)
    doubles += _pair_mismatched(marks, doubles)
    rest = [m for m in marks if m.family == "single" and all(m.span.start != s.span.start for s in doubles)]
    singles = _pair_singles(text, rest, doubles, paragraph, end)
    return tuple(sorted(_with_depth(doubles + singles), key=lambda s: (s.span.start, -s.span.end)))


def _pair_mismatched(marks: Sequence[Mark], doubles: Sequence[Stretch]) -> list[Stretch]:
    """‘…”: a single mark that surely opens, outside all doubles, and a double one that surely closes and closes nothing
    else, with no mark between them but apostrophes."""
    done: list[Stretch] = []
    opener: Mark | None = None
    for mark in marks:
        if any(s.span.overlaps(mark.span) for s in doubles):
            opener = None
        elif mark.family == "single" and mark.sure:
            opener = mark if mark.can_open else None
        elif opener is not None and mark.can_close and not mark.can_open:
            done.append(_stretch(opener, mark.span.start, mark.span.end, closed=True))
            opener = None
    return done


def _trimmed_end(text: str, paragraph: Span) -> int:
    return paragraph.start + len(text[paragraph.start : paragraph.end].rstrip())


def _pair_family(marks: Sequence[Mark], start: int, paragraph_end: int, text: str) -> list[Stretch]:
    """Pairs double marks with a stack: an opening mark inside an open quotation begins an inner one."""
    done: list[Stretch] = []
    open_marks: list[Mark] = []
    for index, mark in enumerate(marks):
        if open_marks and mark.can_close and not (mark.can_open and _opens_inner(marks, index)):
            opener = open_marks.pop()
            if opener.span.end < mark.span.start:
                done.append(_stretch(opener, mark.span.start, mark.span.end, closed=True))
        elif mark.can_open:
            open_marks.append(mark)
    if open_marks:
        # The last closing marks belong to the innermost openings; what is left was never closed.
        first, rest = open_marks[0], open_marks[1:]
        last_closed = max((s.span.end for s in done if s.span.start > first.span.start), default=None)
        if not rest and last_closed is None and first.span.end < paragraph_end:
            done.append(_unclosed(text, first, paragraph_end))
        elif not rest and _goes_around(text, first, done, start):
            done.append(_stretch(first, paragraph_end, paragraph_end, closed=False))
        else:
            done = _mend(open_marks, done, paragraph_end, text)
    return done


def _opens_inner(marks: Sequence[Mark], index: int) -> bool:
    """An ambiguous mark opens an inner quotation only when enough closing marks follow."""
    closing = sum(1 for m in marks[index + 1 :] if m.can_close and not m.can_open)
    opening = sum(1 for m in marks[index + 1 :] if m.can_open and not m.can_close)
    return closing - opening >= 2


def _goes_around(text: str, opener: Mark, done: Sequence[Stretch], start: int) -> bool:
    """An opening mark at the paragraph's start that none of another shape closes: "He told me “never” twice."""
    shape = opener.span.of(text)
    return opener.span.start == start and all(
        text[s.span.start] != shape and text[s.span.end - 1] != shape for s in done if s.span.start > opener.span.start
    )


def _mend(open_marks: Sequence[Mark], done: list[Stretch], paragraph_end: int, text: str) -> list[Stretch]:
    """Several openings, too few closings: only an opening with nothing quoted after it runs to the paragraph's end."""
    last = open_marks[-1]
    if all(s.span.end <= last.span.start for s in done) and last.span.end < paragraph_end:
        done = [*done, _unclosed(text, last, paragraph_end)]
    return done


def _unclosed(text: str, opener: Mark, paragraph_end: int) -> Stretch:
    """To the end of the paragraph, or to the comma before "said …" where the missing mark plainly belongs."""
    told = _attribution().search(text, opener.span.end, paragraph_end)
    end = told.start() + 1 if told else paragraph_end
    return _stretch(opener, end, end, closed=False)


@cache
def _attribution() -> re.Pattern[str]:
    """ ", said foreman Dario Quispe", ", she told …": a comma or sentence end, then a verb of speech; not ". He told
    us …", which whoever is quoted says."""
    verbs = "|".join(sorted(words("speech_forms")))
    name = r"(?:[A-Z][\w.’'-]+ ){0,3}[A-Z][\w.’'-]+"
    return re.compile(rf"[,.?!] (?:(?:[Hh]e|[Ss]he|[Tt]hey|{name}) )?(?:{verbs})\b(?! (?:that|me|us)\b)")


def _stretch(opener: Mark, content_end: int, end: int, *, closed: bool) -> Stretch:
    return Stretch(Span(opener.span.start, end), Span(opener.span.end, content_end), opener.family, closed, depth=0)


def _pair_singles(
    text: str, marks: Sequence[Mark], doubles: Sequence[Stretch], paragraph: Span, paragraph_end: int
) -> list[Stretch]:
    """Pairs single marks, never across the edge of a double-marked stretch.

    One that is never closed counts where it opens the paragraph, as in a quotation over several, where the next
    paragraph goes on with such a mark, where an attribution follows that shows what the missing mark would have
    closed, or where a sentence begins with it ("She said: ‘It rained. We left.") and the paragraph ends with one.
    """
    done: list[Stretch] = []
    index = 0
    while index < len(marks):
        opener = marks[index]
        closer = _closing_single(text, marks, index, doubles) if opener.can_open else None
        if closer is None:
            if opener.can_open and _home(opener.span, doubles) is None:
                unclosed = _unclosed(text, opener, paragraph_end)
                goes_on = opener.sure and _GOES_ON.match(text, paragraph.end) is not None
                told = not doubles and unclosed.span.end < paragraph_end
                says = opener.sure and not doubles and _begins_sentence(text, opener, paragraph_end)
                if goes_on or told or says or opener.span.start == paragraph.start:
                    done.append(unclosed)
            index += 1
            continue
        done.append(_stretch(opener, marks[closer].span.start, marks[closer].span.end, closed=True))
        index = closer + 1
    return done


def _begins_sentence(text: str, opener: Mark, paragraph_end: int) -> bool:
    led = text[: opener.span.start].rstrip(" \u00a0")[-1:] in tuple(".?!:,")
    return led and text[opener.span.end : opener.span.end + 1].isupper() and text[paragraph_end - 1] in ".?!"


def _closing_single(text: str, marks: Sequence[Mark], index: int, doubles: Sequence[Stretch]) -> int | None:
    """The mark that closes the one at `index`: the first sure one, else the last that may be an apostrophe too."""
    opener, fallback = marks[index], None
    home = _home(opener.span, doubles)
    for later in range(index + 1, len(marks)):
        mark = marks[later]
        if _home(mark.span, doubles) != home:
            continue
        if mark.can_open and not mark.can_close:
            break
        if not mark.can_close or mark.span.start == opener.span.end:
            continue
        if _may_be_possessive(text, mark):
            fallback = fallback or later
            continue
        return later
    return fallback


def _home(span: Span, doubles: Sequence[Stretch]) -> Span | None:
    inside = [s.content for s in doubles if s.content.contains(span)]
    return min(inside, key=lambda s: s.end - s.start) if inside else None


def _may_be_possessive(text: str, mark: Mark) -> bool:
    """ "the workers' rights", "goin' home": an apostrophe as likely as a closing mark."""
    before = text[mark.span.start - 2 : mark.span.start].lower()
    following = _NEXT_WORD.match(text, mark.span.end)
    return (before.endswith("s") or before == "in") and following is not None and following[1] not in _NEVER_OWNED


def _with_depth(stretches: Sequence[Stretch]) -> list[Stretch]:
    return [
        Stretch(
            s.span,
            s.content,
            s.family,
            s.closed,
            sum(1 for o in stretches if o is not s and o.content.contains(s.span)),
        )
        for s in stretches
    ]


def orphan_closing(text: str, paragraph: Span) -> Stretch | None:
    """The stretch from the paragraph's start to a closing mark that nothing in the paragraph opened."""
    for mark in iter_marks(text, paragraph):
        if mark.family == "single":
            continue
        if mark.can_close and not mark.can_open:
            start = Span(paragraph.start, mark.span.end)
            return Stretch(start, Span(paragraph.start, mark.span.start), mark.family, closed=True, depth=0)
        return None
    return None
