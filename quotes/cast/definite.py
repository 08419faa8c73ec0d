"""Definite nouns: "the mayor", "the New York businessman", "the source", "the agency"."""

from dataclasses import replace

from quotes.cast.antecedents import Antecedent, antecedents, chances, is_body_noun, weights
from quotes.cast.characters import Person
from quotes.cast.epithets import may_hold
from quotes.cast.identity import Identity
from quotes.cast.noun_phrase import noun_phrase
from quotes.cast.phrases import Phrase
from quotes.cast.reading import Reading
from quotes.domain import Span
from quotes.lexicon import table

ENOUGH = 0.5  # how likely somebody has to be meant, to be named
ENOUGH_BODY = 0.42  # the same of a body
NEAR = 3  # sentences before a noun within which somebody named may be meant by it


def definite_noun(reading: Reading, phrase: Phrase) -> Identity | None:
    """A definite noun for one person or body: the likeliest antecedent, or nobody whom the article names."""
    if not is_definite(phrase):
        return None
    found = antecedents(reading, phrase)
    likely = chances(found, weights())
    best = max(range(len(found)), key=likely.__getitem__)
    who = found[best].who
    if isinstance(who, Span):
        return reading.unnamed(noun_phrase(reading.scene, who), "taken up again from where it was brought in", who)
    if who is None or likely[best] < (ENOUGH if isinstance(who, Person) else ENOUGH_BODY):
        unnamed = reading.unnamed(phrase.span, "the article ties the description to no name")
        return replace(unnamed, untied=_is_untied(reading, phrase))
    reason = f"the likeliest that the noun means: {_strongest(found[best])}"
    if isinstance(who, Person):
        return replace(reading.person(who, reason), chance=likely[best])
    antecedent = who.places[0].span
    return Identity("organization", who.name, reason=reason, antecedent=antecedent, chance=likely[best])


def _is_untied(reading: Reading, phrase: Phrase) -> bool:
    """Nobody named near it can be what the noun says, as far as the article tells."""
    if is_body_noun(reading, phrase) or phrase.noun in table("epithets"):
        return False
    near = reading.pronouns.people_near(phrase.head, NEAR)
    return not any(may_hold(person, phrase.noun, reading.roles) for person in near)


def is_definite(phrase: Phrase) -> bool:
    return phrase.form != "pronoun" and phrase.definite and not phrase.plural


def _strongest(antecedent: Antecedent) -> str:
    """The two features that speak most for it."""
    worth = {name: weights().get(name, 0.0) * value for name, value in antecedent.row.items()}
    return ", ".join(sorted((n for n in worth if worth[n] > 0), key=lambda n: -worth[n])[:2])
