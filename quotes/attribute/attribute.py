"""Chooses one candidate for each quotation, or abstains and says why."""

from collections.abc import Sequence
from dataclasses import replace

from quotes.attribute.evidence import explain, find_cue
from quotes.attribute.ranker import Ranked, Ranker
from quotes.domain import Analysis, Attribution, Mention, Quotation
from quotes.scene import Scene


def attribute_quotations(
    analysis: Analysis, quotations: Sequence[Quotation], ranker: Ranker
) -> tuple[Attribution, ...]:
    """One attribution a quotation, in the same order.

    A quotation inside another is attributed among the words of the outer one: whom the speaker quotes.
    """
    found: dict[Quotation, Attribution] = {}
    outermost = [q for q in quotations if q.parent is None]
    found.update(_attribute_level(Scene(analysis, outermost), outermost, ranker))
    for parent in sorted({q.parent for q in quotations if q.parent is not None}):
        inner = [q for q in quotations if q.parent == parent]
        outer = quotations[parent]
        level = [replace(q, parent=None) for q in inner]
        scene = Scene(_within(analysis, outer), level)
        for q, attribution in zip(inner, _attribute_level(scene, level, ranker).values(), strict=True):
            found[q] = replace(attribution, quotation=q)
    return tuple(found[q] for q in quotations)


def _attribute_level(scene: Scene, quotations: Sequence[Quotation], ranker: Ranker) -> dict[Quotation, Attribution]:
    ranked = ranker.rank(scene, quotations)
    chosen = [some[0] for some in ranked if some and some[0].probability >= ranker.threshold]
    reasons = dict(zip(map(id, chosen), ranker.second.contributions([c.row for c in chosen]), strict=True))
    made = {}
    for quotation, some in zip(quotations, ranked, strict=True):
        if not some or id(some[0]) not in reasons:
            made[quotation] = _unknown(quotation, some)
            continue
        best = some[0]
        made[quotation] = Attribution(
            quotation,
            Mention(best.pair.candidate.span, best.pair.candidate.head),
            find_cue(best.pair),
            round(best.probability, 4),
            explain(best.pair, reasons[id(best)]) or ("the likeliest of the candidates near the quotation",),
        )
    return made


def _unknown(quotation: Quotation, some: Sequence[Ranked]) -> Attribution:
    if not some:
        return Attribution(quotation, None, None, 0.0, (), "nobody who could speak stands near the quotation")
    best = some[0]
    words = best.pair.candidate.span.of(best.pair.scene.text)
    cause = f"no candidate is likely enough; the likeliest, “{words}”, has a probability of {best.probability:.2f}"
    return Attribution(quotation, None, None, round(best.probability, 4), (), cause)


def _within(analysis: Analysis, outer: Quotation) -> Analysis:
    """The analysis with the words outside a quotation hidden: tokens keep their places, paragraphs shrink to it."""
    return replace(analysis, paragraphs=(outer.content,))
