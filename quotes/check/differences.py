"""What a draft has otherwise than the utterance that it quotes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from quotes import lexicon
from quotes.check.alignment import Alignment, Step
from quotes.check.drafted import Drafted
from quotes.check.meaning import class_of, turning_words
from quotes.check.style import is_other_tense, says_the_same
from quotes.check.words import Word, keys_of
from quotes.domain import Span, covering

DifferenceKind = Literal[
    "replaced", "added", "left out", "cut before", "cut after",
    "ellipsis", "bracket", "seam", "style", "tense", "marks",
]  # fmt: skip
ALTERING = frozenset(("replaced", "added"))
CUTTING = frozenset(("left out", "cut before", "cut after"))
_NEAR = 5  # words: how far before a mixed quotation a "not" can govern it
_NEXT = 2  # words: how soon behind a mixed quotation a condition must begin
_POINTS = re.compile(r"[.,;:!?]|[–—]|--")


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the draft beside those of the source; either may be empty, and then the span says where they lack."""

    kind: DifferenceKind
    at: Span  # in the draft
    drafted: str
    held: str
    held_at: Span  # in the source
    turns: tuple[str, ...] = ()  # the words that turn what was said

    @property
    def cuts(self) -> bool:
        return self.kind in CUTTING or (self.kind in ("bracket", "ellipsis") and bool(self.turns))

    @property
    def alters(self) -> bool:
        return self.kind in ALTERING

    def to_dict(self) -> dict[str, object]:
        return {
            "kind": self.kind,
            "start": self.at.start,
            "end": self.at.end,
            "draft": self.drafted,
            "source": self.held,
            "turns": list(self.turns),
        }


def find_differences(drafted: Drafted, alignment: Alignment, *, whole: bool = True) -> list[Difference]:
    """In order of the draft. `whole`: the alignment is of all of the draft's quotation, so that its ends are looked at
    too; else it is one part of several."""
    finder = _Finder(drafted, alignment)
    inside = [found for step in _joined(alignment.steps) if not step.is_equal for found in finder.inside(step)]
    ends = [*finder.before(), *finder.after()] if whole else []
    shown = [*finder.seams(), *finder.marks()]
    return sorted([*inside, *ends, *shown], key=lambda one: (one.at, one.kind))


def _joined(steps: Sequence[Step]) -> Iterator[Step]:
    """Neighbouring steps that differ as one."""
    run: Step | None = None
    for step in steps:
        if step.is_equal:
            if run is not None:
                yield run
            run = None
            yield step
        else:
            run = step if run is None else Step(False, run.d1, step.d2, run.h1, step.h2)
    if run is not None:
        yield run


