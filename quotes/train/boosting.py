"""LightGBM as the attribution models use it: fixed seeds, one thread, folds by article.

Where a model's choice among near equals hangs on the seed, several of different seeds are averaged ("bagging"; Breiman,
1996).
"""

import random
from collections.abc import Mapping, Sequence
from typing import Any

import lightgbm
import numpy as np

SEED = 20111
FOLDS = 5
_PARAMETERS = {
    "objective": "binary", "learning_rate": 0.06, "num_leaves": 31, "min_data_in_leaf": 20, "feature_fraction": 0.7,
    "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 1.0, "deterministic": True,
    "force_row_wise": True, "verbosity": -1, "num_threads": 1,
}  # fmt: skip


def fold_numbers(count: int) -> list[int]:
    """A fold for each of `count` articles, always the same."""
    return [place % FOLDS for place in random.Random(SEED).sample(range(count), count)]


class Averaged:
    """One or more models whose log-odds are averaged."""

    def __init__(self, boosters: Sequence[lightgbm.Booster]) -> None:
        self._boosters = boosters

    def predict(self, x: np.ndarray) -> np.ndarray:
        """A probability for each row."""
        scores = [booster.predict(x, num_threads=1, raw_score=True) for booster in self._boosters]
        return np.asarray(1.0 / (1.0 + np.exp(-np.mean(scores, axis=0))))

    def model_to_string(self) -> str:
        """LightGBM's texts, one after the other, as `quotes.boosted` reads them."""
        return "".join(booster.model_to_string() for booster in self._boosters)


def fit(
    x: np.ndarray,
    y: np.ndarray,
    names: tuple[str, ...],
    rounds: int,
    weights: np.ndarray | None = None,
    *,
    seeds: int = 1,
    settings: Mapping[str, Any] | None = None,
) -> Averaged:
    """Trees for the rows whose label is 0 or 1; rows labelled -1 are left out. `settings` are LightGBM's parameters;
    of each of `seeds` comes a model of its own."""
    known = y >= 0
    weight = None if weights is None else weights[known]
    data = lightgbm.Dataset(x[known], y[known], weight=weight, feature_name=list(names), free_raw_data=False)
    return Averaged(
        [
            lightgbm.train(_PARAMETERS | {"seed": SEED + extra} | dict(settings or {}), data, rounds)
            for extra in range(seeds)
        ]
    )


def out_of_fold(
    x: np.ndarray,
    y: np.ndarray,
    folds: np.ndarray,
    names: tuple[str, ...],
    rounds: int,
    weights: np.ndarray | None = None,
    *,
    seeds: int = 1,
    settings: Mapping[str, Any] | None = None,
) -> np.ndarray:
    """Probabilities for each row from trees that have not seen its article."""
    out = np.zeros(len(y))
    for fold in range(FOLDS):
        held = folds == fold
        if held.any():
            rest = None if weights is None else weights[~held]
            trees = fit(x[~held], y[~held], names, rounds, rest, seeds=seeds, settings=settings)
            out[held] = trees.predict(x[held])
    return out
