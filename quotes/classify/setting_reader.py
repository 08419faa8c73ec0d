"""Reads the settings that one article tells: beside a quotation, around it, and of whole occasions."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from quotes.cast import Identity
from quotes.cast.outlets import find_outlets
from quotes.classify.frame import attributive_words, frame_of, outside_words
from quotes.classify.medium import is_only_written, place_in, sign_of_medium
from quotes.classify.short_forms import find_short_forms, with_own_name
from quotes.classify.via import relation_of
from quotes.domain import Attribution, Medium, Sentence, Span, Via
from quotes.lexicon import table
from quotes.lexicon import words as word_list
from quotes.scene import Scene

SOON = 3  # paragraphs before a setting that it still counts for
POST = re.compile(r"\b(?:caption|comment|message|post|posting|tweet)\b")


@dataclass(frozen=True, slots=True)
class Setting:
    via: tuple[Via, ...] = ()
    medium: Medium | None = None
    is_weak: bool = False  # the medium is only that somebody wrote

    @property
    def told(self) -> bool:
        return bool(self.via) or self.medium is not None


class SettingReader:
    """Asks are by the index of an attribution."""

    def __init__(
        self,
        scene: Scene,
        attributions: Sequence[Attribution],
        identities: Sequence[Identity | None],
        outlet: str | None,
    ) -> None:
        self.scene = scene
        self.attributions = attributions
        self.identities = identities
        self.outlet = outlet
        numbers = {q.span: n for n, q in enumerate(q for q in scene.quotations if q.parent is None)}
        self.spoken = {numbers[a.quotation.span] for a in attributions if a.mention and a.quotation.span in numbers}
        self.mentions = [a.mention.span for a in attributions if a.mention is not None]
        self.paragraphs = [scene.paragraph_of(a.quotation.span.start) for a in attributions]
        named = with_own_name(find_outlets(scene.text, 0, len(scene.text)), outlet)
        self._outlets = sorted([*named, *find_short_forms(scene.text, named, outlet)], key=lambda o: o.span.start)
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
        words = attributive_words(self.scene, attribution, frame, self.mentions)
        medium = sign_of_medium(words)
        is_weak = is_only_written(words)
        if (medium is None or is_weak) and self._is_posted(i, attribution.mention.span, frame, is_written=is_weak):
            return Setting(via, "social_media")
        return Setting(via, medium, is_weak)

    def _is_posted(self, i: int, mention: Span, frame: Span, *, is_written: bool) -> bool:
        """Whether the mention is a post or a message itself, or writes where its paragraph tells of social media:
        "one commenter wrote", "posting on X, the mayor … he wrote"."""
        worded = mention.of(self.scene.text).lower()
        if POST.search(worded):
            return sign_of_medium(worded) == "social_media"
        if not is_written or not word_list("online_writers").isdisjoint(worded.split()):
            return is_written
        here = self.paragraphs[i]
        speakers = {self.speaker(j) for j, paragraph in enumerate(self.paragraphs) if paragraph == here} - {None}
        before = outside_words(self.scene, Span(self.scene.analysis.paragraphs[here].start, frame.end))
        return (len(speakers) < 2 or worded.split()[0] in table("openings")) and sign_of_medium(
            before
        ) == "social_media"

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
