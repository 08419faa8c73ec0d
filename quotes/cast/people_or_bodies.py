"""Nouns for companies and for single people alike ("developer", "publisher"): when a person is meant."""

from quotes.lexicon import word_class
from quotes.lexicon import words as word_list
from quotes.scene import Scene


def is_one_person(scene: Scene, index: int) -> bool:
    """Whether a noun that may be a company's is a person's: brought in without being named ("one developer"), or with
    what only people are or do ("the senior developer", "the developer who left"), or taken up again from there."""
    token, tokens = scene.tokens[index], scene.tokens
    if token.xpos != "NN" or token.text not in word_list("people_or_bodies"):
        return False
    indefinite = any(tokens[c].text.lower() in word_class("indefinite_articles") for c in scene.children[index])
    same = (t.index for t in tokens[: index + 1] if t.text == token.text and scene.quoted_by[t.index] < 0)
    return indefinite or any(_is_personal(scene, i) for i in same)


def _is_personal(scene: Scene, index: int) -> bool:
    children = (scene.tokens[c].text.lower() for c in scene.children[index])
    after = [t.text.lower() for t in scene.tokens[index + 1 : index + 3]]
    return "who" in after or any(word in word_list("personal_adjectives") for word in children)
