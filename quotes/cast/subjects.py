"""The subject that "they" or "it" goes on about: an organisation, a group of people, a document."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from quotes.cast.identity import Identity
from quotes.cast.noun_phrase import noun_phrase, worded
from quotes.cast.nouns import is_person_word, noun_kind
from quotes.cast.organisations import Organisations
from quotes.cast.phrases import NEUTER, PARTS, Phrase
from quotes.domain import Span, Token
from quotes.scene import Scene

SUBJECTS = ("nsubj", "nsubj:pass", "obl:agent")
Kind = Callable[[Scene, Token], bool]


def subject_before(
    scene: Scene, organisations: Organisations, phrase: Phrase, latest: tuple[Identity, int] | None
) -> Identity | None:
    """Whichever was the subject last of an organisation, a group for "they", and a document for "it"; `latest` is who
    was quoted last, and in which paragraph."""
    subject = (document_before if phrase.noun in NEUTER else group_before)(scene, phrase.head)
    place = organisations.latest_subject(phrase.span.start, scene.tokens[phrase.head].sentence)
    if subject is not None and (place is None or place.span.start < subject.start):
        span = Span(subject.start, subject.end)
        wording = worded(scene, noun_phrase(scene, span))
        return Identity("unnamed", descriptor=wording, reason="the subject just before", antecedent=span)
    if (
        latest is not None
        and latest[0].kind == "organization"
        and (phrase.noun in NEUTER or next(_subjects_before(scene, phrase.head), None) is None)
        and scene.paragraph_of(phrase.span.start) <= latest[1] + 1
    ):
        return replace(latest[0], reason="the organisation that was quoted just before")
    if place is None:
        return None
    name, _ = organisations.fullest(place.name)
    why = "the organisation that was the subject just before"
    return Identity("organization", name, reason=why, antecedent=place.span)


def group_before(scene: Scene, pronoun: int) -> Token | None:
    """The head of the group that was the last subject, in the pronoun's sentence or the one before: "People familiar
    with the talks said … They described …"."""
    return _latest(scene, pronoun, _is_group)


def document_before(scene: Scene, pronoun: int) -> Token | None:
    """The same of a document: "The report came out on Monday. It says …"."""
    return _latest(scene, pronoun, _is_document)


def _latest(scene: Scene, pronoun: int, is_meant: Kind) -> Token | None:
    return next((t for t in _subjects_before(scene, pronoun) if is_meant(scene, t)), None)


def _subjects_before(scene: Scene, pronoun: int) -> Iterator[Token]:
    """Subjects before a pronoun outside quotations, the latest first; of the sentence before only the main clauses'."""
    here, before = scene.tokens[pronoun].sentence, None
    for token in reversed(scene.tokens[:pronoun]):
        if scene.quoted_by[token.index] >= 0 or token.upos == "PUNCT":
            continue
        if token.sentence != here:
            before = token.sentence if before is None else before
            if token.sentence != before:
                return
        if token.deprel not in SUBJECTS or token.upos == "PRON":
            continue
        clause = scene.tokens[token.head].deprel
        if token.sentence == here or clause in ("root", "conj", "parataxis"):
            yield token


def _is_group(scene: Scene, token: Token) -> bool:
    if token.text.lower() in PARTS:
        return token.text.lower() not in ("one", "another", "each", "none", "any")
    return token.xpos == "NNS" and (is_person_word(token) or token.text.lower() == "people")


def _is_document(scene: Scene, token: Token) -> bool:
    noun = token.lemma.lower()
    return token.xpos == "NN" and noun_kind(noun, noun, False) in ("document", "poll")
