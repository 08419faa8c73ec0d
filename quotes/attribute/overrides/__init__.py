"""Overrides: what decides after the ranker, where a ranking of single pairs cannot know who speaks.

Each rule has an id and stands here in the order in which they are applied; `off` switches some of them off.
`quotes.train.overrides` counts how often each changes a choice, and how often it is right, on gold articles.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from quotes.attribute.overrides import author, groups, judged, labelled, opening, passed_on, quoted, turns
from quotes.attribute.overrides.override import Lists, Override
from quotes.attribute.overrides.quoted import is_publisher
from quotes.attribute.ranker import Ranked
from quotes.domain import Quotation

OVERRIDES: tuple[Override, ...] = (
    judged.RULE,
    turns.HEARD,
    turns.PUTS_IT,
    labelled.RULE,
    groups.RULE,
    opening.RULE,
    quoted.QUOTED,
    quoted.CITED,
    passed_on.RULE,
    author.RULE,
)
PURPOSES = {rule.id: rule.purpose for rule in OVERRIDES}


def settle(stretches: Sequence[Quotation], ranked: Lists, off: Collection[str] = ()) -> list[list[Ranked]]:
    """The candidates of each stretch after the rules; one that a rule put first bears its id."""
    for rule in OVERRIDES:
        if rule.id not in off:
            settled = zip(ranked, rule.settle(stretches, ranked), strict=True)
            ranked = [_signed(rule, before, after) for before, after in settled]
    return [list(some) for some in ranked]


def _signed(rule: Override, before: Sequence[Ranked], after: Sequence[Ranked]) -> Sequence[Ranked]:
    if not after or after[0].pair.head.index == before[0].pair.head.index:
        return after
    messenger = before[0].pair
    named = rule.passes_on and is_publisher(messenger.scene, messenger.candidate.span, messenger.head)
    through = messenger.candidate.span if named else None
    return [replace(after[0], rule=rule.id, through=through), *after[1:]]
