"""Wilson's interval: known values, and what must hold of every share."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.report import Share, wilson

WITHOUT_HURRY = settings(deadline=None, max_examples=50)  # the machine may be busy
CASES = st.integers(1, 10_000).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole)))


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    # Newcombe, Statistics in Medicine 17 (1998), table I, method 3; and both ends.
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (5, 5, 0.5655, 1),
    ],
)
def test_known_values(part: int, whole: int, low: float, high: float) -> None:
    assert wilson(part, whole) == pytest.approx((low, high), abs=5e-5)


@WITHOUT_HURRY
@given(CASES)
def test_it_holds_the_share_within_0_and_1(case: tuple[int, int]) -> None:
    part, whole = case
    low, high = wilson(part, whole)
    assert 0 <= low <= part / whole <= high <= 1
    assert low < high


@WITHOUT_HURRY
@given(CASES)
def test_it_is_the_same_seen_from_the_other_side(case: tuple[int, int]) -> None:
    part, whole = case
    low, high = wilson(part, whole)
    assert wilson(whole - part, whole) == pytest.approx((1 - high, 1 - low), abs=1e-12)


@WITHOUT_HURRY
@given(CASES, st.integers(2, 50))
def test_more_cases_make_it_narrower(case: tuple[int, int], times: int) -> None:
    part, whole = case
    low, high = wilson(part, whole)
    narrow_low, narrow_high = wilson(part * times, whole * times)
    assert narrow_high - narrow_low < high - low


@pytest.mark.parametrize(("part", "whole"), [(0, 0), (2, 1), (-1, 3), (0, -1)])
def test_no_share(part: int, whole: int) -> None:
    with pytest.raises(ValueError, match="a share needs"):
        wilson(part, whole)


def test_a_share_of_nothing_has_neither_value_nor_interval() -> None:
    assert (Share(0, 0).value, Share(0, 0).interval) == (None, None)


def test_fewer_effective_cases_widen_the_interval() -> None:
    assert Share(10, 100, effective=20.0).interval == pytest.approx(wilson(2, 20))
    assert Share(10, 100, effective=20.0).value == 0.1
