"""The judgement log: what follows from it holds for every log, not for examples alone."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.errors import UsageError
from quotes.identity.judgement import Judgement, derive_clusters, standing, undo

START = datetime(2026, 1, 1, tzinfo=UTC)
NODES = "abcdef"


def judged(
    left: str,
    right: str,
    verdict: Literal["positive", "negative", "unsure"],
    by: Literal["human", "machine"] = "human",
    minute: int = 0,
    score: float | None = None,
) -> Judgement:
    return Judgement(left, right, verdict, by, f"a {by}", START + timedelta(minutes=minute), "because", score)


def undone(row: Judgement, minute: int, by: Literal["human", "machine"] = "human") -> Judgement:
    return undo(row, f"a {by}", START + timedelta(minutes=minute), "not so", by)


@st.composite
def logs(draw: Callable[[Any], Any]) -> list[Judgement]:
    """Up to twelve rows about six nodes; an undo takes back a row that was there before it."""
    rows: list[Judgement] = []
    for minute in range(draw(st.integers(0, 12))):
        by = draw(st.sampled_from(("human", "machine")))
        if rows and draw(st.integers(0, 3)) == 0:
            rows.append(undone(draw(st.sampled_from(rows)), minute, by))
            continue
        left, right = draw(st.lists(st.sampled_from(NODES), min_size=2, max_size=2, unique=True))
        verdict = draw(st.sampled_from(("positive", "positive", "negative", "unsure")))
        score = draw(st.sampled_from((None, 0.9, 0.99))) if by == "machine" else None
        rows.append(judged(left, right, verdict, by, minute, score))
    return rows


@settings(deadline=None)
@given(logs(), st.randoms())
def test_the_order_of_reading_does_not_matter(log: list[Judgement], random: Any) -> None:
    shuffled = list(log)
    random.shuffle(shuffled)
    assert derive_clusters(shuffled) == derive_clusters(log)


@settings(deadline=None)
@given(logs())
def test_reading_a_row_twice_changes_nothing(log: list[Judgement]) -> None:
    assert derive_clusters([*log, *log]) == derive_clusters(log)


@settings(deadline=None)
@given(logs())
def test_no_cluster_holds_a_pair_that_a_person_holds_apart(log: list[Judgement]) -> None:
    clusters = derive_clusters(log)
    for (left, right), row in standing(log).items():
        if row.by == "human" and row.verdict == "negative":
            assert right not in clusters.members(left)


@settings(deadline=None)
@given(logs())
def test_a_person_outranks_the_machine(log: list[Judgement]) -> None:
    """Where a person's verdict on a pair holds, no row of the machine's on it changes anything."""
    later = len(log) + 1
    for (left, right), row in standing(log).items():
        if row.by == "human":
            for verdict in ("positive", "negative", "unsure"):
                more = judged(left, right, verdict, "machine", later, 1.0)
                assert standing([*log, more])[left, right] == row
                assert derive_clusters([*log, more]) == derive_clusters(log)


@settings(deadline=None)
@given(logs())
def test_the_machine_cannot_take_back_what_a_person_wrote(log: list[Judgement]) -> None:
    for row in log:
        if row.by == "human":
            assert derive_clusters([*log, undone(row, 99, "machine")]) == derive_clusters(log)


@settings(deadline=None)
@given(logs(), st.integers(0, 5), st.sampled_from(("positive", "negative", "unsure")))
def test_undo_takes_a_persons_row_back(
    log: list[Judgement], node: int, verdict: Literal["positive", "negative", "unsure"]
) -> None:
    row = judged(NODES[node], NODES[node - 1], verdict, minute=50)
    assert derive_clusters([*log, row, undone(row, 51)]) == derive_clusters(log)


@settings(deadline=None)
@given(logs())
def test_undoing_an_undo_restores_the_row(log: list[Judgement]) -> None:
    row = judged("a", "b", "negative", minute=50)
    first = undone(row, 51)
    assert derive_clusters([*log, row, first, undone(first, 52)]) == derive_clusters([*log, row])


@settings(deadline=None)
@given(logs())
def test_everybody_is_in_one_cluster_only(log: list[Judgement]) -> None:
    clusters = derive_clusters(log)
    for node in NODES:
        assert node in clusters.members(node)
        assert all(clusters.members(other) == clusters.members(node) for other in clusters.members(node))


def test_a_person_keeps_the_machine_from_merging_by_way_of_others() -> None:
    machine = [judged("a", "b", "positive", "machine", 1, 0.99), judged("b", "c", "positive", "machine", 2, 0.9)]
    clusters = derive_clusters([*machine, judged("a", "c", "negative", minute=3)])
    assert clusters.members("a") == {"a", "b"}  # the surer merge stays
    assert clusters.members("c") == {"c"}
    assert clusters.unheeded == (machine[1],)
    assert any("c" in clusters.apart.get(one, ()) for one in ("a", "b"))


def test_a_persons_undo_of_a_machines_merge_keeps_the_machine_off() -> None:
    merge = judged("a", "b", "positive", "machine", 1, 0.99)
    again = judged("a", "b", "positive", "machine", 9, 0.99)
    clusters = derive_clusters([merge, undone(merge, 2), again])
    assert clusters.members("a") == {"a"}
    assert derive_clusters([merge, undone(merge, 2), judged("a", "b", "positive", minute=3)]).members("a") == {"a", "b"}


def test_a_persons_undo_keeps_the_machine_off_by_way_of_others_too_but_no_person() -> None:
    merge = judged("a", "b", "positive", "machine", 1, 0.99)
    log = [merge, undone(merge, 2), judged("a", "c", "positive", minute=3)]
    assert derive_clusters([*log, judged("b", "c", "positive", "machine", 4, 0.99)]).members("a") == {"a", "c"}
    assert derive_clusters([*log, judged("b", "c", "positive", minute=4)]).members("a") == {"a", "b", "c"}


def test_the_machines_undo_leaves_the_machine_free() -> None:
    merge = judged("a", "b", "positive", "machine", 1, 0.99)
    log = [merge, undone(merge, 2, "machine")]
    assert standing(log) == {}
    again = judged("a", "b", "positive", "machine", 3, 0.99)
    assert derive_clusters([*log, again]).members("a") == {"a", "b"}


def test_of_two_verdicts_of_people_the_later_holds() -> None:
    log = [judged("a", "b", "negative", minute=1), judged("a", "b", "positive", minute=2)]
    assert derive_clusters(log).members("a") == {"a", "b"}


@pytest.mark.parametrize(
    "fields",
    [
        {"right": "a"},
        {"verdict": "undo"},
        {"undoes": "0123"},
        {"when": datetime(2026, 1, 1)},
    ],
)
def test_a_row_without_sense_is_refused(fields: dict[str, Any]) -> None:
    whole: dict[str, Any] = {
        "left": "a",
        "right": "b",
        "verdict": "positive",
        "by": "human",
        "who": "x",
        "when": START,
        "reason": "",
    }
    with pytest.raises(UsageError):
        Judgement(**(whole | fields))


def test_the_sides_of_a_pair_do_not_matter() -> None:
    assert judged("b", "a", "positive").id == judged("a", "b", "positive").id


@settings(deadline=None)
@given(logs())
def test_former_ids_are_read_as_present_ones(log: list[Judgement]) -> None:
    now = {node: node.upper() for node in NODES}
    before, after = derive_clusters(log), derive_clusters(log, now)
    for node in NODES:
        assert after.members(node.upper()) == {member.upper() for member in before.members(node)}


@settings(deadline=None)
@given(logs())
def test_no_cluster_holds_a_pair_that_a_person_holds_apart_under_former_ids(log: list[Judgement]) -> None:
    now = {"a": "b", "c": "C"}
    clusters = derive_clusters(log, now)
    for (left, right), row in standing(log, now).items():
        if row.by == "human" and row.verdict == "negative":
            assert right not in clusters.members(left)
