"""Confidence: the chance that a quotation is one and that its speaker is the right one.

A logistic regression on the log-odds of what the two models say, after Platt, Probabilistic outputs for support vector
machines (1999); its weights are learnt on articles that neither model has seen, and stand in the speech model's file.
"""

import math
from collections.abc import Mapping
from typing import NamedTuple

_PREFIX = "confidence_"


class Chances(NamedTuple):
    """Probabilities that a confidence rests on."""

    speaker: float  # that the candidate shown is the speaker
    runner_up: float  # that the next likeliest candidate is
    speech: float  # that the stretch is speech


WEIGHTS = tuple(_PREFIX + name for name in ("bias", *Chances._fields))


def confidence_inputs(chances: Chances) -> tuple[float, ...]:
    """What the weights weigh: 1 and the log-odds of each probability."""
    return 1.0, *map(_log_odds, chances)


def confidence(chances: Chances, weights: Mapping[str, float]) -> float:
    """0 to 1; the speaker's own probability where the model brings no weights."""
    if not any(name in weights for name in WEIGHTS):
        return chances.speaker
    inputs = zip(WEIGHTS, confidence_inputs(chances), strict=True)
    return 1.0 / (1.0 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in inputs)))


def _log_odds(p: float) -> float:
    p = min(max(p, 0.001), 0.999)
    return math.log(p / (1.0 - p))
