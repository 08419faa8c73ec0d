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
from quotes.classify.via import SHARED, on_air, relation_of, retells
from quotes.domain import Attribution, Medium, Sentence, Span, Via
from quotes.lexicon import words as word_list
from quotes.scene import Scene

DIVIDER = re.compile(r"[\W_]+|\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?|hours|GMT)\b.{0,20}", re.IGNORECASE)
LONG = 12  # paragraphs after an occasion with several speakers that it still counts for
SOON = 3  # paragraphs before a setting that it still counts for
STAFF = re.compile(r"['’]s (?:\w+ ){0,2}?[A-Z][\w.’'-]+ [A-Z]")
TRANSCRIPT = re.compile(r"\btranscript\b.{0,20}(?:follow|below|:)", re.IGNORECASE)
# A session at which several speak, "the court heard"; of those who are quoted near it, only these surely spoke there.
SESSION = re.compile(
    r"\b(?:court|courtroom|inquest|tribunal|inquiry|jury|jurors|magistrates|hearing)"
    r" (?:has |have |had |also |was |were )?(?:heard|told|hears)\b",
    re.IGNORECASE,
)
IN_SESSION = re.compile(
    r"\b(?:prosecut\w+|judge|magistrate|barrister|counsel|defending|mitigat\w+|recorder|sheriff|bench|[QK]C)\b",
    re.IGNORECASE,
)
POST = re.compile(r"\b(?:caption|comment|message|post|posting|tweet)\b")
SOMEBODY = ("one", "another", "a ", "an ", "some")
AGAIN = re.compile(r"\b(?:at|told|tells|during|in) the (?:forum|town hall|hearing|panel|debate|event)\b", re.IGNORECASE)


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
        self.sections = _sections(scene)
        self._plain = self._sentences_without_quotation()
        self._shared = self._shared_occasions()
        self.retold = self._retold()

    def speaker(self, i: int) -> str | None:
        identity = self.identities[i]
        return None if identity is None else identity.name or identity.descriptor

    def own(self, i: int) -> Setting:
        """The setting told by the words that go with the quotation's cue."""
        attribution = self.attributions[i]
        if attribution.mention is None:
            return Setting()
        frame = frame_of(self.scene, attribution)
        via = tuple(v for v in self.outlets_in(frame) if self._belongs(v, i)) or self._of_staff(
            attribution.mention.span
        )
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
        return (len(speakers) < 2 or worded.startswith(SOMEBODY)) and sign_of_medium(before) == "social_media"

    def _of_staff(self, mention: Span) -> tuple[Via, ...]:
        """The outlet that a mention begins with and that its name belongs to: "NBC’s Jane Doe"."""
        number = bisect_left(self._outlet_starts, mention.start)
        if number == len(self._outlets) or self._outlets[number].span.start > mention.start + 4:  # "the "
            return ()
        outlet = self._outlets[number]
        is_staff = STAFF.match(self.scene.text, outlet.span.end, mention.end) is not None
        return (Via(outlet.name, "of the staff of", outlet.span),) if is_staff else ()

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

    def shared(self, i: int) -> tuple[Setting, int] | None:
        """The occasion with several speakers, a forum or a transcript, that a quotation's section names before it or
        soon after it, and the paragraph where."""
        here = self.paragraphs[i]
        same = (found for found in self._shared if self.sections[found[1]] == self.sections[here])
        found = next((found for found in same if here - LONG <= found[1] <= here + SOON), None)
        return found if found is None or found[0].via or self._in_session(i) else None

    def _in_session(self, i: int) -> bool:
        """Whether one who is quoted where a court sits is one of the court."""
        mention, identity = self.attributions[i].mention, self.identities[i]
        role = identity.role if identity is not None else None
        return mention is not None and IN_SESSION.search(f"{mention.span.of(self.scene.text)} {role}") is not None

    def takes_up_shared(self, i: int) -> bool:
        """The words beside the quotation name the occasion again: "told the forum"."""
        attribution = self.attributions[i]
        if attribution.mention is None:
            return False
        words = attributive_words(self.scene, attribution, frame_of(self.scene, attribution), self.mentions)
        return AGAIN.search(words) is not None

    def _shared_occasions(self) -> list[tuple[Setting, int]]:
        found = []
        for sentence in self.scene.analysis.sentences:
            span = Span(sentence.start, sentence.end)
            via = tuple(v for v in self.outlets_in(span) if v.relation in SHARED and v.name != self.outlet)
            words = outside_words(self.scene, span)
            if via:
                medium: Medium | None = "debate" if "debate" in words else "broadcast" if on_air(via) else None
                found.append((Setting(via, medium), sentence.paragraph))
            elif SESSION.search(words):
                found.append((Setting(medium="testimony"), sentence.paragraph))
            elif TRANSCRIPT.search(words) and (before := self._outlets_just_before(sentence)):
                found.append((Setting(before, "broadcast" if on_air(before) else None), sentence.paragraph))
        return found

    def _outlets_just_before(self, sentence: Sentence) -> tuple[Via, ...]:
        first = max(0, sentence.paragraph - SOON)
        return tuple(self.outlets_in(Span(self.scene.analysis.paragraphs[first].start, sentence.start))[-1:])

    def _retold(self) -> tuple[Via, ...]:
        """The outlet whose report the article retells, where its first paragraphs say so; never its own."""
        for outlet in self._outlets:
            if outlet.name == self.outlet:
                continue
            token = self.scene.token_at(outlet.span.start)
            if self.scene.paragraph_of(outlet.span.start) > SOON or token is None:
                break
            if self.scene.quoted_by[token.index] < 0 and retells(self.scene.text, outlet):
                return (Via(outlet.name, "ran", outlet.span),)
        return ()

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


def _sections(scene: Scene) -> list[int]:
    """The section that each paragraph stands in, where a page of news in short is divided by lines or by hours."""
    number, sections = 0, []
    for paragraph in scene.analysis.paragraphs:
        number += DIVIDER.fullmatch(paragraph.of(scene.text).strip()) is not None
        sections.append(number)
    return sections
