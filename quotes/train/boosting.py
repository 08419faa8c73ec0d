"""LightGBM as the attribution models use it: fixed seeds, one thread, folds by article."""

import random
from collections.abc import Mapping
from typing import Any

import lightgbm
import numpy as np

SEED = 20111
FOLDS = 5
_PARAMETERS = {
    "objective": "binary", "learning_rate": 0.06, "num_leaves": 31, "min_data_in_leaf": 20, "feature_fraction": 0.7,
    "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 1.0, "seed": SEED, "deterministic": True,
    "force_row_wise": True, "verbosity": -1, "num_threads": 1,
}  # fmt: skip


def fold_numbers(count: int) -> list[int]:
    """A fold for each of `count` articles, always the same."""
    return [place % FOLDS for place in random.Random(SEED).sample(range(count), count)]


def fit(
    x: np.ndarray,
    y: np.ndarray,
    names: tuple[str, ...],
    rounds: int,
    weights: np.ndarray | None = None,
    *,
    settings: Mapping[str, Any] | None = None,
) -> lightgbm.Booster:
    """Trees for the rows whose label is 0 or 1; rows labelled -1 are left out. `settings` are LightGBM's parameters."""
    known = y >= 0
    weight = None if weights is None else weights[known]
    data = lightgbm.Dataset(x[known], y[known], weight=weight, feature_name=list(names))
    return lightgbm.train(_PARAMETERS | dict(settings or {}), data, rounds)


def out_of_fold(
    x: np.ndarray,
    y: np.ndarray,
    folds: np.ndarray,
    names: tuple[str, ...],
    rounds: int,
    weights: np.ndarray | None = None,
    *,
    settings: Mapping[str, Any] | None = None,
) -> np.ndarray:
    """Probabilities for each row from trees that have not seen its article."""
    out = np.zeros(len(y))
    for fold in range(FOLDS):
        held = folds == fold
        if held.any():
            rest = None if weights is None else weights[~held]
            trees = fit(x[~held], y[~held], names, rounds, rest, settings=settings)
            out[held] = trees.predict(x[held], num_threads=1)
    return out
