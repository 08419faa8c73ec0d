"""Which of the six kinds of source a mention is, given whom it was resolved to.

named_person         a person with a name, or one identifiable by the post that only one person holds
named_organization   an organisation, a company, a country's government, an outlet speaking for itself
unnamed_person       one person whose name the article withholds or does not know
unnamed_group        several people without names: "officials", "critics", "58 percent of voters"
document             a text, a recording, a poll, a dataset
narrator             the article's own voice
"""

import re
from dataclasses import dataclass

from quotes.cast import Identity
from quotes.cast.nouns import is_person_word, noun_kind
from quotes.cast.outlets import is_outlet
from quotes.cast.people_or_bodies import is_one_person
from quotes.cast.phrases import FIRST, NEUTER, PARTS, PLURAL_PRONOUNS, THIRD, Phrase, is_elliptic
from quotes.classify.introduction import OF_ONE_OF_THEM, is_named_elsewhere
from quotes.classify.personhood import is_person_noun
from quotes.domain import SourceType
from quotes.lexicon import table
from quotes.lexicon import words as word_list
from quotes.scene import Scene

MANY = re.compile(r"(?:many|most|some|several|few|others) (?:in|of|at|on|from|among)\b", re.IGNORECASE)
CHIEF_POST = re.compile(r"(?i)\b(?:chief|head|managing) [a-z]+$|\bchief executive\b")
EPITHET = re.compile(
    r"\b(?:former|late|retired|ex-\w+|one-?time|outgoing|incoming|newly \w+|\d\d?-year-old|[\w-]+-born)\b",
    re.IGNORECASE,
)
LABELS: dict[str, SourceType] = {"Q": "narrator", "A": "named_person"}  # of an interview: who asks, and who is asked
PERSONAL = THIRD | {"who", "whom", "whose"}


@dataclass(frozen=True, slots=True)
class Kind:
    """The source type and the noun's own kind in `source_nouns.tsv`, which the anonymity rules read."""

    type: SourceType
    noun_kind: str | None = None
    noun: str = ""


def classify_type(scene: Scene, phrase: Phrase | None, identity: Identity) -> Kind:
    """Follow the identity where it has a name; else the number and the meaning of the mention's head noun."""
    if identity.stand_in is not None:
        return Kind("unnamed_person", "person")
    label = phrase.span.of(scene.text).strip(" .:*") if phrase is not None else ""
    if label in LABELS and identity.name in (None, label):
        return Kind(LABELS[label])
    if identity.kind == "person":
        return Kind("named_organization" if identity.name and is_outlet(identity.name) else "named_person")
    is_document = phrase is not None and noun_kind(phrase.noun, phrase.noun, False) == "document"
    if identity.kind == "organization" and not (identity.name is None and is_document):
        return Kind("named_organization")
    if identity.kind == "author":
        return Kind("narrator")
    if phrase is None:
        return Kind("unnamed_person")
    opening = table("openings").get(phrase.opening)
    if opening == "somebody":
        return Kind("unnamed_person", "person", phrase.opening)
    if phrase.form in ("pronoun", "relative") and identity.antecedent is None:
        return _pronoun(phrase)
    if (proper := _proper_name(scene, phrase, identity)) is not None:
        return Kind(proper)
    token = scene.tokens[phrase.head]
    of_several = phrase.last - phrase.first > 2 and scene.tokens[phrase.first + 1].text.lower() == "of"
    noun, plural = phrase.noun, phrase.plural and not (of_several and opening == "one")
    if identity.antecedent is not None and (meant := scene.token_at(identity.antecedent.start)) is not None:
        token, noun = meant, meant.lemma.lower()
        plural = token.xpos in ("NNS", "NNPS") or "Number=Plur" in token.feats or noun == "staff"
    form = token.text.lower()
    if is_elliptic(scene, token.index) and phrase.last - phrase.first <= 2:
        return Kind("unnamed_person", "person", noun)
    is_part = noun_kind(form, form, False) == "part" or form in PARTS - {"group", "each", "another", "one"}
    several = (is_part and "-" not in noun) or MANY.match(phrase.span.of(scene.text)) is not None
    if several and opening != "one":
        return Kind("unnamed_group", "part" if form == noun else noun_kind(f"{noun}s", noun, True), noun)
    kind = "insider" if is_one_person(scene, token.index) else noun_kind(form, noun, plural)
    if kind is None and phrase.noun in PERSONAL and identity.antecedent is not None:
        kind = "person"  # "he", of a noun that no list holds
    found = _by_noun(scene, phrase, identity, kind, noun, plural)
    if found == "unnamed_person" and is_named_elsewhere(scene, phrase, noun, identity.antecedent):
        found = "named_person"
    return Kind(found, kind, noun)


