"""Owners: the quotation hangs on, or follows, a noun that is the candidate's ("her pledge to …") or another's."""

from quotes.attribute.owners import NOT_OWNED, owned_by, owned_strength, owners_of
from quotes.attribute.pair import Pair
from quotes.scene import Scene

_INTRODUCERS = frozenset(("that", "of", "to", ":", "was", "were", "is", "are"))
_RIGHT_BEFORE = frozenset((":", "was", "were", "is", "are"))
_LONGEST_INTRODUCTION = 12  # words between an owned noun and the quotation that it announces


def owner_governs(pair: Pair) -> float:
    """The candidate's own noun ("her pledge to …") holds the quotation (1), holds it in a clause with a subject (2),
    or announces it, right before it (3), with a few words (4) or a subject (5) between; 0 it does none of it."""
    noun = owned_by(pair.scene, pair.head.index)
    if noun is None:
        return 0.0
    steps = pair.place.governors.get(noun)
    if steps is not None:
        below = (i for i, up in pair.place.governors.items() if up < steps)
        return 2.0 if any(_has_subject(pair.scene, i) for i in below) else 1.0
    return _announces(pair, noun)


def owner_strength(pair: Pair) -> float:
    """How often those whose such a noun is are a source in the training articles (log-odds; -9: it does none of it)."""
    if not owner_governs(pair):
        return NOT_OWNED
    return owned_strength(pair.scene, pair.scene.tokens[pair.head.index].head, pair.strengths)


def owned_below(pair: Pair) -> float:
    """The same of a noun of another's that holds the quotation nearer than the candidate's verb (-9: there is none)."""
    scene = pair.scene
    best = NOT_OWNED
    for index, steps in pair.place.governors.items():
        if scene.tokens[index].upos != "NOUN" or (pair.steps_down and steps >= pair.steps_down):
            continue
        owners = list(owners_of(scene, index))
        if owners and pair.head.index not in owners and pair.head.index != index:
            best = max(best, owned_strength(scene, index, pair.strengths))
    return best


def _has_subject(scene: Scene, verb: int) -> bool:
    return any(scene.tokens[c].deprel.startswith("nsubj") for c in scene.children[verb])


def _announces(pair: Pair, noun: int) -> float:
    """Behind the noun a word such as "that" or "was" leads to the quotation, which need not hang on it in the tree."""
    tokens, first = pair.scene.tokens, pair.place.first
    if not noun < first or first - noun > _LONGEST_INTRODUCTION:
        return 0.0
    between = [t.text.lower() for t in tokens[noun + 1 : first]]
    if between and between[-1] in _RIGHT_BEFORE:
        return 3.0
    if _INTRODUCERS.isdisjoint(between):
        return 0.0
    subjects = pair.place.landmarks.subjects
    return 4.0 if subjects[first] == subjects[noun + 1] else 5.0


FAMILY = (owner_governs, owner_strength, owned_below)
