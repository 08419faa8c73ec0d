"""Gains and losses between two runs."""

import copy
from typing import Any

import pytest

from quotes.evaluate import Comparison, compare, evaluate, to_predicted
from quotes.evaluate.json_lines import to_gold
from tests.evaluation_samples import FERRY, GOLD, PREDICTED, Record, predicted_quote, right_answers

RIGHT = [right_answers(record) for record in GOLD]


def compared(before: list[Record], after: list[Record], gold: list[Record] = GOLD) -> Comparison:
    articles = [to_gold(record) for record in gold]
    runs = [evaluate(articles, {p["id"]: to_predicted(p) for p in run}).judged for run in (before, after)]
    return compare(*runs)


def changed(article: int, quote: int, **fields: Any) -> list[Record]:
    run = copy.deepcopy(RIGHT)
    run[article]["quotes"][quote].update(fields)
    return run


def test_the_same_run_changes_nothing() -> None:
    assert compared(PREDICTED, PREDICTED).changes == ()


def test_what_is_gained_one_way_is_lost_the_other() -> None:
    there, back = compared(PREDICTED, RIGHT), compared(RIGHT, PREDICTED)
    assert there.losses == back.gains == ()
    assert there.counts() == {aspect: (lost, gained) for aspect, (gained, lost) in back.counts().items()}
    assert there.counts() == {
        "quote": (2, 0),
        "mention": (4, 0),
        "name": (4, 0),
        "type": (3, 0),
        "anonymous": (2, 0),
        "false quote": (1, 0),
        "false indirect": (1, 0),
    }


@pytest.mark.parametrize(
    ("fields", "lost"),
    [
        ({"mention": None}, ("mention",)),
        ({"speaker": {"name": "Ada Quill"}}, ("name",)),
        ({"speaker": None, "source_type": "unnamed_person"}, ("name", "type")),
        ({"anonymous": True}, ("anonymous",)),
        ({"start": 200, "end": 210}, ("quote", "mention", "name", "type", "anonymous")),
        ({"confidence": 0.1, "evidence": ["another reason"]}, ()),
    ],
)
def test_one_aspect_at_a_time(fields: Record, lost: tuple[str, ...]) -> None:
    comparison = compared(RIGHT, changed(0, 0, **fields))
    told = [change for change in comparison.losses if change.lost != ("false quote",)]
    assert [change.lost for change in told] == ([lost] if lost else [])
    assert all(change.text == "“The ferry will sail tonight,”" for change in told)


def test_a_name_for_the_unnamed_is_a_loss() -> None:
    assert [c.lost for c in compared(RIGHT, changed(0, 2, speaker={"name": "Isla Renfrew"})).losses] == [("name",)]


def test_false_findings_come_and_go_but_may_move() -> None:
    here = copy.deepcopy(RIGHT)
    here[0]["quotes"].append(predicted_quote(FERRY, "“Low Tide”"))
    moved = copy.deepcopy(RIGHT)
    moved[0]["quotes"].append(predicted_quote(FERRY, "“Low Tide"))
    assert compared(RIGHT, here).counts() == {"false quote": (0, 1)}
    assert compared(here, RIGHT).counts() == {"false quote": (1, 0)}
    assert compared(here, moved).changes == ()


def test_a_change_says_what_was_and_what_is() -> None:
    (change,) = compared(RIGHT, changed(0, 0, mention=None)).changes
    assert str(change) == (
        "ferry 0–30 “The ferry will sail tonight,” lost mention "
        "(“Isla Renfrew, the harbour master”, Isla Renfrew, named_person → no mention, Isla Renfrew, named_person)"
    )


def test_runs_over_other_gold_cannot_be_compared() -> None:
    first, second = ([to_gold(record)] for record in GOLD[:2])
    with pytest.raises(ValueError, match="same gold"):
        compare(evaluate(first, {}).judged, evaluate(second, {}).judged)
