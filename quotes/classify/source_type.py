"""Which of the six kinds of source a mention is, given whom it was resolved to.

named_person         a person with a name, or one identifiable by the post that only one person holds ("the Vermont
senator") named_organization   an organisation, a company, a country's government, an outlet speaking for itself
unnamed_person       one person whose name the article withholds or does not know
unnamed_group        several people without names: "officials", "critics", "58 percent of voters"
document             a text, a recording, a poll, a dataset
narrator             the article's own voice
"""

from dataclasses import dataclass

from quotes.domain import SourceType
from quotes.lexicon import words as word_list
from quotes.resolve import Identity
from quotes.resolve.nouns import noun_kind
from quotes.resolve.phrases import FIRST, NEUTER, PLURAL_PRONOUNS, THIRD, Phrase
from quotes.scene import Scene


@dataclass(frozen=True, slots=True)
class Kind:
    """The source type and the noun's own kind in `source_nouns.tsv`, which the anonymity rules read."""

    type: SourceType
    noun_kind: str | None = None
    noun: str = ""


def classify_type(scene: Scene, phrase: Phrase | None, identity: Identity) -> Kind:
    """Follow the identity where it has a name; else the number and the meaning of the mention's head noun."""
    if identity.kind == "person":
        return Kind("named_person")
    if identity.kind == "organization":
        return Kind("named_organization")
    if identity.kind == "author":
        return Kind("narrator")
    if phrase is None:
        return Kind("unnamed_person")
    if phrase.form in ("pronoun", "relative") and identity.antecedent is None:
        return _pronoun(phrase)
    noun, form, plural = phrase.noun, scene.tokens[phrase.head].text.lower(), phrase.plural
    if identity.antecedent is not None and (token := scene.token_at(identity.antecedent.start)) is not None:
        noun, form = token.lemma.lower(), token.text.lower()
        plural = token.xpos in ("NNS", "NNPS") or "Number=Plur" in token.feats
    part = noun_kind(form, form, plural) == "part" and not phrase.opening.startswith("one")
    kind = "part" if part else noun_kind(form, noun, plural)
    return Kind(_by_noun(phrase, identity, kind, noun, plural), kind, noun)


def _pronoun(phrase: Phrase) -> Kind:
    if phrase.noun in THIRD or phrase.noun in ("who", "whom", "whose"):
        return Kind("named_person")
    if phrase.noun in PLURAL_PRONOUNS:
        return Kind("unnamed_group", "rhetorical", phrase.noun)
    if phrase.noun in NEUTER or phrase.noun in ("which", "that"):
        return Kind("named_organization")
    if phrase.noun in FIRST:
        return Kind("narrator")
    return Kind("unnamed_person", "person", phrase.noun)


def _by_noun(phrase: Phrase, identity: Identity, kind: str | None, noun: str, plural: bool) -> SourceType:
    if kind in ("document", "poll"):
        return "document"
    if kind in ("organization", "place"):
        return "unnamed_group" if plural and noun != "police" else "named_organization"
    if kind in ("part", "crowd") or plural:
        return "unnamed_group"
    if (
        kind == "rhetorical"
        and phrase.opening not in ("a", "an", "one", "another", "the")
        and noun not in ("ally", "critic")
    ):
        return "unnamed_group"
    if _identifiable(phrase, identity, kind, noun):
        return "named_person"
    return "unnamed_person"


def _identifiable(phrase: Phrase, identity: Identity, kind: str | None, noun: str) -> bool:
    """A post or a description that only one person answers to: "the retired neurosurgeon", not "the source"."""
    if not phrase.definite or identity.antecedent is not None or noun in word_list("always_unnamed"):
        return False
    return (
        kind in ("office", "rhetorical", "expert")
        or (kind == "insider" and phrase.opening == "the")
        or (kind is None and phrase.opening == "the")
    )
