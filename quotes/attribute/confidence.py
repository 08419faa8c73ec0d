"""Confidence in two parts: that a stretch is somebody's words, and that its speaker is the right one if it is.

Each part is a logistic regression on the log-odds of what the models say, after Platt, Probabilistic outputs for
support vector machines (1999); the weights are learnt on articles that no model has seen, and stand in the speech
model's file.
"""

import math
from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

Part = Literal["speech", "mention"]


class Chances(NamedTuple):
    """Probabilities that a confidence rests on."""

    speaker: float  # that the candidate shown is the speaker
    runner_up: float  # that the next likeliest candidate is
    speech: float  # that the stretch is speech


class Confidence(NamedTuple):
    speech: float  # that these are somebody's words
    mention: float  # that the mention is right, given that they are

    @property
    def joint(self) -> float:
        return self.speech * self.mention


PARTS: tuple[Part, ...] = get_args(Part)


def weights_of(part: Part) -> tuple[str, ...]:
    """The names of a part's weights, in the order of what they weigh."""
    return tuple(f"{part}_confidence_{name}" for name in ("bias", *Chances._fields))


def confidence_inputs(chances: Chances) -> tuple[float, ...]:
    """What the weights weigh: 1 and the log-odds of each probability."""
    return 1.0, *map(_log_odds, chances)


def confidence(chances: Chances, weights: Mapping[str, float]) -> Confidence:
    """The parts; the models' own probabilities where the weights are missing."""
    return Confidence(
        part_of("speech", chances, weights, chances.speech), part_of("mention", chances, weights, chances.speaker)
    )


def part_of(part: Part, chances: Chances, weights: Mapping[str, float], otherwise: float) -> float:
    """0 to 1; `otherwise` where the model brings no weights for the part."""
    names = weights_of(part)
    if not any(name in weights for name in names):
        return otherwise
    inputs = zip(names, confidence_inputs(chances), strict=True)
    return 1.0 / (1.0 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in inputs)))


def _log_odds(p: float) -> float:
    p = min(max(p, 0.001), 0.999)
    return math.log(p / (1.0 - p))
