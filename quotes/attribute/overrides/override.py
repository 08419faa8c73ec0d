"""What a rule after the ranker is: a named function over the ranked candidates of an article's quotations."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from quotes.attribute.ranker import Ranked
from quotes.domain import Quotation

Lists = Sequence[Sequence[Ranked]]  # the candidates of each quotation, the likeliest first
Choose = Callable[[Sequence[Ranked]], Ranked | None]


@dataclass(frozen=True, slots=True)
class Override:
    """A rule by its id, which evidence and `explain` show; `purpose` says in one line why whom it puts first speaks."""

    id: str
    purpose: str
    settle: Callable[[Sequence[Quotation], Lists], list[list[Ranked]]]
    passes_on: bool = False  # whoever was likeliest before passes the words on


def chosen_by(name: str, purpose: str, choose: Choose, least: float = 0.0, *, passes_on: bool = False) -> Override:
    """A rule that looks at one quotation at a time and puts first whom `choose` gives, if anybody.

    Its probability becomes that of the candidate before it, `least` at least.
    """

    def settle(stretches: Sequence[Quotation], ranked: Lists) -> list[list[Ranked]]:
        return [_settled(some, choose(some) if some else None, least) for some in ranked]

    return Override(name, purpose, settle, passes_on)


def _settled(some: Sequence[Ranked], chosen: Ranked | None, least: float) -> list[Ranked]:
    return list(some) if chosen is None else put_first(some, chosen, max(least, some[0].probability))


def put_first(some: Sequence[Ranked], chosen: Ranked, probability: float) -> list[Ranked]:
    """The candidates of one quotation with `chosen`, of that probability, before the rest."""
    return [replace(chosen, probability=probability), *(r for r in some if r is not chosen)]
