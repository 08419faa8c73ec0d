"""Definite nouns for people: "the mayor", "the New York businessman", "the source"."""

from dataclasses import replace

from quotes.cast.characters import Person
from quotes.cast.descriptions import described_again, introduced, person_in_role
from quotes.cast.epithets import is_untied, taken_up
from quotes.cast.families import is_of_other_family
from quotes.cast.identity import Identity
from quotes.cast.noun_phrase import noun_phrase
from quotes.cast.nouns import noun_kind
from quotes.cast.phrases import Phrase
from quotes.cast.reading import Reading

NEAR = 3  # sentences before a description within which somebody named may be meant by it


def post_holder(reading: Reading, phrase: Phrase) -> Identity | None:
    """The one person to whom the article ties the post or role."""
    if not phrase.definite or phrase.plural:
        return None
    if noun_kind(phrase.noun, phrase.noun, False) in ("organization", "document", "poll", "place"):
        return None
    scene, roles = reading.scene, reading.roles
    tied = person_in_role(scene, phrase, roles, reading.nearest)
    brought_in = introduced(scene, phrase, roles)
    if tied is None or (brought_in is not None and brought_in.start > tied[1].span.start):
        return None
    person, role = tied
    if is_of_other_family(scene, reading.characters, reading.pronouns, phrase, role):
        return None
    other = taken_up(scene, scene.tokens[phrase.head], roles)
    if other is not None and not any(other.start < m.start < phrase.span.start for m in person.mentions):
        return None
    reason = f"the one person whom the article calls {role.noun or phrase.noun}"
    return reading.person(person, reason, None, role.span)


def same_speaker(reading: Reading, phrase: Phrase) -> Identity | None:
    """Whoever has just spoken, called by another noun."""
    person = reading.pronouns.who(phrase.head)
    if not phrase.definite or phrase.plural or not isinstance(person, Person):
        return None
    return reading.person(person, "the one who has just spoken, called by another noun")


def taken_up_again(reading: Reading, phrase: Phrase) -> Identity | None:
    """An unnamed source taken up from where it was brought in: "a driver … the driver"."""
    if not phrase.definite or phrase.plural:
        return None
    noun = reading.scene.tokens[phrase.head]
    brought_in = introduced(reading.scene, phrase, reading.roles) or taken_up(reading.scene, noun, reading.roles)
    if brought_in is None:
        return None
    span = noun_phrase(reading.scene, brought_in)
    return reading.unnamed(span, "taken up again from where it was brought in", brought_in)


def described_as_known(reading: Reading, phrase: Phrase) -> Identity | None:
    """A description of somebody in view in other words, or of nobody named."""
    if not phrase.definite or phrase.plural:
        return None
    person = described_again(reading.scene, phrase, reading.roles, reading.nearest)
    if person is not None:
        return reading.person(person, "the nearest person, described again")
    near = reading.pronouns.people_near(phrase.head, NEAR)
    untied = is_untied(reading.scene, phrase, reading.characters.names, near, reading.roles)
    return replace(reading.unnamed(phrase.span, "the article ties the description to no name"), untied=untied)
