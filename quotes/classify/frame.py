"""The words around a quotation that tell of its utterance, not of its content."""

from collections.abc import Sequence

from quotes.cast.phrases import RELATIVE
from quotes.domain import Attribution, Span
from quotes.lexicon import table
from quotes.scene import Scene

REACH = 14  # words after the cue or the quotation that may go with the cue


def frame_of(scene: Scene, attribution: Attribution) -> Span:
    """The sentences of the quotation, its mention and its cue."""
    spans = [attribution.quotation.span]
    spans += [s.span for s in (attribution.mention, attribution.cue) if s is not None]
    low, high = min(s.start for s in spans), max(s.end for s in spans)
    sentences = [s for s in scene.analysis.sentences if s.start < high and low < s.end]
    if not sentences:
        return Span(low, high)
    return Span(min(low, sentences[0].start), max(high, sentences[-1].end))


def attributive_words(scene: Scene, attribution: Attribution, frame: Span, mentions: Sequence[Span]) -> str:
    """The cue's words, what opens the sentence before the mention ("In a statement, …"), what stands between the
    mention and the cue ("took to Twitter to accuse"), and the phrases right after cue, mention and quotation ("… in an
    interview"), outside quotation marks and not beyond another speaker's mention."""
    mention, cue, quotation = attribution.mention, attribution.cue, attribution.quotation.span
    parts = [] if cue is None else [cue.span.of(scene.text)]
    anchors = [s.span for s in (mention, cue) if s is not None]
    if not anchors:
        return " ".join(parts)
    limit = min(
        (m.start for m in mentions if m.start > max(a.end for a in anchors) and m.start < frame.end), default=frame.end
    )
    first, _ = scene.token_range(Span(frame.start, frame.end))
    before = min(a.start for a in anchors)
    opening = _unquoted(scene, first, scene.token_range(Span(before, before + 1))[0])
    if opening and _opener(opening[0]) == "opens":
        parts.append(" ".join(opening))
    if mention is not None and cue is not None and mention.span.end < cue.span.start:
        between = _unquoted(scene, *scene.token_range(Span(mention.span.end, cue.span.start)))
        told_of_verb = between[:1] != [","] or (len(between) > 1 and _opener(between[1]) == "opens")  # no apposition
        if told_of_verb and len(between) <= REACH and RELATIVE.isdisjoint(w.lower() for w in between):
            parts.append(" ".join(between))
    for end in (max(a.end for a in anchors), quotation.end):
        start, stop = scene.token_range(Span(end, limit))
        following = _unquoted(scene, start, min(stop, start + REACH))
        if following and (_opener(following[0]) is not None or following[0].endswith("day")):
            parts.append(" ".join(following))
        elif following and cue is not None and (end == cue.span.end or end <= cue.span.start):
            parts.append(f"{cue.span.of(scene.text)} {' '.join(following[:7])}")  # "told a cheering crowd"
    return " | ".join(parts)


def _opener(word: str) -> str | None:
    return table("setting_openers").get(word.lower())


def outside_words(scene: Scene, span: Span) -> str:
    """The words of a span outside quotation marks."""
    return " ".join(_unquoted(scene, *scene.token_range(span)))


def _unquoted(scene: Scene, first: int, last: int) -> list[str]:
    words: list[str] = []
    for i in range(first, last):
        if scene.quoted_by[i] < 0:
            words.append(scene.tokens[i].text)
        elif words:
            break
    return words
