"""Indirect speech: candidate reports, each a cue with the stretch of content that hangs on it.

A candidate is read off the dependency tree: the clause or noun phrase that a verb or a noun of speech governs ("said
that …", "called for …"), the sentence around an inserted "he said", and what "according to" speaks for, each in
several extents (`quotes.find.extents`). Which of them report anything is decided by a classifier over named features
(`quotes.find.report_features`).
"""

from dataclasses import dataclass, replace
from typing import Literal

from quotes.domain import Span
from quotes.find.extents import BREAKS, Extent, find_extents, span_of, subtree, trim
from quotes.lexicon import words
from quotes.scene import Scene

Tie = Literal["clause", "open clause", "object", "phrase", "inserted", "according to", "noun's clause"]

_MANNERS_OF_TELLING = frozenset(("truth", "lie", "story", "tale", "joke", "time"))
_LONGEST_TIME = 4  # words of "the same evening"
MOST_WORDS = 90
MOST_WORDS_SET_OFF = 25  # of a reporting clause between commas

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
    extent: Extent = "whole"


def find_reports(scene: Scene) -> list[Report]:
    """All candidate reports whose cue stands outside quotations, in order of their cues."""
    found: list[Report] = []
    for token in scene.tokens:
        if scene.quoted_by[token.index] >= 0:
            continue
        if token.deprel.split(":")[0] in ("obl", "nmod") and _according(scene, token.index) is not None:
            found.extend(_according_reports(scene, token.index))
        elif token.upos in ("VERB", "AUX", "ADJ"):
            found.extend(_reports_of(scene, token.index))
        elif token.upos == "NOUN" and token.lemma.lower() in words("reporting_nouns"):
            found.extend(_noun_reports(scene, token.index))
    return [r for r in found if r.last - r.first <= MOST_WORDS and not _tells_nothing(scene, r)]


def _tells_nothing(scene: Scene, r: Report) -> bool:
    """What hangs on the cue is when it was said ("answered the same evening"), who heard it ("ordered the men home"),
    or what kind of telling it was ("told the truth")."""
    if r.tie not in ("object", "phrase"):
        return False
    cue, head = scene.tokens[r.cue], scene.tokens[r.content_head]
    lemma = head.lemma.lower()
    if r.tie == "phrase":
        return lemma in words("time_words") and head.deprel != "obl:agent" and r.last - r.first <= _LONGEST_TIME
    hears = cue.lemma.lower() in words("addressing_verbs")
    return lemma in words("time_words") or (hears and (lemma in words("person_nouns") or lemma in _MANNERS_OF_TELLING))


def _reports_of(scene: Scene, verb: int) -> list[Report]:
    tokens = scene.tokens
    source = find_subject(scene, verb)
    found: list[Report] = []
    if source is not None:
        parenthesis = tokens[verb].deprel == "parataxis" and tokens[verb].head >= 0
        found.extend(_inserted(scene, verb, source) if parenthesis else _set_off(scene, verb, source))
    for child in scene.children[verb]:
        relation = tokens[child].deprel.split(":")[0]
        tie = _CLAUSES.get(relation) or _PHRASES.get(relation)
        if relation == "parataxis" and child > verb and tokens[child].upos in ("VERB", "AUX"):
            tie = "clause"
        if (tie is not None and tokens[verb].upos != "ADJ") or tie in ("clause", "open clause"):
            found.extend(_reports(scene, verb, source, tie, child))
    return found + _raised(scene, verb, source)


def _noun_reports(scene: Scene, noun: int) -> list[Report]:
    """ "his claim that …", "a warning of …"."""
    owner = next((c for c in scene.children[noun] if scene.tokens[c].deprel == "nmod:poss"), None)
    found: list[Report] = []
    for child in scene.children[noun]:
        if scene.tokens[child].deprel.split(":")[0] in ("acl", "ccomp", "nmod") and child > noun:
            found.extend(_reports(scene, noun, owner, "noun's clause", child))
    return found


