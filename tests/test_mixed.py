"""Twenty-three articles of our own from many places, whose sources are unnamed, described and named in turn.

The floors stand a little below what the packaged models reach; data/README.md tells how far to trust the figures.
"""

import json
from functools import cache
from pathlib import Path

import pytest

from quotes.domain import Article
from quotes.errors import ModelError
from quotes.evaluate import Figures, evaluate, read_gold, to_predicted
from quotes.parse import Parser
from quotes.wire import to_dict

GOLD = Path(__file__).parents[1] / "data" / "gold" / "mixed.jsonl"


@cache
def figures() -> Figures:
    records = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    told = [Article(r["id"], r["text"], title=r["title"], byline=r["byline"], outlet=r["outlet"]) for r in records]
    try:
        parsed = [to_dict(one) for one in Parser(threads=1).parse_all(told)]
    except ModelError as error:
        pytest.skip(str(error))
    return evaluate(read_gold(GOLD), {one["id"]: to_predicted(one) for one in parsed}).figures


@pytest.mark.parametrize(
    ("measure", "precision", "recall"),
    [("quote", 0.95, 0.98), ("mention", 0.90, 0.93), ("name", 0.91, 0.77), ("anonymous", 0.82, 0.94)],
)
def test_floors(measure: str, precision: float, recall: float) -> None:
    score = getattr(figures(), measure)
    assert score.precision >= precision, score
    assert score.recall >= recall, score


def test_floors_of_shares() -> None:
    right = figures().type.value
    assert right is not None
    assert right >= 0.90
    assert figures().false_naming.part <= 2


def test_the_gold_cuts_out_what_it_says() -> None:
    for record in map(json.loads, GOLD.read_text(encoding="utf-8").splitlines()):
        assert all(record["text"][q["start"] : q["end"]] == q["text"] for q in record["quotes"]), record["id"]
