"""People meant by their age: "the 54-year-old"."""

import re
from collections.abc import Sequence

from quotes.domain import Span
from quotes.resolve.characters import Characters, Person
from quotes.resolve.namings import NameMention
from quotes.resolve.phrases import Phrase
from quotes.scene import Scene

OLD = re.compile(r"\b(\d{1,3})[-‑ ]years?[-‑ ]old\b")
BEHIND = re.compile(r",? \(?(?:aged? |who is |(?:is |was )?an? )?(\d{1,3})(?:[-‑ ]years?[-‑ ]old\b|(?=[,.;)]))")
BEFORE = re.compile(r"\b(\d{1,3})[-‑ ]years?[-‑ ]old(?: [\w’'-]+){0,4},? \Z")
REACH = 60  # characters before a name in which its bearer's age may stand


def of_age(scene: Scene, characters: Characters, phrase: Phrase) -> list[Person]:
    """Whom a mention that tells an age can mean: the people to whom the article gives that age, or else those of whom
    it tells none; empty for a mention without one, and for "a 54-year-old"."""
    told = OLD.search(scene.text, phrase.span.start, phrase.span.end)
    if told is None or phrase.opening != "the":
        return []
    ages = {id(p): _ages(scene, p.mentions) for p in characters.people}
    fitting = [p for p in characters.people if told.group(1) in ages[id(p)]]
    return fitting or [p for p in characters.people if not ages[id(p)]]


def ages_of(scene: Scene, person: Person) -> set[str]:
    """The ages that the article gives somebody."""
    return _ages(scene, person.mentions)


def _ages(scene: Scene, mentions: Sequence[NameMention]) -> set[str]:
    ages = set()
    for mention in mentions:
        if (behind := BEHIND.match(scene.text, mention.end)) is not None:
            ages.add(behind.group(1))
        before = BEFORE.search(scene.text, max(0, mention.start - REACH), mention.start)
        if before is not None and not _holds_verb(scene, before.end(1), mention.start):
            ages.add(before.group(1))
    return ages


def _holds_verb(scene: Scene, start: int, end: int) -> bool:
    first, last = scene.token_range(Span(start, end))
    return any(t.upos in ("VERB", "AUX") for t in scene.tokens[first:last])