class _Finder:
    def __init__(self, drafted: Drafted, alignment: Alignment) -> None:
        self._drafted, self._alignment = drafted, alignment
        self._draft, self._held = drafted.words, alignment.utterance.words

    def inside(self, step: Step) -> Iterator[Difference]:
        """What stands between two runs of the same words."""
        draft, held = self._draft[step.d1 : step.d2], self._held[step.h1 : step.h2]
        own = [word for word in draft if not word.bracketed]
        marked = any(step.d1 <= place <= step.d2 for place in self._drafted.ellipses)
        lost, gained = keys_of(held), keys_of(own)
        turns = turning_words(lost, keys_of(draft))
        if says_the_same(gained, lost) or (draft and not own and says_the_same(keys_of(draft), lost)):
            kind: DifferenceKind = "bracket" if draft and not own else "style"
            yield self._difference(kind, step, ())
        elif draft and not own:
            yield self._difference("bracket", step, turns if held else ())
        elif not own:
            if marked:
                near = self._sentences_beside(step)
                yield self._difference("ellipsis", step, tuple(key for key in turns if key in near and _hides(key)))
            else:
                yield self._difference("left out", step, turns)
        elif not held:
            yield self._difference("added", step, turns)
        elif self._drafted.is_fragment and is_other_tense(gained, lost):
            yield self._difference("tense", step, ())
        else:
            yield self._difference("replaced", step, turns)

    def before(self) -> Iterator[Difference]:
        """What the draft has before its first run, and what the source has before that in the same sentence."""
        step = self._alignment.steps[0]
        start = step.h1
        while start and self._held[start - 1].sentence == self._held[step.h1].sentence:
            start -= 1
        yield from self._end(Step(False, 0, step.d1, start, step.h1), is_before=True)

    def after(self) -> Iterator[Difference]:
        step = self._alignment.steps[-1]
        end = step.h2
        while end < len(self._held) and self._held[end].sentence == self._held[step.h2 - 1].sentence:
            end += 1
        yield from self._end(Step(False, step.d2, len(self._draft), step.h2, end), is_before=False)

    def _end(self, step: Step, *, is_before: bool) -> Iterator[Difference]:
        draft = self._draft[step.d1 : step.d2]
        own = sum(not word.bracketed for word in draft)
        if draft:
            room = step.h2 - step.h1
            taken = min(room, own or (room if room <= 4 else 1))
            if is_before:
                beside, rest = (step.h2 - taken, step.h2), (step.h1, step.h2 - taken)
            else:
                beside, rest = (step.h1, step.h1 + taken), (step.h1 + taken, step.h2)
            yield from self.inside(Step(False, step.d1, step.d2, *beside))
            place = step.d1 if is_before else step.d2
            step = Step(False, place, place, *rest)
        held = keys_of(self._held[step.h1 : step.h2])
        if not held or says_the_same([], held):
            return
        marked = (0 if is_before else len(self._draft)) in self._drafted.ellipses
        turns = turning_words(held)
        if (self._drafted.is_fragment or self._is_seam(step.h2 if is_before else step.h1)) and not marked:
            turns = self._governing(held, is_before=is_before)
            if turns:
                yield self._difference("cut before" if is_before else "cut after", step, turns)
        elif marked:
            yield self._difference("ellipsis", step, tuple(key for key in turns if _hides(key)))
        elif not (is_before and _is_opener(held)):
            yield self._difference("cut before" if is_before else "cut after", step, turns)
        else:
            yield self._difference("style", step, ())

    def _is_seam(self, place: int) -> bool:
        """Whether one stretch of the source ends before this word, and another begins."""
        utterance = self._alignment.utterance
        if not 0 < place < len(self._held):
            return False
        return utterance.stretch_of(self._held[place - 1]) is not utterance.stretch_of(self._held[place])

    def _governing(self, held: Sequence[str], *, is_before: bool) -> tuple[str, ...]:
        """The words beside a mixed quotation, or beside a whole stretch, that turn it, and that the outlet's sentence
        does not give instead."""
        if is_before:
            near = [key for key in held[-_NEAR:] if class_of(key) == "negation"]
            wanted = "negation"
        else:
            near = [key for key in held[:_NEXT] if class_of(key) == "condition"]
            wanted = "condition"
        told = any(class_of(key) == wanted for key in self._drafted.around)
        return () if told else tuple(near)

    def _sentences_beside(self, step: Step) -> frozenset[str]:
        """The source's words from the gap in the sentences that go on before or behind it."""
        sentences = set()
        if step.h1:
            sentences.add(self._held[step.h1 - 1].sentence)
        if step.h2 < len(self._held):
            sentences.add(self._held[step.h2].sentence)
        return frozenset(word.key for word in self._held[step.h1 : step.h2] if word.sentence in sentences)

    def seams(self) -> Iterator[Difference]:
        """Where the draft runs over what parts two stretches of the source."""
        for step in self._alignment.steps:
            if not step.is_equal:
                continue
            for place in range(step.h1 + 1, step.h2):
                one, other = self._held[place - 1], self._held[place]
                between = self._alignment.utterance.text[one.end : other.start]
                if any(c.isalnum() for c in between):
                    at = step.d1 + place - step.h1
                    where = Span(self._draft[at].start, self._draft[at].start)
                    told = " ".join(between.strip(" \n,.”“’‘\"'").split())
                    yield Difference("seam", where, "", told, Span(one.end, other.start))

    def marks(self) -> Iterator[Difference]:
        """Where other marks stand between the same two words."""
        text = self._alignment.utterance.text
        for step in self._alignment.steps:
            if not step.is_equal:
                continue
            for d, h in zip(range(step.d1 + 1, step.d2), range(step.h1 + 1, step.h2), strict=True):
                at = Span(self._draft[d - 1].end, self._draft[d].start)
                held_at = Span(self._held[h - 1].end, self._held[h].start)
                drafted, held = at.of(self._drafted.text), held_at.of(text)
                if any(c.isalnum() for c in held) or d in self._drafted.ellipses:
                    continue
                if _POINTS.findall(drafted) != _POINTS.findall(held):
                    yield Difference("marks", at, drafted, held, held_at)

    def _difference(self, kind: DifferenceKind, step: Step, turns: tuple[str, ...]) -> Difference:
        at, held_at = _span(self._draft, step.d1, step.d2), _span(self._held, step.h1, step.h2)
        text = self._alignment.utterance.text
        return Difference(kind, at, at.of(self._drafted.text), held_at.of(text), held_at, turns)


def _span(words: Sequence[Word], start: int, end: int) -> Span:
    """Of these words; of none, the place before the next, or behind the last."""
    if start < end:
        return covering(word.span for word in words[start:end])
    if not words:
        return Span(0, 0)
    return Span(words[start].start, words[start].start) if start < len(words) else Span(words[-1].end, words[-1].end)


def _hides(key: str) -> bool:
    """Whether an ellipsis must not swallow it; with figures it may."""
    return class_of(key) in ("negation", "condition")


def _is_opener(held: Sequence[str]) -> bool:
    """Whether nothing is left out but a word that only opens the sentence."""
    return len(held) == 1 and held[0] in lexicon.words("drafts/sentence_starters")
