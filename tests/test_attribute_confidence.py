"""Confidences: what the models' probabilities are worth, learnt from right and wrong ones."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.attribute.confidence import Chances, confidence, weights_of
from quotes.train.confidence import learn_confidence

PROBABILITIES = st.floats(0.0, 1.0)


def test_without_weights_it_is_the_models_probabilities() -> None:
    assert confidence(Chances(0.7, 0.2, 0.9), {}) == (0.9, 0.7)
    assert confidence(Chances(0.7, 0.2, 0.9), {}).joint == pytest.approx(0.63)


def test_each_part_has_weights_of_its_own() -> None:
    weights = learn_confidence("speech", [(Chances(0.5, 0.1, 0.9), True)] * 99 + [(Chances(0.5, 0.1, 0.9), False)])
    sure = confidence(Chances(0.5, 0.1, 0.9), weights)
    assert sure.speech == pytest.approx(0.98, abs=0.02)
    assert sure.mention == 0.5


@given(st.builds(Chances, PROBABILITIES, PROBABILITIES, PROBABILITIES))
def test_it_is_a_probability(chances: Chances) -> None:
    assert 0.0 <= confidence(chances, dict.fromkeys(weights_of("mention"), 3.0)).mention <= 1.0


def test_too_sure_a_model_is_taken_down() -> None:
    chance = random.Random(7)
    sure = Chances(0.95, 0.05, 0.95)
    outcomes = [(sure, chance.random() < 0.8) for _ in range(4000)]
    assert confidence(sure, learn_confidence("mention", outcomes)).mention == pytest.approx(0.8, abs=0.03)


def test_a_strong_second_candidate_makes_less_sure() -> None:
    chance = random.Random(7)
    alone, rivalled = Chances(0.8, 0.01, 0.9), Chances(0.8, 0.7, 0.9)
    outcomes = [(alone, chance.random() < 0.95) for _ in range(2000)]
    outcomes += [(rivalled, chance.random() < 0.6) for _ in range(2000)]
    weights = learn_confidence("mention", outcomes)
    assert confidence(alone, weights).mention == pytest.approx(0.95, abs=0.03)
    assert confidence(rivalled, weights).mention == pytest.approx(0.6, abs=0.03)


def test_slips_of_the_gold_take_no_confidence_down() -> None:
    sure, unsure = Chances(0.999, 0.001, 0.999), Chances(0.6, 0.3, 0.8)
    outcomes = [(sure, True)] * 990 + [(sure, False)] * 10 + [(unsure, True)] * 60 + [(unsure, False)] * 40
    weights = learn_confidence("mention", outcomes)
    assert confidence(sure, weights).mention > 0.995
    assert confidence(unsure, weights).mention == pytest.approx(0.6, abs=0.03)


def test_nothing_to_learn_from_leaves_probabilities_as_they_are() -> None:
    even = Chances(0.5, 0.5, 0.5)
    weights = learn_confidence("mention", [(even, True), (even, False)])
    assert confidence(Chances(0.9, 0.1, 0.6), weights).mention == pytest.approx(0.9, abs=0.01)
