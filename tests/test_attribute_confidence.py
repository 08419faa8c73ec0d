"""Confidences: what the models' probabilities are worth, learnt from right and wrong ones."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.attribute.confidence import WEIGHTS, confidence
from quotes.train.confidence import learn_confidence

PROBABILITIES = st.floats(0.0, 1.0)


def test_without_weights_it_is_the_speakers_probability() -> None:
    assert confidence(0.7, 0.9, {}) == 0.7


@given(PROBABILITIES, PROBABILITIES)
def test_it_is_a_probability(speaker: float, speech: float) -> None:
    assert 0.0 <= confidence(speaker, speech, dict.fromkeys(WEIGHTS, 3.0)) <= 1.0


def test_too_sure_a_model_is_taken_down() -> None:
    chance = random.Random(7)
    outcomes = [(0.95, 0.95, chance.random() < 0.8) for _ in range(4000)]
    assert confidence(0.95, 0.95, learn_confidence(outcomes)) == pytest.approx(0.8, abs=0.03)


def test_nothing_to_learn_from_leaves_probabilities_as_they_are() -> None:
    weights = learn_confidence([(0.5, 0.5, True), (0.5, 0.5, False)])
    assert confidence(0.9, 0.6, weights) == pytest.approx(0.9, abs=0.01)
