"""Whether a source is anonymous: information on the word of somebody real whose identity the article withholds.

Named sources, documents and groups spoken of rhetorically ("critics say", "voters want") are not. A described person
nearly always is. A group is

- when the article gives a reason for hiding it, or says how it comes to know ("people familiar with the talks");
- when it is in a position to know (officials, aides) and is said to have spoken, not to think, plan or act;
- when it is counted ("several charities") and is quoted word for word as speaking, or is a crowd of people and is
  quoted with a verb of plain saying ("demonstrators said they want “justice”"): somebody real said that. Sides and
  camps ("critics"), experts in general, shares of people, and "many" or "most" are excepted.

Somebody's kin ("her husband") is told by the tie, and hidden only where the article says so.

A mention that is likelier wrong than right makes nobody anonymous. Weights learnt by logistic regression from the same
signs did worse in cross-validation on 126 groups (F 0.77 to 0.81 against 0.83), so these stay rules.
"""

import re
from collections.abc import Sequence

from quotes.cast.nouns import is_person_word
from quotes.cast.phrases import SECOND, Phrase
from quotes.classify.personhood import is_person_noun
from quotes.classify.source_type import Kind
from quotes.domain import Attribution, Cue, Span
from quotes.lexicon import any_of, table
from quotes.lexicon import words as word_list
from quotes.scene import Scene

HYPOTHETICAL = re.compile(r"\b(?:would|could|might|should|may|must|likely|not)\b|n[’']t\b", re.IGNORECASE)
# An opinion, no information: "several lawmakers called it “weak”".
CALLING = frozenset(("call", "brand", "dub", "label"))
PLAIN_SAYING = frozenset(("say", "tell", "explain", "add", "reply", "respond", "confirm", "admit", "recall"))
VAGUE_NUMBERS = frozenset(("several", "multiple"))
ALL_TOO_MANY = frozenset(("many", "most", "more", "all", "majority", "percent", "%", "thousands", "hundreds", "dozens"))
TAKING_UP = frozenset(("both", "the", "these"))
SHORTLY = 3  # sentences
# Kin whom the tie tells: "her husband", "Ada's mother", not "a victim's mother".
OF_SOMEBODY_KNOWN = re.compile(r"(?i:his|her|their|my|our)\b|(?!An? |One )[A-Z].*?['’]s?\s|(?i:the) [^,]*?['’]s?\s")
GENERIC = SECOND | {"reader", "anyone", "anybody", "nobody", "everyone", "everybody"}
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
        return not _generic(phrase, kind, attribution.cue, scene)
    cue = attribution.cue
    if descriptor is not None and any_of("insider_signs").search(descriptor):
        return True
    if kind.noun_kind in ("insider", "spokesperson"):
        return _speaks(scene, kind, cue)
    return attribution.quotation.kind != "indirect" and _says_plainly(scene, phrase, kind, cue)


def _generic(phrase: Phrase | None, kind: Kind, cue: Cue | None, scene: Scene) -> bool:
    """Nobody in particular, or no person at all."""
    if kind.noun in GENERIC:
        return True
    if kind.noun_kind is None and kind.noun and (phrase is None or not is_person_noun(scene, phrase, kind.noun)):
        return True
    if phrase is not None and IMAGINED.search(phrase.span.of(scene.text)):
        return True
    return cue is not None and HYPOTHETICAL.search(cue.span.of(scene.text)) is not None


def _speaks(scene: Scene, kind: Kind, cue: Cue | None) -> bool:
    """The cue tells of words, not of a thought, a wish or a deed; or there is none beside the quotation. A source is
    called so because it speaks."""
    if cue is None or kind.noun == "source" or "according" in cue.span.of(scene.text).lower():
        return True
    words = _verbs(scene, cue)
    return not words or _reports(words)


def _reports(verbs: Sequence[str]) -> bool:
    if any(v in ("say", "tell", "accord") for v in verbs):
        return True
    reporting, believing = word_list("reporting_verbs"), word_list("belief_verbs")
    return any(v in reporting for v in verbs) and not any(v in believing for v in verbs)


def _says_plainly(scene: Scene, phrase: Phrase | None, kind: Kind, cue: Cue | None) -> bool:
    if cue is None or phrase is None or HYPOTHETICAL.search(cue.span.of(scene.text)):
        return False
    verbs = _verbs(scene, cue)
    if phrase.opening in TAKING_UP:
        return _takes_up_counted(scene, phrase) and _reports(verbs)
    wording = {t.text.lower() for t in scene.tokens[phrase.first : phrase.last]}
    if phrase.definite or phrase.form != "noun" or kind.noun_kind in ("part", "place") or wording & ALL_TOO_MANY:
        return False
    if wording & VAGUE_NUMBERS or wording & table("number_words").keys():
        return _reports(verbs) and CALLING.isdisjoint(verbs)
    return kind.noun_kind in ("crowd", "person") and not PLAIN_SAYING.isdisjoint(verbs)


def _takes_up_counted(scene: Scene, phrase: Phrase) -> bool:
    """Several who were counted and not named shortly before: "both women", "the pair" after "two women"."""
    inside = scene.tokens[phrase.first : phrase.last]
    if table("number_words").keys().isdisjoint(t.text.lower() for t in inside):
        return False
    nouns = {t.lemma.lower() for t in inside if t.xpos == "NNS"}
    sentence = scene.analysis.sentences[max(0, scene.tokens[phrase.first].sentence - SHORTLY)]
    for token in reversed(scene.tokens[sentence.first : phrase.first]):
        if scene.quoted_by[token.index] >= 0:
            continue
        if token.upos == "PROPN" and scene.entity_at.get(token.index, "PERSON") == "PERSON":
            return False
        if token.xpos == "NNS" and is_person_word(token) and (not nouns or token.lemma.lower() in nouns):
            before = {scene.tokens[c].text.lower() for c in scene.children[token.index]}
            return not before.isdisjoint(table("number_words")) and before.isdisjoint(TAKING_UP)
    return False


def _verbs(scene: Scene, cue: Cue) -> list[str]:
    first, last = scene.token_range(cue.span)
    return [t.lemma.lower() for t in scene.tokens[first:last] if t.upos in ("VERB", "AUX", "NOUN")]
