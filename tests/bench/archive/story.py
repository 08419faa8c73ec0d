"""One article: who speaks in it, and their words in the forms in which news tells them."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from quotes.domain import (
    AttributedQuotation,
    Attribution,
    Cue,
    Description,
    Kind,
    MemberKind,
    Mention,
    Modality,
    Polarity,
    Quotation,
    Source,
    Span,
    Via,
)
from tests.bench.archive import vocabulary
from tests.bench.archive.draft import Draft
from tests.bench.archive.figures import Figure
from tests.bench.archive.prose import Prose

_SAID = ("said", "say")
_CUES = (*(_SAID,) * 9, ("added", "add"), ("warned", "warn"), ("insisted", "insist"), ("wrote", "write"))
_REASON = "who spoke on condition of anonymity because they were not authorized to speak publicly"
_UNAUTHORISED_SHARE, _TOLD_SHARE = 0.3, 0.15


@dataclass(slots=True)
class Voice:
    """Somebody or something that speaks in one article. `source` is what all its quotations share."""

    key: str
    kind: MemberKind
    source: Source
    first: str  # the wording of the first mention
    later: tuple[str, ...]  # and of those after it
    told: bool = field(default=False)


def voice_of(figure: Figure, chance: Random) -> Voice:
    """A figure as one article words it: mostly by its full name, at times by another spelling or the surname alone."""
    draw = chance.random()
    name = figure.name if draw < 0.86 else figure.other if draw < 0.93 else figure.short
    if not figure.is_person:
        medium = "statement" if chance.random() < 0.4 else "none"
        source = Source("named_organization", name, standing="named", medium=medium)  # type: ignore[arg-type]
        return Voice(figure.key, "organization", source, name, ("it", figure.short))
    told = draw < 0.7  # whether the article says what the person is
    source = Source(
        "named_person",
        name,
        figure.role if told else None,
        figure.affiliation if told else None,
        standing="named",
        medium="press_conference" if chance.random() < 0.06 else "none",
    )
    title = "Mr." if figure.pronoun == "he" else "Ms."
    return Voice(figure.key, "person", source, name, (figure.pronoun, f"{title} {figure.short}", figure.short))


def unnamed_voice(number: int, chance: Random, bodies: Callable[[int], Figure]) -> Voice:
    """A source without a name: a person, a group, a spokesperson or a document."""
    draw, key = chance.random(), f"u{number}"
    if draw < 0.4:
        words = chance.choice(vocabulary.listed("unnamed"))
        role = words.split()[-1]
        source = Source("unnamed_person", descriptor=words, anonymous=True, standing="described", count=1)
        source = replace(source, description=Description(role, "senior" if "senior" in words else None))
        return Voice(key, "unnamed", replace(source, reason_class="none"), words, ("the " + role,))
    if draw < 0.68:
        words = chance.choice(vocabulary.listed("group"))
        source = Source("unnamed_group", descriptor=words, anonymous=words != "critics", standing="described")
        source = replace(source, reason_class="none" if source.anonymous else None)
        return Voice(key, "group", source, words, ("they",))
    if draw < 0.84:
        body = bodies(chance.randrange(5000)).name
        words = f"a spokeswoman for {body}"
        source = Source("unnamed_person", affiliation=body, descriptor=words, standing="spokesperson")
        return Voice(key, "unnamed", source, words, ("she", "the spokeswoman"))
    words = chance.choice(vocabulary.listed("document"))
    source = Source(
        "document", descriptor=words, medium="document", standing="document", document_kind=words.split()[-1]
    )
    return Voice(key, "document", source, words, ("it",))


class Story:
    """Writes one article's text; the same chance writes the same."""

    def __init__(self, prose: Prose, chance: Random, outlets: tuple[str, ...]) -> None:
        self.draft = Draft()
        self._prose = prose
        self._chance = chance
        self._outlets = outlets
        self._groups = 0

    def tell(self, voice: Voice, *, capital: bool = False) -> Mention:
        """Write a mention of a voice, the first with its role."""
        chance, draft = self._chance, self.draft
        if voice.told:
            words = voice.later[int(chance.random() * len(voice.later))]
            form = (
                "pronoun" if words in ("he", "she", "it", "they") else "noun" if voice.source.name is None else "name"
            )
        else:
            words, form = voice.first, "name" if voice.source.name else "noun"
        words = words[0].upper() + words[1:] if capital else words
        span, place = draft.mention(voice.key, voice.kind, voice.source.name, words, form)  # type: ignore[arg-type]
        if not voice.told:
            voice.told, voice.source = True, replace(voice.source, member=place)
            if voice.source.role:
                draft.write(", ")
                draft.role(place, voice.source.role)
                draft.write("," if capital else "")
            elif voice.source.anonymous and chance.random() < _UNAUTHORISED_SHARE:
                draft.write(", ")
                reason = draft.write(_REASON)
                draft.write("," if capital else "")
                voice.source = replace(voice.source, reason=reason, reason_class="not_authorised")
        return Mention(span, head=None)

    def _cue(self) -> Cue:
        words, lemma = _CUES[int(self._chance.random() * len(_CUES))]
        return Cue(self.draft.write(words), lemma)

    def _told(self, voice: Voice) -> tuple[Via, ...]:
        """At times, write through whom the words came."""
        if self._chance.random() >= _TOLD_SHARE or voice.kind == "document":
            return ()
        self.draft.write(", according to ")
        name = self._outlets[int(self._chance.random() ** 3 * len(self._outlets))]
        span, place = self.draft.mention(f"o{name}", "organization", name, name)
        return (Via(name, "according to", span, place),)

    def _add(
        self,
        span: Span,
        voice: Voice | None,
        kind: Kind = "direct",
        mention: Mention | None = None,
        cue: Cue | None = None,
        via: tuple[Via, ...] = (),
        polarity: Polarity = "positive",
        modality: Modality = "actual",
        **shape: Any,
    ) -> None:
        """Note a quotation. `shape` has fields of Quotation."""
        random = self._chance.random
        marks = 1 if kind != "indirect" and shape.get("marks", True) else 0
        open_end = shape.pop("open_end", False)  # the mark that is missing until a later paragraph
        content = Span(span.start + marks, span.end - (0 if open_end else marks))
        speech, sure = round(1 - 0.3 * random() ** 3, 4), 1 - 0.4 * random() ** 3
        attribution = Attribution(
            Quotation(span, shape.pop("content", content), kind, **shape),
            mention,
            cue,
            speech * sure,
            self._evidence(span, mention, cue, kind),
            cause=None if voice else "no speaker stands near enough to the quotation",
            polarity=polarity if voice else None,
            modality=modality if voice else None,
            speech_confidence=speech,
        )
        source = None
        if voice:
            name = 1 - 0.1 * random() ** 2 if voice.source.name else None
            source = replace(voice.source, via=via, name_confidence=name)
        self.draft.quotations.append(AttributedQuotation(attribution, source))

    def _evidence(self, span: Span, mention: Mention | None, cue: Cue | None, kind: Kind) -> tuple[str, ...]:
        if mention is None or cue is None:
            return ("stands in the quotation's paragraph",)
        verb = self.draft.wording(cue.span)
        if kind == "indirect":
            return (f"“{verb}” governs what is reported", f"subject of “{verb}”")
        side = "before" if mention.span.start < span.start else "after"
        away = max(mention.span.start - span.end, span.start - mention.span.end) // 6
        near = f"stands {away} words {side} the quotation" if away > 1 else f"“{verb}” stands beside the quotation"
        return ("stands in the quotation's sentence", f"subject of “{verb}”, which governs the quotation", near)

    # The forms. Each writes a paragraph, or the paragraphs of one quotation.

    def after(self, voice: Voice) -> None:
        """“It rained,” said Ann Lee, mayor of Loam."""
        draft = self.draft
        span = draft.write(f"“{_capital(self._prose.words(1, 2))},”")
        draft.write(" ")
        cue = self._cue()
        draft.write(" ")
        mention = self.tell(voice)
        self._add(span, voice, "direct", mention, cue, self._told(voice))
        draft.write(".")

    def before(self, voice: Voice) -> None:
        """Ann Lee said the plan was “as thin as paper.”"""
        draft = self.draft
        mention = self.tell(voice, capital=True)
        draft.write(" ")
        cue = self._cue()
        draft.write(f" the {self._chance.choice(vocabulary.listed('noun'))} was ")
        words = self._prose.clause().split()
        span = draft.write(f"“{' '.join(words[: 2 + int(self._chance.random() * 6)])}”")
        self._add(span, voice, "mixed", mention, cue, self._told(voice))
        draft.write(".")

    def colon(self, voice: Voice) -> None:
        """Ann Lee said: “It rained.”"""
        mention = self.tell(voice, capital=True)
        self.draft.write(" ")
        cue = self._cue()
        self.draft.write(": ")
        span = self.draft.write(f"“{_capital(self._prose.words(1, 3))}.”")
        self._add(span, voice, "direct", mention, cue)

    def reported(self, voice: Voice) -> None:
        """Ann Lee said that it rained. Some deny it, or will say it."""
        draw = self._chance.random()
        mention = self.tell(voice, capital=True)
        polarity: Polarity = "negative" if draw < 0.05 else "positive"
        modality: Modality = "future" if draw > 0.96 else "actual"
        self.draft.write(" ")
        if draw < 0.05:
            cue = Cue(self.draft.write("denied"), "deny")
        elif draw > 0.96:
            self.draft.write("will ")
            cue = Cue(self.draft.write("say"), "say")
        else:
            cue = self._cue()
        self.draft.write(" that ")
        span = self.draft.write(self._prose.words(1, 2))
        self._add(span, voice, "indirect", mention, cue, self._told(voice), polarity, modality)
        self.draft.write(".")

    def parted(self, voice: Voice) -> None:
        """The plan, Ann Lee said, was thin."""
        first = self.draft.write(_capital(self._prose.clause()))
        self.draft.write(", ")
        mention = self.tell(voice)
        self.draft.write(" ")
        cue = self._cue()
        self.draft.write(", ")
        second = self.draft.write(self._prose.clause())
        span = Span(first.start, second.end)
        self._add(span, voice, "indirect", mention, cue, content=span, parts=(first, second))
        self.draft.write(".")

    def twice(self, voice: Voice) -> None:
        """“It rained,” she said. “Then it snowed.”"""
        first = self.draft.write(f"“{_capital(self._prose.words(1, 2))},”")
        self.draft.write(" ")
        mention = self.tell(voice)
        self.draft.write(" ")
        cue = self._cue()
        self._add(first, voice, "direct", mention, cue)
        self.draft.write(". ")
        second = self.draft.write(f"“{_capital(self._prose.words(1, 2))}.”")
        self._add(second, voice, "direct", mention, cue)

    def long(self, voice: Voice) -> None:
        """One quotation over several paragraphs, each of which opens it anew."""
        self._groups += 1
        mention = self.tell(voice, capital=True)
        self.draft.write(" ")
        cue = self._cue()
        self.draft.write(":")
        paragraphs = 2 + int(self._chance.random() * 2)
        for number in range(paragraphs):
            last = number == paragraphs - 1
            self.draft.write("\n\n")
            span = self.draft.write(f"“{_capital(self._prose.words(1, 2))}.{'”' if last else ''}")
            self._add(span, voice, "direct", mention, cue, group=self._groups, open_end=not last)

    def nested(self, voice: Voice) -> None:
        """“They told us ‘No’,” said Ann Lee."""
        place = len(self.draft.quotations)
        before = self.draft.write(f"“{_capital(self._prose.clause())} and they told us ")
        inner = self.draft.write(f"‘{_capital(self._prose.clause())}’")
        after = self.draft.write(",”")
        self.draft.write(" ")
        cue = self._cue()
        self.draft.write(" ")
        mention = self.tell(voice)
        self._add(Span(before.start, after.end), voice, "direct", mention, cue)
        they = Voice("they", "group", Source("unnamed_group", descriptor="they", standing="rhetorical"), "they", ())
        told = before.end - len("they told us ")
        self._add(
            inner,
            they,
            "direct",
            Mention(Span(told, told + 4), None),
            Cue(Span(told + 5, told + 9), "tell"),
            parent=place,
        )
        self.draft.write(".")

    def turn(self, voice: Voice) -> None:
        """ANN LEE: It rained."""
        mention = self.tell(voice, capital=True)
        self.draft.write(": ")
        span = self.draft.write(f"{_capital(self._prose.words(1, 3))}.")
        self._add(span, voice, "direct", mention, marks=False)

    def nobodys(self, voice: Voice) -> None:
        """The plan is “thin”. Nothing tells whose word it is."""
        self.draft.write(f"{_capital(self._prose.clause())}, and it is ")
        words = self._prose.clause().split()
        span = self.draft.write(f"“{' '.join(words[:4])}”")
        self._add(span, None, "mixed")
        self.draft.write(".")


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


_SHARES: tuple[tuple[Callable[[Story, Voice], None], int], ...] = (
    (Story.after, 28),
    (Story.before, 17),
    (Story.colon, 8),
    (Story.reported, 22),
    (Story.parted, 4),
    (Story.twice, 9),
    (Story.long, 2),
    (Story.nested, 2),
    (Story.turn, 1),
    (Story.nobodys, 4),
)
FORMS = tuple(form for form, share in _SHARES for _ in range(share))
