"""Whether a source is anonymous: information on the word of somebody real whose identity the article withholds.

Named sources, documents and groups spoken of rhetorically ("critics say", "voters want") are not. A described person
nearly always is. A group is

- when the article gives a reason for hiding it, or says how it comes to know ("people familiar with the talks");
- when it is in a position to know (officials, aides) and is said to have spoken, not to think, plan or act;
- when it is counted ("several charities") or a crowd of people, and is quoted word for word with a verb of plain
  saying ("demonstrators said they want “justice”"): somebody real said that. Sides and camps ("critics"), experts in
  general, shares of people, and "many" or "most" are excepted.

Somebody's kin ("her husband") is told by the tie and hidden only where the article says so.

A mention that is likelier wrong than right makes nobody anonymous. Weights learnt by logistic regression from the same
signs did worse in cross-validation on 126 groups (F 0.77 to 0.81 against 0.83), so these stay rules.
"""

import re

from quotes.classify.personhood import is_person_noun
from quotes.classify.reason_clauses import any_of
from quotes.classify.source_type import Kind
from quotes.domain import Attribution, Cue, Span
from quotes.lexicon import words as word_list
from quotes.resolve.phrases import SECOND, Phrase
from quotes.scene import Scene

HYPOTHETICAL = re.compile(r"\b(?:would|could|might|should|may|must|likely|not)\b|n[’']t\b", re.IGNORECASE)
PLAIN_SAYING = frozenset(("say", "tell", "explain", "add", "reply", "respond", "confirm", "admit", "recall"))
COUNTS = frozenset(("several", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "multiple"))
SHARES = frozenset(("many", "most", "more", "all", "majority", "percent", "%", "thousands", "hundreds", "dozens"))
OWN = ("my ", "our ")
POSSESSED = re.compile(r"(?i:his|her|their)\b|(?!An? |One )[A-Z].*?['’]s?\s|(?i:the) [^,]*?['’]s?\s")
GENERIC = SECOND | {"reader", "anyone", "anybody", "nobody", "someone", "somebody", "everyone", "everybody"}
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
    if kind.type not in ("unnamed_person", "unnamed_group"):
        return False
    if reason is not None:
        return True
    if kind.type == "unnamed_person":
        if descriptor is not None and (descriptor.lower().startswith(OWN) or _is_kin_of(kind, descriptor)):
            return False
        return not _generic(phrase, kind, attribution.cue, scene)
    cue = attribution.cue
    if phrase is not None and any_of("insider_signs").search(descriptor or phrase.span.of(scene.text)):
        return True
    if kind.noun_kind in ("insider", "spokesperson"):
        return _speaks(scene, cue)
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


def _is_kin_of(kind: Kind, descriptor: str) -> bool:
    """Somebody's wife, father or child, whom the tie tells: "her husband", but not "a sister of his" or "a victim's
    mother"."""
    return kind.noun_kind == "kin" and POSSESSED.match(descriptor) is not None


def _speaks(scene: Scene, cue: Cue | None) -> bool:
    """The cue tells of words, not of a thought, a wish or a deed; or there is none beside the quotation."""
    if cue is None or "according" in cue.span.of(scene.text).lower():
        return True
    words = _verbs(scene, cue)
    if not words or any(w in ("say", "tell") for w in words):
        return True
    reporting, believing = word_list("reporting_verbs"), word_list("belief_verbs")
    return any(w in reporting for w in words) and not any(w in believing for w in words)


def _says_plainly(scene: Scene, phrase: Phrase | None, kind: Kind, cue: Cue | None) -> bool:
    if cue is None or phrase is None or phrase.definite or phrase.form != "noun":
        return False
    wording = [t.text.lower() for t in scene.tokens[phrase.first : phrase.last]]
    if kind.noun_kind in ("part", "place"):
        return False
    counted = not COUNTS.isdisjoint(wording)
    if not counted and kind.noun_kind not in ("crowd", "person"):
        return False
    if not SHARES.isdisjoint(wording) or HYPOTHETICAL.search(cue.span.of(scene.text)):
        return False
    return not PLAIN_SAYING.isdisjoint(_verbs(scene, cue))


def _verbs(scene: Scene, cue: Cue) -> list[str]:
    first, last = scene.token_range(cue.span)
    return [t.lemma.lower() for t in scene.tokens[first:last] if t.upos in ("VERB", "AUX", "NOUN")]
