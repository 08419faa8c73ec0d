"""Indirect speech: candidate reports, each a cue with the stretch of content that hangs on it.

A candidate is read off the dependency tree: the clause or noun phrase that a verb or a noun of speech governs ("said
that …", "called for …"), the sentence around an inserted "he said", and what "according to" speaks for. Which of them
report anything is decided by a classifier over named features (`quotes.find.report_features`).
"""

from dataclasses import dataclass
from typing import Literal

from quotes.domain import Span
from quotes.lexicon import words
from quotes.scene import Scene

Tie = Literal["clause", "open clause", "object", "phrase", "inserted", "according to", "noun's clause"]

MOST_WORDS = 90

_CLAUSES: dict[str, Tie] = {"ccomp": "clause", "csubj": "clause", "xcomp": "open clause"}
_PHRASES: dict[str, Tie] = {"obj": "object", "obl": "phrase", "advcl": "open clause"}
_ACCORDING = frozenset(("according", "accord", "per"))


@dataclass(frozen=True, slots=True)
class Report:
    """A cue, its source where it has one, and the words reported."""

    cue: int  # token of the verb, the noun, or the preposition of "according to"
    source: int | None  # head word of the source
    tie: Tie
    content_head: int
    content: tuple[Span, ...]  # one stretch, or two around an inserted cue
    first: int  # tokens [first, last) cover the content
    last: int


def find_reports(scene: Scene) -> list[Report]:
    """All candidate reports outside quotations, in order of their cues."""
    found: list[Report] = []
    for token in scene.tokens:
        if scene.quoted_by[token.index] >= 0:
            continue
        if token.deprel.split(":")[0] in ("obl", "nmod") and _according(scene, token.index) is not None:
            found.extend(_according_report(scene, token.index))
        elif token.upos in ("VERB", "AUX", "ADJ"):
            found.extend(_reports_of(scene, token.index))
        elif token.upos == "NOUN" and token.lemma.lower() in words("reporting_nouns"):
            found.extend(_noun_reports(scene, token.index))
    return [r for r in found if r.last - r.first <= MOST_WORDS]


def _reports_of(scene: Scene, verb: int) -> list[Report]:
    tokens = scene.tokens
    source = find_subject(scene, verb)
    found: list[Report] = []
    if tokens[verb].deprel == "parataxis" and source is not None and tokens[verb].head >= 0:
        found.extend(_inserted(scene, verb, source))
    for child in scene.children[verb]:
        relation = tokens[child].deprel.split(":")[0]
        tie = _CLAUSES.get(relation) or _PHRASES.get(relation)
        if relation == "parataxis" and child > verb and tokens[child].upos in ("VERB", "AUX"):
            tie = "clause"
        if (tie is not None and tokens[verb].upos != "ADJ") or tie in ("clause", "open clause"):
            found.extend(_report(scene, verb, source, tie, child))
    return found


def _noun_reports(scene: Scene, noun: int) -> list[Report]:
    """ "his claim that …", "a warning of …"."""
    owner = next((c for c in scene.children[noun] if scene.tokens[c].deprel == "nmod:poss"), None)
    found: list[Report] = []
    for child in scene.children[noun]:
        if scene.tokens[child].deprel.split(":")[0] in ("acl", "ccomp", "nmod") and child > noun:
            found.extend(_report(scene, noun, owner, "noun's clause", child))
    return found


def _report(scene: Scene, cue: int, source: int | None, tie: Tie, head: int) -> list[Report]:
    first, last = subtree(scene, head)
    first, last = _trim(scene, first, last)
    if last <= first or first <= cue < last:
        return []
    span = Span(scene.tokens[first].start, scene.tokens[last - 1].end)
    return [Report(cue, source, tie, head, (span,), first, last)]


def _inserted(scene: Scene, verb: int, source: int) -> list[Report]:
    """The words around ", he said," up to the ends of their sentence."""
    sentence = scene.analysis.sentences[scene.tokens[verb].sentence]
    low, high = subtree(scene, verb)
    return _around(
        scene, verb, source, "inserted", scene.tokens[verb].head, (sentence.first, sentence.last), (low, high)
    )


def _according_report(scene: Scene, source: int) -> list[Report]:
    governor = scene.tokens[source].head
    cue = _according(scene, source)
    if governor < 0 or cue is None:
        return []
    low, high = subtree(scene, source)
    first, last = subtree(scene, governor)
    return _around(scene, cue, source, "according to", governor, (first, last), (low, high))


def _around(
    scene: Scene, cue: int, source: int, tie: Tie, head: int, outer: tuple[int, int], inner: tuple[int, int]
) -> list[Report]:
    """What `outer` holds before and after `inner`, punctuation at the edges left out."""
    parts = [_trim(scene, outer[0], inner[0]), _trim(scene, inner[1], outer[1])]
    parts = [(a, b) for a, b in parts if b > a]
    if not parts:
        return []
    spans = tuple(Span(scene.tokens[a].start, scene.tokens[b - 1].end) for a, b in parts)
    return [Report(cue, source, tie, head, spans, parts[0][0], parts[-1][1])]


def find_subject(scene: Scene, verb: int) -> int | None:
    """The verb's subject or agent, or that of the verb it is coordinated with or opens on, three steps up."""
    index = verb
    for _ in range(4):
        for child in scene.children[index]:
            if scene.tokens[child].deprel in ("nsubj", "obl:agent") or (
                scene.tokens[child].deprel == "nsubj:pass" and index == verb
            ):
                return child
        above, relation = scene.tokens[index].head, scene.tokens[index].deprel.split(":")[0]
        if above < 0:
            return None
        if relation == "acl":
            return above
        if relation not in ("conj", "xcomp", "advcl", "parataxis"):
            return None
        index = above
    return None


def _according(scene: Scene, index: int) -> int | None:
    """The "according" (or "per") that marks the word."""
    return next(
        (
            c
            for c in scene.children[index]
            if scene.tokens[c].deprel == "case" and scene.tokens[c].text.lower() in _ACCORDING
        ),
        None,
    )


def subtree(scene: Scene, head: int) -> tuple[int, int]:
    """The tokens from the leftmost to the rightmost word below (and with) the head, as `[first, last)`."""
    low = high = head
    stack = [head]
    while stack:
        index = stack.pop()
        low, high = min(low, index), max(high, index)
        stack.extend(scene.children[index])
    return low, high + 1


def _trim(scene: Scene, first: int, last: int) -> tuple[int, int]:
    while first < last and scene.tokens[first].upos == "PUNCT":
        first += 1
    while last > first and scene.tokens[last - 1].upos == "PUNCT":
        last -= 1
    return first, last
