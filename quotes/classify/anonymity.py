"""Whether a source is anonymous: information on the word of somebody real whose identity the article withholds.

Named sources, documents and groups spoken of rhetorically ("critics say", "voters want") are not. A described person
nearly always is. A group is

- when the article gives a reason for hiding it, or says how it comes to know ("people familiar with the talks");
- when it is in a position to know (officials, aides) and is said to have spoken, not to think, plan or act;
- when it is quoted word for word and was counted ("several charities"), or is a crowd of which it is plainly said that
  it spoke ("demonstrators said they want “justice”"): somebody real said that. Shares of people are excepted, and
  those who only call something names.

Somebody's kin ("her husband") is told by the tie, and hidden only where the article says so.

A mention that is likelier wrong than right makes nobody anonymous. Weights learnt by logistic regression from the same
signs did worse in cross-validation on 126 groups (F 0.77 to 0.81 against 0.83), so these stay rules.
"""

import re

from quotes.cast.phrases import Phrase
from quotes.classify.personhood import is_person_noun
from quotes.classify.source_type import Kind
from quotes.domain import Attribution, Cue, Span
from quotes.lexicon import any_of, table, word_class
from quotes.lexicon import words as word_list
from quotes.scene import Scene

# Kin whom the tie tells: "her husband", "Ada's mother", not "a victim's mother".
OF_SOMEBODY_KNOWN = re.compile(r"(?i:his|her|their|my|our)\b|(?!An? |One )[A-Z].*?['’]s?\s|(?i:the) [^,]*?['’]s?\s")
GENERIC = word_class("nobody_in_particular")
# Nobody yet: "a potential president".
IMAGINED = re.compile(r"\b(?:potential|prospective|would-be|hypothetical|fictional|imaginary)\b", re.IGNORECASE)


def is_anonymous(
    scene: Scene,
    phrase: Phrase | None,
    kind: Kind,
    attribution: Attribution,
    reason: Span | None,
    descriptor: str | None,
) -> bool:
    """`descriptor` is the whole description, with what the mention leaves out."""
    if kind.type not in ("unnamed_person", "unnamed_group"):
        return False
    if reason is not None:
        return True
    if kind.type == "unnamed_person":
        if kind.noun_kind == "kin" and descriptor is not None and OF_SOMEBODY_KNOWN.match(descriptor):
            return False
        is_thing = (
            kind.noun_kind is None and kind.noun and (phrase is None or not is_person_noun(scene, phrase, kind.noun))
        )
        is_imagined = phrase is not None and IMAGINED.search(phrase.span.of(scene.text)) is not None
        return not (kind.noun in GENERIC or is_thing or is_imagined)
    cue = attribution.cue
    if tells_why_known(descriptor):
        return True
    if kind.noun_kind in ("insider", "spokesperson"):
        return _speaks(scene, kind, cue)
    return attribution.quotation.kind != "indirect" and _is_said_by_several(scene, phrase, kind, cue)


def tells_why_known(descriptor: str | None) -> bool:
    """The description says how its bearer comes to know, or that the name is withheld."""
    return descriptor is not None and any_of("insider_signs").search(descriptor) is not None


def _is_said_by_several(scene: Scene, phrase: Phrase | None, kind: Kind, cue: Cue | None) -> bool:
    if cue is None or phrase is None or phrase.form != "noun" or kind.noun_kind in ("part", "place"):
        return False
    if phrase.definite or phrase.opening == "both":
        return False
    wording = {t.text.lower() for t in scene.tokens[phrase.first : phrase.last]}
    if wording & (table("number_words").keys() | {"several", "multiple"}):
        return _speaks(scene, kind, cue) and _verbs(scene, cue).isdisjoint(word_list("judging_verbs"))
    return kind.noun_kind == "crowd" and not _verbs(scene, cue).isdisjoint(word_list("plain_saying_verbs"))


def _speaks(scene: Scene, kind: Kind, cue: Cue | None) -> bool:
    """The cue tells of words, not of a thought, a wish or a deed; or there is none beside the quotation. A source is
    called so because it speaks."""
    if cue is None or kind.noun == "source" or "according" in cue.span.of(scene.text).lower():
        return True
    verbs = _verbs(scene, cue)
    if not verbs or verbs & {"say", "tell", "accord"}:
        return True
    return bool(verbs & word_list("reporting_verbs")) and verbs.isdisjoint(word_list("belief_verbs"))


def _verbs(scene: Scene, cue: Cue) -> set[str]:
    first, last = scene.token_range(cue.span)
    return {t.lemma.lower() for t in scene.tokens[first:last] if t.upos in ("VERB", "AUX", "NOUN")}
