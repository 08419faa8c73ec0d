"""How sure a name is: the chance that it is the speaker's, if the mention is of whoever spoke.

A logistic regression of named features, learnt and calibrated by `quotes train certainty` from the labels of gold
articles; its weights lie in `quotes/lexicon/name_certainty.tsv`.
"""

import math
from collections.abc import Mapping, Sequence

from quotes.cast.characters import Person
from quotes.cast.identity import Identity
from quotes.cast.phrases import Phrase
from quotes.cast.reading import Reading
from quotes.lexicon import table

ALWAYS = "always"  # the constant of the regression
FAR = 8  # sentences
# A name that is less certain is not given: the one policy for names. Whether there is a mention at all is decided
# before, by the threshold that the ranker of speakers learnt.
LEAST = 0.35

Features = dict[str, float]


def name_certainty(features: Mapping[str, float], weights: Mapping[str, float] | None = None) -> float:
    """The chance, from 0 to 1, that the name is right; features without a weight count for nothing."""
    weighing = {n: float(w) for n, w in table("name_certainty").items()} if weights is None else weights
    score = weighing.get(ALWAYS, 0.0) + sum(weighing.get(name, 0.0) * value for name, value in features.items())
    return 1.0 / (1.0 + math.exp(-score))


def name_features(reading: Reading, place: int, identities: Sequence[Identity | None]) -> Features:
    """The features of the name at `place` by name, those that are zero left out; empty where there is no name.

    `identities` are those of `reading.attributions`, in the same order.
    """
    identity, phrase = identities[place], reading.phrases[place]
    if identity is None or identity.name is None or phrase is None:
        return {}
    words, wording = identity.name.split(), phrase.span.of(reading.scene.text)
    found = {
        f"rule {identity.rule}": 1.0,
        "an organisation": float(identity.kind == "organization"),
        "one of several words in capitals": float(words[0] in wording and len(words) == 1 and _is_capitalised(wording)),
        "others named": math.log(max(1, len(reading.characters.people))),
    }
    if identity.chance is not None:
        found[f"chance of the {phrase.form}"] = math.log((identity.chance + 0.01) / (1.01 - identity.chance))
    person = next((p for p in reading.characters.people if p.name == identity.name), None)
    if person is not None and identity.kind == "person":
        found |= _of_person(reading, person, phrase)
    return {name: value for name, value in found.items() if value}


def _is_capitalised(wording: str) -> bool:
    """Three words or more begin with a capital: "Right Wing Watch"."""
    return sum(word[0].isupper() for word in wording.removeprefix("The ").split()) > 2


def _of_person(reading: Reading, person: Person, phrase: Phrase) -> Features:
    scene, mentions = reading.scene, person.mentions
    places = [scene.token_at(m.start) for m in mentions]
    types = [scene.entity_at.get(token.index) for token in places if token is not None]
    found = {
        "named in full": math.log(1 + sum(len(m.words) > 1 for m in mentions)),
        "no name for the models": types.count(None) / max(1, len(types)),
    }
    before = [m for m in mentions if m.start < phrase.span.start]
    if phrase.form == "pronoun" and before:
        back = scene.tokens[phrase.head].sentence - before[-1].sentence
        found["sentences back"] = float(min(back, FAR))
    return found
