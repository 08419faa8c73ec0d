"""Whether an article brings somebody in without a name, before it speaks of the same one again.

"The" tells that the reader knows whom: an aide, who was brought in before ("an aide said …"), or somebody whom the
article names. So "the official" with no official before it is one of those named, even where nothing tells which.
"""

from quotes.cast.nouns import is_person_word
from quotes.cast.phrases import Phrase, singular
from quotes.domain import Span, Token
from quotes.lexicon import table
from quotes.scene import Scene

KNOWN = frozenset(("the", "this", "that", "these", "those"))
IN_A_NAME = ("appos", "compound", "flat")


def is_named_elsewhere(scene: Scene, phrase: Phrase, noun: str, antecedent: Span | None) -> bool:
    """Whether "the official", or "he" after it, must be somebody whom the article has named: it names people before,
    and brought no such one in without a name."""
    place = antecedent.start if antecedent is not None else phrase.span.start
    token = scene.token_at(place)
    if token is None or table("bare_source_words").get(noun) == "noun":
        return False
    head = token if antecedent is not None else scene.tokens[phrase.head]
    if not _is_known(scene, head) or not is_person_word(head):
        return False
    people = (e for e in scene.analysis.entities if e.type == "PERSON" and e.first < head.index)
    named = any(scene.quoted_by[e.first] < 0 for e in people)
    return named and not any(_brings_in(scene, t) for t in scene.tokens[: head.index] if singular(t) == noun)


def _is_known(scene: Scene, head: Token) -> bool:
    return not KNOWN.isdisjoint(scene.tokens[c].text.lower() for c in scene.children[head.index])


def _brings_in(scene: Scene, token: Token) -> bool:
    """A noun of its own after "a", a number or an owner, or bare: neither part of a name nor said of a name."""
    if token.upos != "NOUN" or _is_known(scene, token):
        return False
    children = [scene.tokens[c] for c in scene.children[token.index]]
    if any(c.deprel == "cop" or (c.upos == "PROPN" and c.deprel in IN_A_NAME) for c in children):
        return False
    above = scene.tokens[token.head] if token.head >= 0 else None
    return above is None or token.deprel not in IN_A_NAME or above.upos != "PROPN"
