"""Where each quotation was uttered: its outlets and its medium.

An article names the setting once ("told CNN on Monday", "in a speech in Ohio") and goes on quoting. So a setting is
read from the words that go with the quotation's own cue, else from the rest of its paragraph where only its speaker
is quoted, else it is the one that the same speaker was last in; the quotations before a speaker's first setting take
that one, if it follows soon.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quotes.classify.frame import attributive_words, frame_of, outside_words
from quotes.classify.medium import SPOKEN_PLACES, place_in, sign_of_medium
from quotes.classify.outlets import find_outlets
from quotes.classify.via import relation_of
from quotes.domain import Attribution, Medium, Sentence, Span, Via
from quotes.resolve import Identity
from quotes.scene import Scene

SOON = 3  # paragraphs before a setting that it still counts for
LASTING = frozenset(
    ("told", "in an interview with", "on", "appeared in")
)  # an occasion, not one report of one sentence


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
    return _carried(reader, settings)


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
        self.paragraphs = [scene.paragraph_of(a.quotation.span.start) for a in attributions]
        self._outlets = find_outlets(scene.text, 0, len(scene.text))
        self._outlet_starts = [o.span.start for o in self._outlets]
        self._plain = self._sentences_without_quotation()

    def speaker(self, i: int) -> str | None:
        identity = self.identities[i]
        return None if identity is None else identity.name or identity.descriptor

    def own(self, i: int) -> Setting:
        """The setting told by the words that go with the quotation's cue."""
        attribution = self.attributions[i]
        if attribution.mention is None:
            return Setting()
        frame = frame_of(self.scene, attribution)
        via = tuple(v for v in self.outlets_in(frame) if self._belongs(v, i))
        return Setting(via, sign_of_medium(attributive_words(self.scene, attribution, frame, self.mentions)))

    def of_paragraph(self, i: int) -> Setting:
        """The setting told elsewhere in the paragraph, where nobody else is quoted in it."""
        paragraph = self.paragraphs[i]
        speakers = {self.speaker(j) for j, p in enumerate(self.paragraphs) if p == paragraph and self.speaker(j)}
        if self.attributions[i].mention is None or len(speakers) > 1:
            return Setting()
        span = self.scene.analysis.paragraphs[paragraph]
        return Setting(tuple(self.outlets_in(span)), place_in(outside_words(self.scene, span)))

    def led_in(self, i: int) -> Setting:
        """The setting told in a sentence without quotation shortly before, that names the speaker."""
        identity = self.identities[i]
        if identity is None or identity.name is None:
            return Setting()
        surname = identity.name.split()[-1]
        start, here = self.attributions[i].quotation.span.start, self.paragraphs[i]
        for sentence in reversed(self._plain):
            if sentence.start >= start:
                continue
            if here - sentence.paragraph > SOON:
                break
            span = Span(sentence.start, sentence.end)
            if surname not in span.of(self.scene.text):
                continue
            setting = Setting(tuple(self.outlets_in(span)), place_in(outside_words(self.scene, span)))
            if setting.told:
                return setting
        return Setting()

    def outlets_in(self, span: Span) -> list[Via]:
        """The outlets in a span that the words around them tie to what is said there; those named in somebody's
        words are only talked of."""
        found = []
        for outlet in self._outlets[bisect_left(self._outlet_starts, span.start) :]:
            if outlet.span.start >= span.end:
                break
            token = self.scene.token_at(outlet.span.start)
            if token is not None and self.scene.quoted_by[token.index] in self.spoken:
                continue
            if (relation := relation_of(self.scene.text, outlet, span.start, span.end)) is not None:
                found.append(Via(outlet.name, relation, outlet.span))
        return found

    def _belongs(self, via: Via, i: int) -> bool:
        """No other speaker's mention stands between this quotation's mention and the outlet."""
        mention = self.attributions[i].mention
        if via.span is None or mention is None:
            return True
        low, high = sorted((mention.span.start, via.span.start))
        return not any(low < m.start < high and m != mention.span for m in self.mentions)

    def _sentences_without_quotation(self) -> list[Sentence]:
        sentences = self.scene.analysis.sentences
        starts = [s.start for s in sentences]
        quoting = {max(0, bisect_left(starts, m.start + 1) - 1) for m in self.mentions}
        return [s for s in sentences if s.index not in quoting]


def _carried(reader: _Reader, told: Sequence[Setting]) -> list[Setting]:
    settings = list(told)
    latest: dict[str, tuple[Setting, int]] = {}
    waiting: dict[str, list[tuple[int, int]]] = {}
    for i, paragraph in enumerate(reader.paragraphs):
        speaker = reader.speaker(i)
        if speaker is None:
            continue
        if not settings[i].told and speaker not in latest:
            settings[i] = reader.led_in(i)
        if settings[i].told:
            kept = replace(settings[i], via=tuple(v for v in settings[i].via if v.relation in LASTING))
            latest[speaker] = kept, paragraph
            for earlier, place in waiting.pop(speaker, []):
                if paragraph - place <= SOON and kept.medium in (SPOKEN_PLACES | {None}):
                    settings[earlier] = kept
        elif speaker in latest:
            before, place = latest[speaker]
            lasting = before.medium is None or before.medium in SPOKEN_PLACES or paragraph - place <= 1
            settings[i] = before if lasting else replace(before, medium=None)
            if paragraph - place <= 1:
                latest[speaker] = before, paragraph
        else:
            waiting.setdefault(speaker, []).append((i, paragraph))
    return settings
