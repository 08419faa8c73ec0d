"""Trains the ranker's two passes; the second learns from what the first says of articles it has not seen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from quotes.attribute.features import FEATURES, feature_rows
from quotes.attribute.features.neighbours import Vote, cast_votes, vote_features
from quotes.attribute.pair import Pair
from quotes.attribute.ranker import SECOND_FEATURES, Ranked, count_ballots, pairs_of
from quotes.domain import Span
from quotes.train.boosting import fit, out_of_fold
from quotes.train.gold import GoldArticle, GoldQuote, match_gold

ROUNDS_FIRST, ROUNDS_SECOND = 300, 150
SEEDS = 3
FOLD_SEEDS = 1  # of the models that only tell what they say of unseen articles
MARKED_WEIGHT = 0.5  # of a report made to look like a quotation


@dataclass(frozen=True, slots=True)
class Problem:
    """One stretch with its candidates; labels are 1 right, 0 wrong, -1 not known or not to be judged."""

    gold: GoldQuote | None
    pairs: list[Pair]
    labels: list[int]


@dataclass(frozen=True, slots=True)
class TrainedRanker:
    """LightGBM texts, and for each article what both passes say of its stretches without having seen it, before any
    override."""

    first: str
    second: str
    ranked: list[list[list[Ranked]]]


def build_problems(article: GoldArticle, strengths: Mapping[str, float], *, judged: bool = True) -> list[Problem]:
    """One problem for each stretch; those that are not `judged` teach nothing."""
    pairs = pairs_of(article.scene, article.stretches, strengths)
    return [
        Problem(gold, some, _label(some, gold) if judged else [-1] * len(some))
        for gold, some in zip(match_gold(article), pairs, strict=True)
    ]


def _label(pairs: Sequence[Pair], gold: GoldQuote | None) -> list[int]:
    """1 for the head of the gold source, -1 for other words inside it.

    All -1 where the stretch is not in the gold, or where no candidate has words of the gold source.
    """
    if gold is None:
        return [-1] * len(pairs)
    inside = [i for i, p in enumerate(pairs) if any(s.contains(p.head.span) for s in gold.sources)]
    touching = inside or [i for i, p in enumerate(pairs) if right(p, gold.sources)]
    labels = [0 if touching or not gold.sources else -1] * len(pairs)
    if touching:
        heads = {pairs[i].head.index for i in touching}
        best = next((i for i in touching if not _is_under(pairs[i], heads)), touching[0])
        for i in touching:
            labels[i] = -1
        labels[best] = 1
    return labels


def right(pair: Pair, sources: Sequence[Span]) -> bool:
    """The mention overlaps a gold source."""
    return any(s.overlaps(pair.candidate.span) for s in sources)


def _is_under(pair: Pair, heads: set[int]) -> bool:
    above = pair.head.head
    for _ in range(6):
        if above < 0:
            return False
        if above in heads:
            return True
        above = pair.scene.tokens[above].head
    return False


def train_ranker(
    articles: Sequence[GoldArticle],
    problems: Sequence[Sequence[Problem]],
    marked: Sequence[tuple[int, Sequence[Problem]]] = (),
) -> TrainedRanker:
    """`marked` are reports made to look like quotations, an article's with its fold; the first pass alone sees them."""
    x, y = _rows(problems)
    folds = _repeat_folds(articles, [sum(len(p.pairs) for p in some) for some in problems])
    x1, y1 = _rows([some for _, some in marked]) if marked else (x[:0], y[:0])
    x1, y1 = x1[y1 >= 0], y1[y1 >= 0]
    folds1 = np.repeat([fold for fold, _ in marked], [_known(some) for _, some in marked])
    weights = np.repeat([1.0, MARKED_WEIGHT], [len(x), len(x1)])
    whole = np.concatenate([x, x1]), np.concatenate([y, y1])
    every = out_of_fold(
        *whole, np.concatenate([folds, folds1]), tuple(FEATURES), ROUNDS_FIRST, weights, seeds=FOLD_SEEDS
    )
    first_out = iter(every[: len(x)].tolist())
    first_row = iter(x)
    row_of: dict[int, np.ndarray] = {}
    label_of: dict[int, int] = {}
    votes: list[list[list[Vote]]] = []
    for some in problems:
        for p in some:
            for pair, label in zip(p.pairs, p.labels, strict=True):
                row_of[id(pair)], label_of[id(pair)] = next(first_row), label
        votes.append(cast_votes(count_ballots([p.pairs for p in some], first_out)))
    finalists = [vote for article in votes for some in article for vote in some]
    x2 = np.asarray([[*row_of[id(v.pair)], *vote_features(v)] for v in finalists])
    y2 = np.asarray([label_of[id(v.pair)] for v in finalists])
    folds2 = _repeat_folds(articles, [sum(map(len, article)) for article in votes])
    second_out = out_of_fold(x2, y2, folds2, SECOND_FEATURES, ROUNDS_SECOND, seeds=FOLD_SEEDS)
    rows = iter(zip(second_out.tolist(), x2, strict=True))
    ranked = []
    for some_votes in votes:
        ranked.append(
            [sorted((Ranked(v.pair, *next(rows)) for v in some), key=lambda r: -r.probability) for some in some_votes]
        )
    first = fit(*whole, tuple(FEATURES), ROUNDS_FIRST, weights, seeds=SEEDS).model_to_string()
    second = fit(x2, y2, SECOND_FEATURES, ROUNDS_SECOND, seeds=SEEDS).model_to_string()
    return TrainedRanker(first, second, ranked)


def _rows(problems: Sequence[Sequence[Problem]]) -> tuple[np.ndarray, np.ndarray]:
    x = np.asarray([row for some in problems for rows in feature_rows([p.pairs for p in some]) for row in rows])
    return x, np.asarray([label for some in problems for p in some for label in p.labels])


def _known(problems: Sequence[Problem]) -> int:
    return sum(label >= 0 for p in problems for label in p.labels)


def _repeat_folds(articles: Sequence[GoldArticle], counts: Sequence[int]) -> np.ndarray:
    return np.repeat([a.fold for a in articles], counts)
