"""Whether a noun that no list of kinds holds is one for a person."""

import re

from quotes.cast.nouns import PEOPLE, ends_as_agent, is_role
from quotes.cast.phrases import Phrase
from quotes.lexicon import table
from quotes.lexicon import words as word_list
from quotes.scene import Scene

OF_PERSON = re.compile(r"\b(?:ex-|former |retired )[\w-]|\d-year-old$")  # no text is called so


def is_person_noun(scene: Scene, phrase: Phrase, noun: str) -> bool:
    """Whether the head of a phrase, or the noun that it stands for, may be a person's: by a list of roles, by a
    person's ending, or as a name of a people or party after "a" ("another Muslim")."""
    token = scene.tokens[phrase.head]
    if is_role(token) or any(noun in word_list(listed) for listed in PEOPLE):
        return True
    if noun in table("epithets"):
        return True
    if OF_PERSON.search(phrase.span.of(scene.text)):
        return True
    if token.upos == "PROPN" and token.text[:1].isupper():
        return phrase.opening in table("openings")
    if phrase.form not in ("noun", "name"):
        return False
    return ends_as_agent(noun)
