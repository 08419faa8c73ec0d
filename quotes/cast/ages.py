"""People meant by their age: "the 54-year-old"."""

import re

from quotes.cast.characters import Characters, Person
from quotes.cast.phrases import Phrase
from quotes.scene import Scene

OLD = re.compile(r"\b(\d{1,3})[-‑ ]years?[-‑ ]old\b")


def of_age(scene: Scene, characters: Characters, phrase: Phrase) -> list[Person]:
    """Whom a mention that tells an age can mean: the people to whom the article gives that age, or else those of whom
    it tells none; empty for a mention without one, and for "a 54-year-old"."""
    told = OLD.search(scene.text, phrase.span.start, phrase.span.end)
    if told is None or phrase.opening != "the":
        return []
    fitting = [p for p in characters.people if told.group(1) in p.ages]
    return fitting or [p for p in characters.people if not p.ages]