def _reports(scene: Scene, cue: int, source: int | None, tie: Tie, head: int) -> list[Report]:
    first, last = trim(scene, *subtree(scene, head))
    if first <= cue < last:
        return []
    extents = find_extents(scene, head)
    return [Report(cue, source, tie, head, (span_of(scene, a, b),), a, b, extent) for a, b, extent in extents]


def _raised(scene: Scene, verb: int, source: int | None) -> list[Report]:
    """ "expects her to win", "she is expected to win": the content's subject stands with the cue."""
    tokens = scene.tokens
    clause = next((c for c in scene.children[verb] if tokens[c].deprel in ("xcomp", "ccomp") and c > verb), None)
    if clause is None:
        return []
    first, last = trim(scene, *subtree(scene, clause))
    found: list[Report] = []
    for child in scene.children[verb]:
        low, high = subtree(scene, child)
        own = source
        if tokens[child].deprel in ("obj", "iobj") and verb < low and high <= first:
            spans: tuple[Span, ...] = (span_of(scene, low, last),)
        elif tokens[child].deprel == "nsubj:pass" and high <= verb:
            spans, own = (span_of(scene, low, high), span_of(scene, first, last)), None
        else:
            continue
        found.append(Report(verb, own, "open clause", clause, spans, low, last, "with its subject"))
    return found


def _inserted(scene: Scene, verb: int, source: int) -> list[Report]:
    """The words around ", he said," up to the ends of their sentence."""
    return _around_clause(scene, verb, source, scene.tokens[verb].head, subtree(scene, verb))


def _set_off(scene: Scene, verb: int, source: int) -> list[Report]:
    """The words beside a reporting clause that stands between commas or at the sentence's end, whatever the tree makes
    of it."""
    tokens = scene.tokens
    token = tokens[verb]
    if token.lemma.lower() not in words("reporting_verbs") or tokens[source].sentence != token.sentence:
        return []
    sentence = scene.analysis.sentences[token.sentence]
    first, last = subtree(scene, source)
    low, high = (min(first, verb), verb + 1) if first < verb else (verb, last)
    while low > sentence.first and tokens[low - 1].text not in BREAKS:
        low -= 1
    while high < sentence.last and tokens[high].upos != "PUNCT":
        high += 1
    closed = high >= sentence.last - 1 or tokens[high].text in BREAKS
    if low == sentence.first or not closed or high - low > MOST_WORDS_SET_OFF:
        return []
    head = token.head if token.head >= 0 else verb
    return [replace(r, extent="sentence") for r in _around_clause(scene, verb, source, head, (low, high))]


def _around_clause(scene: Scene, verb: int, source: int, head: int, clause: tuple[int, int]) -> list[Report]:
    sentence = scene.analysis.sentences[scene.tokens[verb].sentence]
    return _around(scene, verb, source, "inserted", head, (sentence.first, sentence.last), clause)


def _according_reports(scene: Scene, source: int) -> list[Report]:
    """What hangs on the word that "according to" belongs to, and the clauses that this word stands in."""
    cue = _according(scene, source)
    head = scene.tokens[source].head
    if cue is None:
        return []
    found: list[Report] = []
    while head >= 0:
        if not found or scene.tokens[head].upos in ("VERB", "AUX") or scene.tokens[head].head < 0:
            made = _around(scene, cue, source, "according to", head, subtree(scene, head), subtree(scene, source))
            found.extend(replace(r, extent="sentence") if found else r for r in made)
        head = scene.tokens[head].head
    return found


def _around(
    scene: Scene, cue: int, source: int, tie: Tie, head: int, outer: tuple[int, int], inner: tuple[int, int]
) -> list[Report]:
    """What `outer` holds before and after `inner`, punctuation at the edges left out."""
    parts = [trim(scene, outer[0], inner[0]), trim(scene, inner[1], outer[1])]
    parts = [(a, b) for a, b in parts if b > a]
    if not parts:
        return []
    return [Report(cue, source, tie, head, tuple(span_of(scene, a, b) for a, b in parts), parts[0][0], parts[-1][1])]


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
