"""Fitting the weights of pronouns on examples small enough to see through."""

from quotes.cast.nearness import NOBODY, probabilities
from quotes.train.pronouns import Example, fit


def test_the_feature_of_the_right_candidates_counts_more() -> None:
    near, far = {"near": 1.0}, {"far": 1.0}
    weights = fit(
        [Example((near, far), (True, False, False), 1.0)] * 9 + [Example((near, far), (False, True, False), 1.0)]
    )
    assert weights["near"] > weights["far"] > weights[NOBODY]


def test_where_several_may_be_meant_none_of_them_is_preferred() -> None:
    weights = fit([Example(({"a": 1.0}, {"b": 1.0}, {"c": 1.0}), (True, True, False, False), 1.0)] * 5)
    assert abs(weights["a"] - weights["b"]) < 1e-3
    assert weights["a"] > weights["c"]


def test_chances_leave_room_for_nobody() -> None:
    chances = probabilities([{"a": 1.0}, {"b": 1.0}], {"a": 1.0, NOBODY: 1.0})
    assert chances[0] > chances[1]
    assert 0 < sum(chances) < 1
