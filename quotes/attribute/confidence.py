"""Confidence: the chance that a quotation is one and that its speaker is the right one.

A logistic regression on the log-odds of the two models that decide, after Platt, Probabilistic outputs for support
vector machines (1999); its weights are learnt on articles that neither model has seen, and stand in the speech model's
file.
"""

import math
from collections.abc import Mapping, Sequence

WEIGHTS = ("confidence_bias", "confidence_speaker", "confidence_speech")


def confidence_inputs(speaker: float, speech: float) -> tuple[float, float, float]:
    """What the weights weigh: 1, the log-odds of the speaker, the log-odds of being speech."""
    return 1.0, _log_odds(speaker), _log_odds(speech)


def confidence(speaker: float, speech: float, weights: Mapping[str, float]) -> float:
    """0 to 1; the speaker's own probability where the model brings no weights."""
    if not all(name in weights for name in WEIGHTS):
        return speaker
    inputs: Sequence[float] = confidence_inputs(speaker, speech)
    return 1.0 / (1.0 + math.exp(-sum(weights[name] * value for name, value in zip(WEIGHTS, inputs, strict=True))))


def _log_odds(p: float) -> float:
    p = min(max(p, 0.001), 0.999)
    return math.log(p / (1.0 - p))
