"""What each override of attribution does on gold articles: how often it changes the choice, and is right."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quotes.attribute.overrides import OVERRIDES, settle
from quotes.attribute.ranker import Ranked
from quotes.train.gold import GoldArticle, GoldQuote, match_gold
from quotes.train.ranking import right


class RuleFigures(NamedTuple):
    """Over the gold quotations whose chosen speaker would be another without the rule."""

    id: str
    fired: int
    right: int  # with the rule
    right_without: int


def override_figures(
    articles: Sequence[GoldArticle], ranked: Sequence[Sequence[Sequence[Ranked]]], threshold: float
) -> Iterator[RuleFigures]:
    """`ranked` are each article's lists before any override; below the threshold nobody is chosen."""
    golds = [match_gold(article) for article in articles]

    def choices(off: Sequence[str] = ()) -> list[tuple[int | None, bool]]:
        chosen = []
        for article, lists, gold in zip(articles, ranked, golds, strict=True):
            for some, quote in zip(settle(article.stretches, lists, off), gold, strict=True):
                if quote is not None and quote.sources:
                    chosen.append(_choice(some, quote, threshold))
        return chosen

    every = choices()
    for rule in OVERRIDES:
        changed = [(a, b) for a, b in zip(every, choices([rule.id]), strict=True) if a[0] != b[0]]
        yield RuleFigures(rule.id, len(changed), sum(a[1] for a, _ in changed), sum(b[1] for _, b in changed))


def _choice(some: Sequence[Ranked], gold: GoldQuote, threshold: float) -> tuple[int | None, bool]:
    """The head of the speaker chosen, and whether it is the gold's."""
    if not some or some[0].probability < threshold:
        return None, False
    return some[0].pair.head.index, right(some[0].pair, gold.sources)
