"""Who was told is not who tells: "residents were told by the manager to “wait”"."""

from collections.abc import Sequence

from quotes.attribute.overrides.override import chosen_by
from quotes.attribute.ranker import Ranked


def _choose(some: Sequence[Ranked]) -> Ranked | None:
    return next((r for r in some if not _is_addressed(r)), None) if _is_addressed(some[0]) else None


def _is_addressed(r: Ranked) -> bool:
    return r.pair.predicate is not None and r.pair.predicate.role == "addressee"


RULE = chosen_by("addressed", "whoever was told is not who told", _choose)
