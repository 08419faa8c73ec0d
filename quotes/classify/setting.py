"""Where each quotation was uttered: its outlets and its medium.

An article names the setting once ("told CNN on Monday", "in a speech in Ohio") and goes on quoting. So a setting is
read from the quotation's own sentence, else from the rest of its paragraph where only its speaker is quoted, else it
is the one that the same speaker was last in; the quotations before a speaker's first setting take that one, if it
follows soon.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quotes.classify.medium import SPOKEN_PLACES, sign_of_medium
from quotes.classify.via import outlets_between
from quotes.domain import Attribution, Medium, Span, Via
from quotes.resolve import Identity
from quotes.scene import Scene

SOON = 3  # paragraphs before a setting that it still counts for


@dataclass(frozen=True, slots=True)
class Setting:
    via: tuple[Via, ...] = ()
    medium: Medium | None = None

    @property
    def told(self) -> bool:
        return bool(self.via) or self.medium is not None


def find_settings(
    scene: Scene, attributions: Sequence[Attribution], identities: Sequence[Identity | None]
) -> list[Setting]:
    """One setting for each attribution, in order; an empty one where the article tells none."""
    reader = _Reader(scene, attributions, identities)
    settings = [reader.own(i) for i in range(len(attributions))]
    settings = [s if s.told else reader.of_paragraph(i) for i, s in enumerate(settings)]
    return _carried(scene, attributions, [reader.speaker(i) for i in range(len(attributions))], settings)


class _Reader:
    def __init__(
        self, scene: Scene, attributions: Sequence[Attribution], identities: Sequence[Identity | None]
    ) -> None:
        self.scene = scene
        self.attributions = attributions
        self.identities = identities
        numbers = {q.span: n for n, q in enumerate(q for q in scene.quotations if q.parent is None)}
        self.spoken = {numbers[a.quotation.span] for a in attributions if a.mention and a.quotation.span in numbers}
        self.mentions = [a.mention.span for a in attributions if a.mention is not None]

    def speaker(self, i: int) -> str | None:
        identity = self.identities[i]
        return None if identity is None else identity.name or identity.descriptor

    def own(self, i: int) -> Setting:
        """The setting told in the sentences of the quotation and its mention, the cue's words first."""
        attribution = self.attributions[i]
        if attribution.mention is None:
            return Setting()
        frame = self._frame(attribution)
        via = tuple(v for v in outlets_between(self.scene, frame.start, frame.end, self.spoken) if self._belongs(v, i))
        medium = None
        if attribution.cue is not None:
            medium = sign_of_medium(attribution.cue.span.of(self.scene.text))
        return Setting(via, medium or sign_of_medium(self._outside(frame, i)))

    def of_paragraph(self, i: int) -> Setting:
        """The setting told elsewhere in the paragraph, where nobody else is quoted in it."""
        attribution = self.attributions[i]
        paragraph = self.scene.paragraph_of(attribution.quotation.span.start)
        span = self.scene.analysis.paragraphs[paragraph]
        speakers = {
            self.speaker(j)
            for j, other in enumerate(self.attributions)
            if other.mention is not None and span.overlaps(other.quotation.span)
        }
        if attribution.mention is None or len(speakers) > 1:
            return Setting()
        via = tuple(outlets_between(self.scene, span.start, span.end, self.spoken))
        return Setting(via, sign_of_medium(self._outside(span, None)))

    def _frame(self, attribution: Attribution) -> Span:
        spans = [attribution.quotation.span]
        spans += [s.span for s in (attribution.mention, attribution.cue) if s is not None]
        low, high = min(s.start for s in spans), max(s.end for s in spans)
        sentences = [s for s in self.scene.analysis.sentences if s.start < high and low < s.end]
        if not sentences:
            return Span(low, high)
        return Span(min(low, sentences[0].start), max(high, sentences[-1].end))

    def _belongs(self, via: Via, i: int) -> bool:
        """No other speaker's mention stands between this quotation's mention and the outlet."""
        mention = self.attributions[i].mention
        if via.span is None or mention is None:
            return True
        low, high = sorted((mention.span.start, via.span.start))
        return not any(low < m.start < high and m != mention.span for m in self.mentions)

    def _outside(self, frame: Span, i: int | None) -> str:
        """The frame's words outside quotation marks; for one attribution, without those beyond another speaker's
        mention."""
        first, last = self.scene.token_range(frame)
        mention = self.attributions[i].mention if i is not None else None
        if mention is not None:
            for other in self.mentions:
                if other.start > mention.span.end and other.start < frame.end:
                    last = min(last, self.scene.token_range(other)[0])
        return " ".join(t.text for t in self.scene.tokens[first:last] if self.scene.quoted_by[t.index] < 0)


def _carried(
    scene: Scene, attributions: Sequence[Attribution], speakers: Sequence[str | None], told: Sequence[Setting]
) -> list[Setting]:
    settings = list(told)
    latest: dict[str, tuple[Setting, int]] = {}
    waiting: dict[str, list[tuple[int, int]]] = {}
    for i, (attribution, speaker) in enumerate(zip(attributions, speakers, strict=True)):
        if speaker is None:
            continue
        paragraph = scene.paragraph_of(attribution.quotation.span.start)
        if settings[i].told:
            latest[speaker] = settings[i], paragraph
            for earlier, place in waiting.pop(speaker, []):
                if paragraph - place <= SOON and settings[i].medium in (SPOKEN_PLACES | {None}):
                    settings[earlier] = settings[i]
        elif speaker in latest:
            before, place = latest[speaker]
            lasting = before.medium is None or before.medium in SPOKEN_PLACES or paragraph - place <= 1
            settings[i] = before if lasting else replace(before, medium=None)
            if paragraph - place <= 1:
                latest[speaker] = before, paragraph
        else:
            waiting.setdefault(speaker, []).append((i, paragraph))
    return settings
