"""Learns what a confidence is worth, by logistic regression on predictions for articles that no model has seen."""

from collections.abc import Sequence

import numpy as np

from quotes.attribute.confidence import WEIGHTS, Chances, confidence, confidence_inputs

DOUBTED = 0.98  # confidence from which a wrong mention is taken for a slip of the gold
_STEPS = 25
_RIDGE = 1.0  # a weak pull of every weight to that of an honest probability of the speaker


def learn_confidence(outcomes: Sequence[tuple[Chances, bool]]) -> dict[str, float]:
    """Weights from what the models said of each mention, and whether the mention was right.

    A mention that is wrong although a first fit is all but sure of it is mostly a slip of the gold, as reading showed,
    and says nothing of what a confidence is worth: it is left out of the second.
    """
    first = _fit(outcomes)
    return _fit([(chances, hit) for chances, hit in outcomes if hit or confidence(chances, first) < DOUBTED])


def _fit(outcomes: Sequence[tuple[Chances, bool]]) -> dict[str, float]:
    prior = np.asarray([float(name == "confidence_speaker") for name in WEIGHTS])
    weights = prior.copy()
    x = np.asarray([confidence_inputs(chances) for chances, _ in outcomes])
    y = np.asarray([float(hit) for _, hit in outcomes])
    for _ in range(_STEPS):  # Newton's method
        p = 1.0 / (1.0 + np.exp(-x @ weights))
        gradient = x.T @ (y - p) - _RIDGE * (weights - prior)
        curvature = (x * (p * (1.0 - p))[:, None]).T @ x + _RIDGE * np.eye(len(weights))
        weights = weights + np.linalg.solve(curvature, gradient)
    return dict(zip(WEIGHTS, map(float, weights), strict=True))
