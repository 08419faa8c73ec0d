"""The whole parser on gold articles: no figure may fall below its floor in floors.toml.

Our own sets are measured always; those of the bench where QUOTES_BENCH names the folder that holds them.
"""

import os
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quotes.evaluate import Evaluation, evaluate, read_gold, to_predicted
from quotes.parser import Parser
from quotes.wire import to_dict

ROOT = Path(__file__).parents[1]
FLOORS: dict[str, Any] = tomllib.loads((ROOT / "tests" / "floors.toml").read_text(encoding="utf-8"))
AT_MOST = ("false naming", "name calibration error")


def gold_sets() -> Iterator[tuple[str, Path, dict[str, Any]]]:
    yield from ((name, ROOT / "data" / "gold" / f"{name}.jsonl", floors) for name, floors in FLOORS["own"].items())
    if folder := os.environ.get("QUOTES_BENCH"):
        bench = ROOT / folder / "bench"
        yield from ((name, bench / f"{name}.jsonl", floors) for name, floors in FLOORS["bench"].items())


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(threads=2)


def measure(path: Path, parser: Parser) -> Evaluation:
    gold = read_gold(path)
    parsed = (to_dict(one) for one in parser.parse_all(article.article for article in gold))
    return evaluate(gold, {one["id"]: to_predicted(one) for one in parsed})


@pytest.mark.parametrize(("path", "floors"), [pytest.param(p, f, id=name) for name, p, f in gold_sets()])
def test_no_figure_falls_below_its_floor(path: Path, floors: dict[str, Any], parser: Parser) -> None:
    assert path.is_file(), f"{path} is missing: QUOTES_BENCH must name the folder that holds bench/"
    measured = measure(path, parser).to_dict()
    fallen = []
    surest = measured["name calibration"]["bins"][-1]["right"]
    measured |= {
        "name calibration error": measured["name calibration"]["expected calibration error"],
        "right of names from .9": surest,
    }
    for name, floor in floors.items():
        wanted = floor if isinstance(floor, dict) else {"": floor}
        for figure, bound in wanted.items():
            value = measured[name][figure] if figure else measured[name]
            if value > bound if name in AT_MOST else value < bound:
                fallen.append(f"{name} {figure} is {value}, and {bound} is its bound")
    assert not fallen, "; ".join(fallen)
