"""Which prediction belongs to which gold stretch, when two names are one, and cutting a text at its marks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.domain import Span
from quotes.evaluate.marked import cut
from quotes.evaluate.match import SAME, match_best_first, span_iou, spans_iou
from quotes.evaluate.names import same_name

SPANS = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@settings(deadline=None)
@given(SPANS, SPANS)
def test_likeness_is_symmetric_and_counts_shared_characters(left: Span, right: Span) -> None:
    shared = set(range(*left)) & set(range(*right))
    union = set(range(*left)) | set(range(*right))
    assert span_iou(left, right) == span_iou(right, left)
    assert spans_iou([left], [right]) == pytest.approx(len(shared) / len(union))
    if shared:
        assert span_iou(left, right) == pytest.approx(len(shared) / len(union))


@settings(deadline=None)
@given(st.lists(SPANS, max_size=6), st.lists(SPANS, max_size=6))
def test_matches_are_one_to_one_alike_and_as_many_as_can_be_added(gold: list[Span], predicted: list[Span]) -> None:
    made = match_best_first(gold, predicted, span_iou)
    assert len(set(made.values())) == len(made)
    assert all(span_iou(gold[i], predicted[j]) >= SAME for i, j in made.items())
    left = [span for i, span in enumerate(gold) if i not in made]
    right = [span for j, span in enumerate(predicted) if j not in made.values()]
    assert all(span_iou(one, other) < SAME for one in left for other in right)


@settings(deadline=None)
@given(st.lists(SPANS, max_size=6))
def test_equal_stretches_match_themselves(spans: list[Span]) -> None:
    made = match_best_first(spans, spans, span_iou)
    assert len(made) == len(spans)
    assert all(spans[i] == spans[j] for i, j in made.items())


@pytest.mark.parametrize(("predicted", "made"), [(Span(0, 5), {0: 0}), (Span(0, 4), {}), (Span(6, 16), {})])
def test_stretches_that_share_less_than_half_are_not_one(predicted: Span, made: dict[int, int]) -> None:
    assert match_best_first([Span(0, 10)], [predicted], span_iou) == made


def test_the_better_match_wins() -> None:
    gold, predicted = [Span(0, 10), Span(12, 20)], [Span(2, 10), Span(0, 10)]
    assert match_best_first(gold, predicted, span_iou) == {0: 1}


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        ("Isla Renfrew", "Isla Renfrew", True),
        ("Isla Renfrew", "Ms. Isla Renfrew", True),
        ("Isla Renfrew", "ISLA RENFREW’s", True),
        ("Isla Renfrew", "Isla Margaret Jane Renfrew", True),
        ("Isla Renfrew", "Isla Margaret Jane Anne Mary Renfrew", False),
        ("Isla Renfrew", "Renfrew", False),
        ("Renfrew", "Isla Renfrew", True),
        ("Isla Renfrew", "Iain Renfrew", False),
        ("Isla Renfrew", "Renfrew Isla", True),
        ("The President", "The President", False),  # nothing but titles names nobody
    ],
)
def test_names(gold: str, predicted: str, same: bool) -> None:
    assert same_name(gold, predicted) is same


@settings(deadline=None)
@given(SPANS, st.lists(st.tuples(SPANS, st.sampled_from(["gold", "found"])), max_size=6))
def test_pieces_are_the_text_in_order_with_all_their_marks(whole: Span, marks: list[tuple[Span, str]]) -> None:
    pieces = cut(whole, marks)
    assert [p for span, _ in pieces for p in range(*span)] == list(range(*whole))
    for span, names in pieces:
        for place in range(*span):
            assert set(names) == {name for mark, name in marks if mark.start <= place < mark.end}
