"""People brought in without a name and named further down: "A farmer held up a photograph … The farmer, John Doe, had
been waiting". "The man, John Doe," may be anybody of whom was told."""

from collections.abc import Sequence

from quotes.cast.characters import Person
from quotes.cast.descriptions import brought_in
from quotes.cast.epithets import ANYBODY, taken_up
from quotes.cast.roles import Role
from quotes.scene import Scene

PARAGRAPHS = 2  # between the first description and the name, at most


def named_later(scene: Scene, roles: Sequence[Role]) -> dict[int, Person]:
    """Where somebody is brought in without a name, to the person whom "the NOUN, NAME," below first names."""
    found: dict[int, Person] = {}
    for role in roles:
        first, last = scene.token_range(role.span)
        opening = scene.tokens[first - 1].text.lower() if first else ""
        name = min(m.start for m in role.person.mentions)
        if opening != "the" or last - first != 1 or not 0 <= name - role.span.end <= 2:
            continue
        noun = scene.tokens[last - 1]
        again = taken_up(scene, noun, roles) if noun.text.lower() not in ANYBODY else None
        spans = [brought_in(scene, first, role.noun, roles), again]
        start = max((s.start for s in spans if s is not None), default=None)
        first_word = scene.token_at(start) if start is not None else None
        if start is None or first_word is None or brought_in(scene, first_word.index, role.noun, roles) is not None:
            continue  # nobody, or a second one of whom the noun was said
        if scene.paragraph_of(noun.start) - scene.paragraph_of(start) <= PARAGRAPHS:
            found[start] = role.person
    return found
