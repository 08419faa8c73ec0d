"""Whoever speaks goes before the organisation that passes the words on: "she said, according to the Example Press"."""

from collections.abc import Sequence

from quotes.attribute.overrides.override import chosen_by
from quotes.attribute.overrides.quoted import is_publisher
from quotes.attribute.pair import is_reporting
from quotes.attribute.ranker import Ranked
from quotes.lexicon import words

SURE_CUE = -2.0  # log-odds from which a predicate is taken for a verb of speech


def _choose(some: Sequence[Ranked]) -> Ranked | None:
    """Where the likeliest is an organisation or a document named after "according to", the subject of a verb of speech
    in its sentence; so where an organisation "reports" at the end what such a verb governs."""
    if not _passes_on(some[0]):
        return None
    at_the_end = _reports(some[0])
    sentence = some[0].pair.head.sentence
    others = (r for r in some[1:] if r.pair.head.sentence == sentence and _says(r))
    return next((r for r in others if not at_the_end or r.pair.steps_down), None)


def _passes_on(r: Ranked) -> bool:
    kind = r.pair.scene.entity_at.get(r.pair.head.index)
    role = r.pair.predicate.role if r.pair.predicate else None
    if role != "according to" and not _reports(r):
        return False
    lemma = r.pair.head.lemma.lower()
    carries_words = lemma in words("reporting_nouns") or lemma in words("org_words")
    return kind == "ORG" or carries_words or is_publisher(r.pair.scene, r.pair.candidate.span, r.pair.head)


def _reports(r: Ranked) -> bool:
    """ "…, the agency reported": at the end of what another said."""
    pair = r.pair
    is_subject = pair.predicate is not None and pair.predicate.role == "subject"
    return is_subject and pair.verb is not None and pair.verb.lemma == "report" and not pair.before


def _says(r: Ranked) -> bool:
    pair = r.pair
    if pair.predicate is None or pair.predicate.role not in ("subject", "shared subject", "shared over object"):
        return False
    return is_reporting(pair.verb) and pair.strength >= SURE_CUE and pair.head.upos in ("PROPN", "PRON", "NOUN")


RULE = chosen_by(
    "passed-on", "whoever speaks goes before the organisation that passes the words on", _choose, passes_on=True
)
