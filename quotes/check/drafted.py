"""A draft's quotation as it is checked."""

import re
from dataclasses import dataclass

from quotes.check.speakers import Speaker
from quotes.check.utterances import speaker_of
from quotes.check.words import Word, find_ellipses, split_words
from quotes.domain import AttributedQuotation, Kind, ParsedArticle, Span, covering

_LEADS_ON = re.compile(
    r"[^\W_][)\]]?\s+[\"'“”‘’«»‹›„‚]+$"
)  # a word before the opening mark, rather than a colon or nothing
_INTERRUPTED = re.compile(r",[\"'”’»]+[^.!?\n]{2,100},\s*[\"'“‘«]+")
_SENTENCE = re.compile(r"[.!?…][\"'”’»)]*\s+(?=[\"'“‘«(]*[A-Z])|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Drafted:
    """The words of a quotation in a draft, and what is told of them there. Stretches of one group are one."""

    text: str  # of the draft
    spans: tuple[Span, ...]  # without quotation marks
    is_fragment: bool  # words within the outlet's own sentence, whose ends need not be the speaker's
    speaker: Speaker
    words: tuple[Word, ...]
    ellipses: frozenset[int]  # before which words they stand
    around: frozenset[str] = frozenset()  # the draft's own words in the same sentence

    @property
    def span(self) -> Span:
        return covering(self.spans)

    @property
    def said(self) -> str:
        """The words as they stand, without what interrupts them."""
        return " … ".join(" ".join(span.of(self.text).split()) for span in self.spans)

    @property
    def own_words(self) -> int:
        """How many are said to be the speaker's."""
        return sum(not word.is_editors for word in self.words)


def draft_of(text: str, spans: tuple[Span, ...], kind: Kind = "direct", speaker: Speaker | None = None) -> Drafted:
    """A quotation that stands at these places, without its marks."""
    words = split_words(text, spans)
    span = covering(spans)
    is_fragment = kind == "mixed" and _LEADS_ON.search(text, 0, span.start) is not None
    return Drafted(
        text, spans, is_fragment, speaker or Speaker(), words, find_ellipses(text, spans, words), _around(text, span)
    )


def drafts_in(parsed: ParsedArticle) -> list[Drafted]:
    """All quotations of a draft between marks, in order; what stands inside another comes with it."""
    runs: list[list[AttributedQuotation]] = []
    for found in parsed.quotations:
        if found.quotation.kind == "indirect" or found.quotation.parent is not None:
            continue
        if runs and _goes_on(parsed.article.text, runs[-1][-1], found):
            runs[-1].append(found)
        else:
            runs.append([found])
    return [_draft_of(parsed.article.text, run) for run in runs]


def _goes_on(text: str, one: AttributedQuotation, other: AttributedQuotation) -> bool:
    """Whether they are one quotation: over several paragraphs, or in one sentence that the attribution interrupts."""
    if one.quotation.group is not None and one.quotation.group == other.quotation.group:
        return True
    between = text[one.quotation.content.end - 1 : other.quotation.content.start]
    same = speaker_of(one).is_known and speaker_of(one).same_as(speaker_of(other))
    return same and bool(_INTERRUPTED.fullmatch(between)) and other.quotation.content.of(text)[:1].islower()


def _draft_of(text: str, found: list[AttributedQuotation]) -> Drafted:
    spans = tuple(span for one in found for span in one.quotation.parts or (one.quotation.content,))
    speakers = [speaker_of(one) for one in found]
    speaker = next((one for one in speakers if one.is_known), speakers[0])
    return draft_of(text, spans, found[0].quotation.kind, speaker)


def _around(text: str, span: Span) -> frozenset[str]:
    """The words of the sentence around a quotation, without its own."""
    ends = [found.end() for found in _SENTENCE.finditer(text, 0, span.start)]
    start = ends[-1] if ends else 0
    behind = _SENTENCE.search(text, span.end)
    end = behind.start() if behind else len(text)
    return frozenset(word.key for word in split_words(text, (Span(start, span.start), Span(span.end, end))))
