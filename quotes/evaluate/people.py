"""The persons whom an article names, as the parser reads them, ready for the identity registry."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from quotes.cast.characters import Characters
from quotes.cast.kinds import kinds_of
from quotes.cast.namings import find_names
from quotes.cast.roles import find_roles
from quotes.domain import Analysis, Span
from quotes.find import find_stretches
from quotes.identity import Appearance
from quotes.identity.names import parse_name
from quotes.identity.surroundings import find_entities
from quotes.scene import Scene


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Somebody as one article shows them, and where it names them."""

    appearance: Appearance
    mentions: tuple[Span, ...]


def read_people(article_id: str, analysis: Analysis) -> list[NamedPerson]:
    """Everybody named in the text, quoted or not: all wordings of the name, and the roles that stand beside it."""
    scene = Scene(analysis, find_stretches(analysis))
    characters = Characters(scene, None, [], kinds_of(scene, find_names(scene)))
    roles = find_roles(scene, characters)
    entities = find_entities(analysis.text)
    found = []
    for person in characters.people:
        mentions = tuple(Span(mention.start, mention.end) for mention in person.mentions)
        if mentions:  # else the name stands in a headline outside the text
            names = order_names(mention.of(analysis.text) for mention in mentions)
            own = tuple(dict.fromkeys(role.text for role in roles if role.person is person))
            found.append(NamedPerson(Appearance(article_id, "person", names, own, (), entities), mentions))
    return found


def order_names(wordings: Iterable[str]) -> tuple[str, ...]:
    """Distinct wordings, the fullest first, then the commonest."""
    counts = Counter(" ".join(text.split()) for text in wordings)
    return tuple(sorted(counts, key=lambda text: (-len(parse_name(text).core), -counts[text], text)))
