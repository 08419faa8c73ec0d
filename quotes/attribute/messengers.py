"""Whoever speaks goes before the organisation that passes the words on: "she said, according to the Example Press"."""

from collections.abc import Sequence
from dataclasses import replace

from quotes.attribute.pair import is_reporting
from quotes.attribute.ranker import Ranked

SURE_CUE = -2.0  # log-odds from which a predicate is taken for a verb of speech


def speakers_first(some: Sequence[Ranked]) -> list[Ranked]:
    """The candidates of one quotation, the likeliest first, but for one case.

    Where the likeliest is an organisation named after "according to", and a candidate of the same sentence is the
    subject of a verb of speech, that candidate said it and the organisation is through whom the words came.
    """
    if not some or not _passes_on(some[0]):
        return list(some)
    sentence = some[0].pair.head.sentence
    mouth = next((r for r in some[1:] if r.pair.head.sentence == sentence and _says(r)), None)
    if mouth is None:
        return list(some)
    return [replace(mouth, probability=some[0].probability), *(r for r in some if r is not mouth)]


def _passes_on(r: Ranked) -> bool:
    kind = r.pair.scene.entity_at.get(r.pair.head.index)
    return r.pair.predicate is not None and r.pair.predicate.role == "according to" and kind == "ORG"


def _says(r: Ranked) -> bool:
    pair = r.pair
    if pair.predicate is None or pair.predicate.role not in ("subject", "shared subject"):
        return False
    return is_reporting(pair.verb) and pair.strength >= SURE_CUE and pair.head.upos in ("PROPN", "PRON", "NOUN")
