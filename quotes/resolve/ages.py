"""People meant by their age: "the 54-year-old"."""

import re
from collections.abc import Sequence

from quotes.resolve.characters import Characters, Person
from quotes.resolve.namings import NameMention
from quotes.resolve.phrases import Phrase
from quotes.scene import Scene

OLD = re.compile(r"\b(\d{1,3})[-‑ ]years?[-‑ ]old\b")
BEHIND = re.compile(r",? \(?(?:aged? |who is |(?:is |was )?an? )?(\d{1,3})(?:[-‑ ]years?[-‑ ]old\b|(?=[,.;)]))")
BEFORE = re.compile(r"\b(\d{1,3})[-‑ ]years?[-‑ ]old(?: [\w’'-]+){0,4},? \Z")
REACH = 60  # characters before a name in which its bearer's age may stand


def of_age(scene: Scene, characters: Characters, phrase: Phrase) -> tuple[bool, Person | None]:
    """Whether a mention tells an age, and the one person to whom the article gives that age."""
    told = OLD.search(scene.text, phrase.span.start, phrase.span.end)
    if told is None:
        return False, None
    fitting = [p for p in characters.people if told.group(1) in _ages(scene, p.mentions)]
    return True, fitting[0] if len(fitting) == 1 else None


def _ages(scene: Scene, mentions: Sequence[NameMention]) -> set[str]:
    ages = set()
    for mention in mentions:
        behind = BEHIND.match(scene.text, mention.end)
        before = BEFORE.search(scene.text, max(0, mention.start - REACH), mention.start)
        ages |= {found.group(1) for found in (behind, before) if found is not None}
    return ages
