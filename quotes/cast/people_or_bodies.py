"""Nouns for companies and for single people alike ("developer", "publisher"): when a person is meant."""

from quotes.domain import Token
from quotes.lexicon import word_class
from quotes.lexicon import words as word_list
from quotes.scene import Scene

INDEFINITE = word_class("indefinite_articles")


def is_one_person(scene: Scene, index: int) -> bool:
    """Whether a noun that may be a company's is a person's: brought in without being named ("one developer"), with
    what only people are or do ("the senior developer", "the developer who left"), or taken up again from there."""
    token = scene.tokens[index]
    if not _may_be_either(token):
        return False
    if _is_indefinite(scene, index) or _is_personal(scene, index):
        return True
    before = (t for t in scene.tokens[:index] if t.text == token.text and scene.quoted_by[t.index] < 0)
    return any(_is_personal(scene, t.index) for t in before)


def _may_be_either(token: Token) -> bool:
    return token.xpos == "NN" and token.text in word_list("people_or_bodies")


def _is_indefinite(scene: Scene, index: int) -> bool:
    return any(scene.tokens[c].text.lower() in INDEFINITE for c in scene.children[index])


def _is_personal(scene: Scene, index: int) -> bool:
    tokens = scene.tokens
    told = any(tokens[c].text.lower() in word_list("personal_adjectives") for c in scene.children[index])
    after = [t.text.lower() for t in tokens[index + 1 : index + 3]]
    return told or after[:1] == ["who"] or after == [",", "who"]
