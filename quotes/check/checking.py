"""A draft's quotation from beginning to end: what it may be of, what differs, whose it is, and what follows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rapidfuzz.distance import LCSseq

from quotes.check.alignment import Alignment, align, weigh
from quotes.check.differences import Difference, find_differences
from quotes.check.drafted import Drafted, drafts_in
from quotes.check.library import Library
from quotes.check.speakers import Speaker, compare_speakers, speaker_at
from quotes.check.verdicts import FAILS, LEAST_WORDS, Verdict, gravest
from quotes.check.wording import reasons_of
from quotes.check.words import keys_of
from quotes.domain import ParsedArticle
from quotes.store.alike.places import StandsIn

_COMPARED = 8  # utterances that are looked at word by word
_PARTS = 3  # at most, beside the first
# Of the weight of the draft's words, what must be found for it to be on record: as a rule; where the weightiest run
# weighs little; where the speaker is the same; where it is of several quotations.
_HELD, _MOST, _HELD_BY_SPEAKER, _HELD_APART = 0.5, 0.7, 0.45, 0.4
_LEAST_RUN = 2.4  # weight of a run that is not there by chance
_PART = 4  # words that a second quotation must bring
_PART_RUN, _PART_HELD = 3.0, 0.6  # weight of a run that they make, and their share that must be found
_OWN_RUN, _OWN_HELD = 2.0, 0.4  # likewise, within the same utterance or of the same speaker


@dataclass(frozen=True, slots=True)
class Part:
    """Words `[first, last)` of a draft's quotation, and the utterance that they are of."""

    alignment: Alignment
    first: int
    last: int

    @property
    def quotations(self) -> tuple[str, ...]:
        """Ids of the stored quotations that the words are in."""
        utterance = self.alignment.utterance
        found = (utterance.stretch_of(word).id for word in self.alignment.held)
        return tuple(dict.fromkeys(identity for identity in found if identity is not None))

    @property
    def source_text(self) -> str:
        """The utterance as its source has it."""
        utterance = self.alignment.utterance
        spans = [span for stretch in utterance.stretches for span in stretch.spans]
        return " … ".join(" ".join(span.of(utterance.text).split()) for span in spans)


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of one quotation of a draft."""

    draft: str  # id of the draft
    number: int  # of the quotation in it, from one
    drafted: Drafted
    verdicts: frozenset[Verdict]
    parts: tuple[Part, ...] = ()
    differences: tuple[Difference, ...] = ()
    places: tuple[StandsIn, ...] = ()
    held_by: tuple[str, ...] = ()  # whose words the sources say these are
    reasons: tuple[str, ...] = ()  # sentences, the gravest first

    @property
    def verdict(self) -> Verdict:
        return gravest(self.verdicts)

    @property
    def fails(self) -> bool:
        return not FAILS.isdisjoint(self.verdicts)

    def to_dict(self) -> dict[str, Any]:
        span = self.drafted.span
        return {
            "draft": self.draft,
            "number": self.number,
            "start": span.start,
            "end": span.end,
            "text": self.drafted.said,
            "fragment": self.drafted.is_fragment,
            "speaker": self.drafted.speaker.called,
            "verdict": self.verdict,
            "also": [one for one in sorted(self.verdicts) if one != self.verdict],
            "reasons": list(self.reasons),
            "differences": [one.to_dict() for one in self.differences],
            "sources": [
                {
                    "source": part.alignment.utterance.source,
                    "text": part.source_text,
                    "quotations": list(part.quotations),
                    "speaker": part.alignment.utterance.speaker.called,
                }
                for part in self.parts
            ],
            "said_by": list(self.held_by),
            "appearances": [one.to_dict() for one in self.places],
        }


def check_article(parsed: ParsedArticle, libraries: Sequence[Library]) -> list[Checked]:
    """All quotations of a draft, in order of the text."""
    return [
        replace(check_quotation(drafted, libraries), draft=parsed.article.id, number=number)
        for number, drafted in enumerate(drafts_in(parsed), 1)
    ]


def check_quotation(drafted: Drafted, libraries: Sequence[Library]) -> Checked:
    """One quotation held against what is stored and given."""
    checked = Checked("", 1, drafted, frozenset())
    if drafted.own_words < LEAST_WORDS:
        return _told(replace(checked, verdicts=frozenset(("too short to tell",))))
    parts, rivals = _find_parts(drafted, libraries)
    if not parts:
        return _told(replace(checked, verdicts=frozenset(("not on record",))))
    is_whole = len(parts) == 1
    differences = [one for part in parts for one in find_differences(drafted, part.alignment, whole=is_whole)]
    found = set[Verdict]()
    if not is_whole:
        found.add("spliced")
    elif any(one.alters for one in differences):
        found.add("altered")
    if is_whole and any(one.cuts for one in differences):
        found.add("cut")
    standing = [_places(libraries, [part, *rivals]) for part in parts]
    holders = [_speakers(part, places) for part, places in zip(parts, standing, strict=True)]
    if any(_is_anothers(drafted.speaker, speakers, libraries) for speakers in holders):
        found.add("said by somebody else")
    return _told(
        replace(
            checked,
            verdicts=frozenset(found or {"exact"}),
            parts=tuple(parts),
            differences=tuple(differences),
            places=tuple(dict.fromkeys(place for places in standing for place in places)),
            held_by=tuple(dict.fromkeys(str(one.called) for speakers in holders for one in speakers)),
        )
    )


def _told(checked: Checked) -> Checked:
    return replace(checked, reasons=tuple(reasons_of(checked)))


def _find_parts(drafted: Drafted, libraries: Sequence[Library]) -> tuple[list[Part], list[Part]]:
    """What the quotation is made of, in order of the draft; and other places where all of it stands as well."""
    whole = weigh([word.key for word in drafted.words if not word.bracketed])
    ranked = _candidates(drafted, 0, len(drafted.words), libraries)
    best = next(iter(ranked), None)
    if best is None or not _is_found(drafted, best, whole):
        return [], []
    parts = [Part(best, best.first, best.last), *_others(drafted, best, libraries)]
    held = sum(part.alignment.weight for part in parts)
    least = _HELD_APART if len(parts) > 1 else _HELD_BY_SPEAKER if _is_by(drafted, best) else _HELD
    if held < least * whole:
        return [], []
    rivals = [Part(one, one.first, one.last) for one in ranked[1:] if len(parts) == 1 and one.weight >= best.weight]
    return sorted(parts, key=lambda part: part.first), rivals


def _is_found(drafted: Drafted, best: Alignment, whole: float) -> bool:
    """Whether it is more than chance; of the same speaker less is needed."""
    if best.longest >= _LEAST_RUN or best.weight >= _MOST * whole:
        return True
    return _is_by(drafted, best) and best.weight >= _HELD_BY_SPEAKER * whole


def _is_by(drafted: Drafted, alignment: Alignment) -> bool:
    return compare_speakers(drafted.speaker, alignment.utterance.speaker) == "same"


def _others(drafted: Drafted, best: Alignment, libraries: Sequence[Library]) -> list[Part]:
    """The quotations that stretches of the draft are of which the best one does not have."""
    parts: list[Part] = []
    waiting = _rest(drafted, best)
    while waiting and len(parts) < _PARTS:
        first, last = waiting.pop(0)
        found = _find_part(drafted, first, last, best, libraries)
        if found is not None:
            parts.append(found)
            waiting += [gap for gap in _rest(drafted, found.alignment) if first <= gap[0] and gap[1] <= last]
    return parts


def _candidates(drafted: Drafted, first: int, last: int, libraries: Iterable[Library]) -> list[Alignment]:
    """Utterances beside these words of the draft, the likeliest first."""
    words = drafted.words[first:last]
    keys = keys_of(words)
    found = [utterance for library in libraries for utterance in library.utterances(words)]
    likely = sorted(found, key=lambda one: -LCSseq.similarity(keys, one.keys))[:_COMPARED]
    ellipses = frozenset(place - first for place in drafted.ellipses)
    aligned = [alignment for one in likely if (alignment := align(words, one, ellipses)) is not None]
    return sorted(aligned, key=_likeliest_first)


def _likeliest_first(alignment: Alignment) -> tuple[object, ...]:
    differing = sum(not step.is_equal for step in alignment.steps)
    utterance = alignment.utterance
    return (-round(alignment.weight, 6), differing, not utterance.is_quoted, len(utterance.words), utterance.source)


def _rest(drafted: Drafted, found: Alignment) -> list[tuple[int, int]]:
    """Stretches of the draft that an utterance does not have, long enough to be of another one."""
    covered = {place for step in found.steps if step.is_equal for place in range(step.d1, step.d2)}
    gaps: list[list[int]] = [[]]
    for place, word in enumerate(drafted.words):
        if place in covered:
            gaps.append([])
        elif not word.bracketed:
            gaps[-1].append(place)
    return [(gap[0], gap[-1] + 1) for gap in gaps if len(gap) >= _PART]


def _find_part(drafted: Drafted, first: int, last: int, best: Alignment, libraries: Sequence[Library]) -> Part | None:
    """The utterance that these words, or most of them, are of, if they are of one."""
    wanted = weigh(keys_of(drafted.words[first:last]))
    for found in _candidates(drafted, first, last, libraries):
        is_near = found.utterance.words == best.utterance.words or _is_by(drafted, found)
        least, share = (_OWN_RUN, _OWN_HELD) if is_near else (_PART_RUN, _PART_HELD)
        if found.longest >= least and found.weight >= share * wanted:
            steps = tuple(replace(step, d1=step.d1 + first, d2=step.d2 + first) for step in found.steps)
            return Part(replace(found, steps=steps), first + found.first, first + found.last)
    return None


def _places(libraries: Iterable[Library], parts: Iterable[Part]) -> list[StandsIn]:
    quotations = list(dict.fromkeys(identity for part in parts for identity in part.quotations))
    return [place for library in libraries for place in library.places(quotations)]


def _speakers(part: Part, places: Iterable[StandsIn]) -> list[Speaker]:
    """Whose words a part is, as far as the sources say."""
    utterance = part.alignment.utterance
    found = [utterance.speaker, *(() if not utterance.is_stored else map(speaker_at, places))]
    return [one for one in found if one.is_known]


def _is_anothers(drafted: Speaker, speakers: Iterable[Speaker], libraries: Iterable[Library]) -> bool:
    """Whether all who are told of are others than the draft's speaker."""
    if drafted.name is None:
        return False
    called = frozenset[str]().union(*(library.called(drafted.name) for library in libraries))
    return {compare_speakers(drafted, one, called) for one in speakers} == {"other"}