def _proper_name(scene: Scene, phrase: Phrase, identity: Identity) -> SourceType | None:
    """The type of a name that was resolved to nobody: as the language model reads it, else a person's, if it is
    one word or a post, else a body's: people's names are known better."""
    if phrase.form != "name" or phrase.plural or identity.antecedent is not None:
        return None
    found = scene.entity_at.get(phrase.head)
    kind = noun_kind(phrase.noun, phrase.noun, False)
    if found == "ORG" and kind in ("document", "office"):
        return "named_person" if kind == "office" else "document"  # "the Taoiseach", "the FIR"
    if found in ("PERSON", "ORG"):
        return "named_person" if found == "PERSON" else "named_organization"
    head = scene.tokens[phrase.head]
    if kind is not None or not head.text[:1].isupper() or phrase.opening in table("openings"):
        return None
    is_post = any(map(is_person_word, scene.tokens[phrase.first : phrase.last]))
    return "named_person" if is_post or phrase.last - phrase.first == 1 else "named_organization"


def _pronoun(phrase: Phrase) -> Kind:
    if phrase.noun in PERSONAL:
        return Kind("named_person")
    if phrase.noun in PLURAL_PRONOUNS:
        return Kind("unnamed_group", "rhetorical", phrase.noun)
    if phrase.noun in NEUTER or phrase.noun in ("which", "that"):
        return Kind("named_organization")
    if phrase.noun in FIRST:
        return Kind("narrator")
    return Kind("unnamed_person", "person", phrase.noun)


def _by_noun(scene: Scene, phrase: Phrase, identity: Identity, kind: str | None, noun: str, plural: bool) -> SourceType:
    if kind in ("document", "poll"):
        return "document"
    if kind in ("organization", "place"):
        return "unnamed_group" if plural and noun != "police" else "named_organization"
    if plural or noun in word_list("camps") or (kind == "crowd" and not is_person_noun(scene, phrase, noun)):
        return "unnamed_group"
    is_thing = kind is None and phrase.form == "noun" and not is_person_noun(scene, phrase, noun)
    if is_thing and scene.tokens[phrase.head].upos == "NOUN":
        return "document"  # a thing that speaks is a text: "one card read"
    one_of_them = phrase.form == "pronoun" or phrase.opening == "the" or phrase.opening in table("openings")
    if kind == "rhetorical" and not one_of_them and noun not in ("ally", "critic"):
        return "unnamed_group"
    if _identifiable(scene, phrase, identity, kind, noun):
        return "named_person"
    return "unnamed_person"


def _identifiable(scene: Scene, phrase: Phrase, identity: Identity, kind: str | None, noun: str) -> bool:
    """A post or a description that only one person answers to: "the retired neurosurgeon", "the mother of the bride",
    "Secretary for Culture", not "the source"."""
    wording = (identity.descriptor if identity.antecedent is not None else None) or phrase.span.of(scene.text)
    is_post = kind == "office" or noun in word_list("single_posts") or CHIEF_POST.search(wording) is not None
    if identity.antecedent is not None:  # "she", of "the widow"
        return wording.lower().startswith("the ") and (is_post or kind == "kin")
    if noun in word_list("always_unnamed"):
        return False
    if not phrase.definite:  # "Foreign Minister", "UN climate expert": a title, cut before its name
        return kind in ("office", "expert") and phrase.opening not in table("openings") and phrase.opening not in PARTS
    if is_post:
        return True
    if identity.untied and phrase.opening == "the" and kind != "kin":
        return False
    if kind == "kin" and OF_ONE_OF_THEM.search(wording):
        return False
    told = noun in table("epithets") or kind in ("insider", "kin", None)
    if kind in ("rhetorical", "expert") or (told and phrase.opening == "the"):
        return True
    return EPITHET.search(wording) is not None
