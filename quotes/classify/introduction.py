"""Whether an article brings somebody in without a name, before it speaks of the same one again.

"The" tells that the reader knows whom: an aide, who was brought in before ("an aide said …"), or somebody whom the
article names. So "the official" with no official before it is one of those named, even where nothing tells which.
"""

import re

from quotes.cast.nouns import is_person_word
from quotes.cast.phrases import Phrase, singular
from quotes.domain import Span, Token
from quotes.lexicon import table, word_class
from quotes.lexicon import words as word_list
from quotes.scene import Scene

OF_ONE_OF_THEM = re.compile(r"\bof (?:a|an|another|(?:one|two|some|several) of) \w", re.IGNORECASE)  # of victims
KNOWN = word_class("pointing_words")
IN_A_NAME = ("appos", "compound", "flat")


def is_named_elsewhere(scene: Scene, phrase: Phrase, noun: str, antecedent: Span | None) -> bool:
    """Whether "the official", or "he" after it, must be somebody whom the article has named: it names people before,
    and brought no such one in without a name."""
    place = antecedent.start if antecedent is not None else phrase.span.start
    token = scene.token_at(place)
    if token is None or table("bare_source_words").get(noun) == "noun":
        return False
    if antecedent is None and OF_ONE_OF_THEM.search(phrase.span.of(scene.text)):
        return False  # "the mother of one of the victims"
    head = token if antecedent is not None else scene.tokens[phrase.head]
    people = (e for e in scene.analysis.entities if e.type == "PERSON" and e.first < head.index)
    if not is_person_word(head) or all(scene.quoted_by[e.first] >= 0 for e in people):
        return False
    if phrase.form == "pronoun" and not _speaks(scene, head):
        return True  # "he", of somebody who is only spoken of
    return _is_known(scene, head) and not any(
        singular(t) == noun and _brings_in(scene, t) for t in scene.tokens[: head.index]
    )


def _speaks(scene: Scene, head: Token) -> bool:
    """As a subject of saying, or as one more of those who do: "another investor disagreed"."""
    verb = scene.tokens[head.head] if head.head >= 0 and head.deprel.startswith("nsubj") else None
    is_one_more = any(scene.tokens[c].text.lower() == "another" for c in scene.children[head.index])
    return verb is not None and (is_one_more or verb.lemma.lower() in word_list("reporting_verbs"))


def _is_known(scene: Scene, head: Token) -> bool:
    return not KNOWN.isdisjoint(scene.tokens[c].text.lower() for c in scene.children[head.index])


def _brings_in(scene: Scene, token: Token) -> bool:
    """A noun of its own after "a", a number or an owner, or bare: neither part of a name nor said of one."""
    beside = [scene.tokens[c] for c in scene.children[token.index]]
    if token.upos != "NOUN" or _is_known(scene, token) or any(t.deprel == "cop" for t in beside):
        return False
    named = any(t.upos == "PROPN" and t.deprel in IN_A_NAME for t in beside)
    return not named and (token.deprel not in IN_A_NAME or scene.tokens[token.head].upos != "PROPN")
