"""Learns what a confidence is worth, by logistic regression on predictions for articles that no model has seen."""

from collections.abc import Sequence

import numpy as np

from quotes.attribute.confidence import Chances, Part, confidence_inputs, part_of, weights_of

DOUBTED = 0.98  # confidence from which what is wrong is taken for a slip of the gold
_STEPS = 25
_RIDGE = 1.0  # a weak pull of every weight to that of an honest probability
_HONEST = {"speech": "speech", "mention": "speaker"}  # the model whose probability is that of the part

Outcomes = Sequence[tuple[Chances, bool]]


def learn_confidence(part: Part, outcomes: Outcomes) -> dict[str, float]:
    """Weights of one part from what the models said, and whether it was right.

    What is wrong although a first fit is all but sure of it is mostly a slip of the gold, as reading showed, and says
    nothing of what a confidence is worth: it is left out of the second.
    """
    first = _fit(part, outcomes)
    return _fit(
        part, [(chances, hit) for chances, hit in outcomes if hit or part_of(part, chances, first, 0) < DOUBTED]
    )


def _fit(part: Part, outcomes: Outcomes) -> dict[str, float]:
    names = weights_of(part)
    prior = np.asarray([float(name.endswith(f"_{_HONEST[part]}")) for name in names])
    weights = prior.copy()
    x = np.asarray([confidence_inputs(chances) for chances, _ in outcomes])
    y = np.asarray([float(hit) for _, hit in outcomes])
    for _ in range(_STEPS):  # Newton's method
        p = 1.0 / (1.0 + np.exp(-x @ weights))
        gradient = x.T @ (y - p) - _RIDGE * (weights - prior)
        curvature = (x * (p * (1.0 - p))[:, None]).T @ x + _RIDGE * np.eye(len(weights))
        weights = weights + np.linalg.solve(curvature, gradient)
    return dict(zip(names, map(float, weights), strict=True))
