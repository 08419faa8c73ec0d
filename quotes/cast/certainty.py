"""How sure a name is: the chance that it is the speaker's, if the mention is of whoever spoke.

A logistic regression of named features, learnt and calibrated by `quotes train certainty` from the labels of gold
articles; its weights lie in `quotes/lexicon/name_certainty.tsv`.
"""

import math
from collections.abc import Mapping, Sequence

from quotes.cast.characters import Person
from quotes.cast.identity import Identity
from quotes.cast.names import core, is_given_name
from quotes.cast.nearness import FEMALE
from quotes.cast.organisations import names_organisation
from quotes.cast.phrases import Phrase
from quotes.cast.reading import Reading
from quotes.lexicon import table

ALWAYS = "always"  # the constant of the regression
FAR = 8  # sentences
# A name that is less certain is not given: the one policy for names. Whether there is a mention at all is decided
# before, by the threshold that the ranker of speakers learnt.
LEAST = 0.25

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
    wording = phrase.span.of(reading.scene.text)
    beside = "in full" if all(word in wording for word in identity.name.split()) else phrase.form
    found = {f"rule {identity.rule}": 1.0, f"beside: {beside}": 1.0, **_of_wording(identity.kind, identity.name)}
    found |= _among_speakers(reading, place, identities)
    if identity.chance is not None:
        found[f"chance of the {phrase.form}"] = math.log((identity.chance + 0.01) / (1.01 - identity.chance))
    person = next((p for p in reading.characters.people if p.name == identity.name), None)
    if person is not None and identity.kind == "person":
        found |= _of_person(reading, person, beside)
        if phrase.form == "pronoun":
            found |= _of_pronoun(reading, person, phrase)
    return {name: value for name, value in found.items() if value}


def _of_wording(kind: str, name: str) -> Features:
    """What makes a person's name doubtful may be the plainest of a body's: one word, capitals."""
    words = name.split()
    found = {
        "one word": float(len(words) == 1),
        "more than three words": float(len(words) > 3),
        "a body's word in it": float(names_organisation(words)),
        "a word in capitals": float(any(w.isupper() and len(w) > 2 for w in words)),
        "a word in small letters": float(any(w.islower() for w in words)),
    }
    if kind == "organization":
        return {"an organisation": 1.0} | {f"{feature}, of an organisation": value for feature, value in found.items()}
    return found | {"begins with a given name": float(is_given_name(words[0]))}


def _among_speakers(reading: Reading, place: int, identities: Sequence[Identity | None]) -> Features:
    """How often the name speaks; reports without marks have no part in it, which need not have been looked for."""
    name = (identities[place] or Identity("unnamed")).name
    quoted = [i for a, i in zip(reading.attributions, identities, strict=True) if a.quotation.kind != "indirect" and i]
    before = [
        i for a, i in zip(reading.attributions[:place], identities, strict=False) if a.quotation.kind != "indirect"
    ]
    return {
        "speaks often": math.log(max(1, sum(i.name == name for i in quoted))),
        "spoke last": float(bool(before) and before[-1] is not None and before[-1].name == name),
    }


def _of_person(reading: Reading, person: Person, beside: str) -> Features:
    scene, mentions = reading.scene, person.mentions
    places = (scene.token_at(m.start) for m in mentions)
    types = [scene.entity_at.get(token.index) for token in places if token is not None]
    own = max(1, len(mentions))
    namesakes = [
        p for p in reading.characters.people if p is not person and core(p.words)[-1] == core(person.words)[-1]
    ]
    number = max(1, len(types))
    return {
        "named often": math.log(max(1, len(mentions))),
        "named in full": math.log(1 + sum(len(m.words) > 1 for m in mentions)),
        "with a title": float(any(m.titles for m in mentions)),
        "somebody's relative": float(person.relative),
        "taken for a body by the models": types.count("ORG") / number,
        "taken for a place by the models": types.count("LOC") / number,
        "no name for the models": types.count(None) / number,
        f"a namesake named as often, beside: {beside}": min(
            1.0, max((len(p.mentions) for p in namesakes), default=0) / own
        ),
        "gender known": float(person.gender is not None),
        "in quotations only": float(all(m.quoted for m in mentions)),
        "in the headline only": float(not mentions),
        "others named": math.log(len(reading.characters.people)),
    }


def _of_pronoun(reading: Reading, person: Person, phrase: Phrase) -> Features:
    gender = "f" if phrase.noun in FEMALE else "m"
    before = [m for m in person.mentions if m.start < phrase.span.start]
    found = {
        "of the pronoun's gender": float(person.gender == gender),
        "of another gender": float(person.gender not in (None, gender)),
        "not named before": float(not before),
    }
    if before:
        scene = reading.scene
        found["sentences back"] = float(min(scene.tokens[phrase.head].sentence - before[-1].sentence, FAR))
        found["paragraphs back"] = float(min(scene.paragraph_of(phrase.span.start) - before[-1].paragraph, FAR // 2))
    return found
