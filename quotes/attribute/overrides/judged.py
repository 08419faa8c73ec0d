"""Who is spoken of is nobody who speaks: "Ann Lee was hailed as “a saviour”"."""

from collections.abc import Sequence

from quotes.attribute.overrides.override import Lists, Override
from quotes.attribute.predicates import is_spoken_of
from quotes.attribute.ranker import Ranked
from quotes.domain import Quotation


def _settle(stretches: Sequence[Quotation], ranked: Lists) -> list[list[Ranked]]:
    return [[r for r in some if not _is_judged(r)] for some in ranked]


def _is_judged(r: Ranked) -> bool:
    """Before the quotation, with nothing nearer that it may report by."""
    pair = r.pair
    of_passive = pair.predicate is not None and pair.predicate.role == "passive subject"
    return of_passive and pair.before and is_spoken_of(pair.scene, pair.head)


RULE = Override("judged", "whoever was judged in these words did not say them", _settle)
