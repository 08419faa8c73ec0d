"""Whose a noun is: "Ann Lee's pledge", "her pledge", "a pledge by Ann Lee"."""

from collections.abc import Iterator, Mapping

from quotes.lexicon import words
from quotes.scene import Scene

OWNED = "owned "  # before a noun's lemma, the key of how often those whose it is are a source
NOT_OWNED = -9.0
_CONTENTS = frozenset(("acl", "ccomp", "nmod", "appos", "parataxis", "dep"))
_UNSEEN, _UNSEEN_SPEECH = -2.5, -1.5


def owners_of(scene: Scene, noun: int) -> Iterator[int]:
    """The head words of those whose the noun is."""
    for child in scene.children[noun]:
        relation = scene.tokens[child].deprel
        if relation == "nmod:poss" or (relation == "nmod" and _is_after_by(scene, child)):
            yield child


def owned_by(scene: Scene, index: int) -> int | None:
    """The common noun that belongs to the word."""
    token = scene.tokens[index]
    if token.head < 0 or scene.tokens[token.head].upos != "NOUN":
        return None
    return token.head if index in owners_of(scene, token.head) else None


def says_more(scene: Scene, noun: int) -> bool:
    """The noun goes on to what it is about: "her pledge to …", "his claim that …", "their fear of …"."""
    return any(c > noun and scene.tokens[c].deprel in _CONTENTS for c in scene.children[noun])


def owned_strength(scene: Scene, noun: int, strengths: Mapping[str, float]) -> float:
    """How often those whose the noun is are a source in the training articles, log-odds."""
    lemma = scene.tokens[noun].lemma.lower()
    return strengths.get(OWNED + lemma, _UNSEEN_SPEECH if lemma in words("reporting_nouns") else _UNSEEN)


def _is_after_by(scene: Scene, index: int) -> bool:
    before = (scene.tokens[c] for c in scene.children[index])
    return any(word.deprel == "case" and word.text.lower() == "by" for word in before)
