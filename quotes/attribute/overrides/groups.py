"""The stretches of one quotation over several paragraphs have one speaker."""

from collections.abc import Sequence

from quotes.attribute.overrides.override import Lists, Override, put_first
from quotes.attribute.ranker import Ranked
from quotes.domain import Quotation

LIKELY_INSIDE = 0.3  # probability from which a mention inside a quotation's own paragraphs goes before those outside
LIKELY_APART = 0.6  # … and from which two speakers in their own paragraphs are taken for two


def _settle(stretches: Sequence[Quotation], ranked: Lists) -> list[list[Ranked]]:
    """Gives the stretches of a group the likeliest speaker of any of them.

    A speaker named within those paragraphs ("…," she said, at the end of the last one) goes before one named outside.
    Where a mark is missing, two quotations look like one; each keeps the likely speaker of its own paragraph.
    """
    agreed = [list(some) for some in ranked]
    for group in sorted({q.group for q in stretches if q.group is not None}):
        members = [i for i, q in enumerate(stretches) if q.group == group and ranked[i]]
        if not members or _speak_apart([ranked[i][0] for i in members]):
            continue
        paragraphs = {ranked[i][0].pair.place.paragraph for i in members}

        def order(r: Ranked, own: set[int] = paragraphs) -> tuple[bool, float]:
            inside = r.pair.place.paragraph + r.pair.paragraph_delta in own
            return inside and r.probability >= LIKELY_INSIDE, r.probability

        best = max((r for i in members for r in ranked[i]), key=order)
        for i in members:
            own = next((r for r in ranked[i] if r.pair.head.index == best.pair.head.index), None)
            if own is not None:
                agreed[i] = put_first(ranked[i], own, best.probability)
    return agreed


def _speak_apart(tops: Sequence[Ranked]) -> bool:
    """Each stretch has a likely speaker in its own paragraph."""
    return all(r.pair.paragraph_delta == 0 and r.probability >= LIKELY_APART for r in tops)


RULE = Override("one-speaker", "the paragraphs of one quotation have one speaker", _settle)
