"""Confidences held against what was right."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.evaluate.calibration import calibrate, mention_outcomes
from quotes.evaluate.json_lines import to_gold
from quotes.evaluate.pairing import judge
from quotes.evaluate.predictions import to_predicted
from tests.evaluation_samples import GOLD, PREDICTED


def test_the_error_is_the_weighted_distance_of_the_bins() -> None:
    calibration = calibrate([(0.95, True)] * 3 + [(0.95, False)] + [(0.15, False)] * 4)
    assert calibration.error == pytest.approx((4 * 0.20 + 4 * 0.15) / 8)
    assert [b.number for b in calibration.bins] == [0, 4, 0, 0, 0, 0, 0, 0, 0, 4]
    assert calibration.bins[9].right == 0.75


def test_certainty_belongs_to_the_last_bin() -> None:
    assert calibrate([(1.0, True)]).bins[9].number == 1


def test_nothing_to_calibrate() -> None:
    assert calibrate([]).to_dict()["expected calibration error"] is None


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_every_outcome_is_in_one_bin_and_the_error_is_a_share(outcomes: list[tuple[float, bool]]) -> None:
    calibration = calibrate(outcomes)
    assert sum(b.number for b in calibration.bins) == len(outcomes)
    assert calibration.error is not None
    assert 0 <= calibration.error <= 1


def test_only_mentions_with_a_confidence_count_and_those_on_no_quotation_are_wrong() -> None:
    judged = [judge(to_gold(gold), to_predicted(found)) for gold, found in zip(GOLD, PREDICTED, strict=False)]
    outcomes = mention_outcomes(judged[:2])
    assert sorted(outcomes) == [(0.15, False), (0.55, False), (0.9, True), (0.95, True), (1.0, True)]
