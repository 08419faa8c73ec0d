"""Kind of candidate: pronoun, name, organisation, person noun; what cannot speak."""

from quotes.attribute.pair import Pair, is_person, name_words
from quotes.lexicon import words

_PRONOUNS = {
    "he": 1.0, "she": 1.0, "they": 2.0, "i": 3.0, "we": 4.0, "you": 5.0, "it": 6.0, "who": 7.0, "one": 8.0,
}  # fmt: skip
_OBJECT_FORMS = frozenset(("him", "them", "me", "us", "whom"))
_ENTITIES = {"PERSON": 1.0, "ORG": 2.0, "LOC": 3.0, "MISC": 4.0}


def pronoun(pair: Pair) -> float:
    """Which pronoun: he or she, they, I, we, you, it, who, other; 0 for none."""
    if pair.head.upos != "PRON":
        return 0.0
    lemma = {"him": "he", "his": "he", "her": "she", "them": "they", "their": "they", "me": "i", "my": "i"}.get(
        pair.head.text.lower(), pair.head.text.lower()
    )
    return _PRONOUNS.get(lemma, 9.0)


def proper(pair: Pair) -> float:
    """The head is a proper noun."""
    return float(pair.head.upos == "PROPN")


def entity(pair: Pair) -> float:
    """The name's type where the head is part of one."""
    return _ENTITIES.get(pair.scene.entity_at.get(pair.head.index, ""), 0.0)


def person_noun(pair: Pair) -> float:
    """The head names a person or a group of people by what they are or do."""
    return float(is_person(pair.head))


def reporting_noun(pair: Pair) -> float:
    """The head is a noun that carries words: a report or a statement can be the source."""
    return float(pair.head.upos == "NOUN" and pair.head.lemma.lower() in words("reporting_nouns"))


def time_word(pair: Pair) -> float:
    """The head names a day, month or time: it cannot speak."""
    return float(pair.head.lemma.lower() in words("time_words"))


def plural(pair: Pair) -> float:
    """The head is plural."""
    return float("Number=Plur" in pair.head.feats)


def determiner(pair: Pair) -> float:
    """1 a definite, 2 an indefinite, 3 another determiner, 4 a possessive, 0 none."""
    for child in pair.scene.children[pair.head.index]:
        token = pair.scene.tokens[child]
        if token.deprel == "nmod:poss":
            return 4.0
        if token.deprel == "det":
            return {"the": 1.0, "a": 2.0, "an": 2.0}.get(token.text.lower(), 3.0)
    return 0.0


def mention_words(pair: Pair) -> float:
    """Words in the mention, within ten."""
    return float(min(10, pair.candidate.last - pair.candidate.first))


def has_apposition(pair: Pair) -> float:
    """An apposition tells who the candidate is, as articles do for those they quote."""
    return float(any(pair.scene.tokens[c].deprel == "appos" for c in pair.scene.children[pair.head.index]))


def is_apposition(pair: Pair) -> float:
    """The candidate itself is an apposition or a coordinated member."""
    return {"appos": 1.0, "conj": 2.0}.get(pair.head.deprel, 0.0)


def preposition(pair: Pair) -> float:
    """The preposition before it: 1 "by", 2 "to", 3 "of", 4 "from", 5 "in" or "at", 6 "according to", 7 other."""
    for child in pair.scene.children[pair.head.index]:
        token = pair.scene.tokens[child]
        if token.deprel == "case" and child < pair.head.index:
            return {"by": 1.0, "to": 2.0, "of": 3.0, "from": 4.0, "in": 5.0, "at": 5.0, "according": 6.0}.get(
                token.text.lower(), 7.0
            )
    return 0.0


def head_frequency(pair: Pair) -> float:
    """How often the head word stands unquoted in the article, within ten."""
    return float(min(10, pair.scene.frequency[pair.head.text]))


def reports_elsewhere(pair: Pair) -> float:
    """How often a word of the candidate's name is the subject of a reporting verb in the article, within six."""
    return float(min(6, max(map(pair.place.landmarks.reporting_names.__getitem__, name_words(pair)), default=0)))


def object_form(pair: Pair) -> float:
    """The pronoun has the form of an object: "him", "them", "her" without a noun behind it."""
    form = pair.head.text.lower()
    return float(form in _OBJECT_FORMS or (form == "her" and pair.head.deprel != "nmod:poss"))


def noun_strength(pair: Pair) -> float:
    """How often the head, a common noun, is a source in the training articles (log-odds; -9: it is none)."""
    return pair.noun_strength


OF_CANDIDATE = (
    pronoun, proper, entity, person_noun, reporting_noun, time_word, plural, determiner, mention_words, has_apposition,
    is_apposition, preposition, head_frequency,
    object_form, noun_strength, reports_elsewhere,
)  # fmt: skip
