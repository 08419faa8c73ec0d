"""A quotation behind its speaker's label, or over their name, is theirs: "MR. LEE: “…”", "“…” / — Ann Lee"."""

from collections.abc import Sequence

from quotes.attribute.overrides.override import chosen_by
from quotes.attribute.pair import is_own_label
from quotes.attribute.ranker import Ranked

SURE = 0.97  # probability of a label inside the quotation itself or right before it


def _choose(some: Sequence[Ranked]) -> Ranked | None:
    return next((r for r in some if is_own_label(r.pair)), None)


RULE = chosen_by("label", "the label of its speaker begins it or stands right before it", _choose, SURE)
