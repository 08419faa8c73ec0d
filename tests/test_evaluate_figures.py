"""The measures: what they count, and that what is counted apart adds up."""

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from quotes.evaluate import Evaluation, Figures, Score, Share, evaluate, to_predicted
from quotes.evaluate.figures import MEASURES
from quotes.evaluate.json_lines import to_gold
from tests.evaluation_samples import GOLD, PREDICTED, Record, right_answers

OWN_GOLD = Path(__file__).parents[1] / "data" / "gold" / "articles.jsonl"
OURS = [json.loads(line) for line in OWN_GOLD.read_text(encoding="utf-8").splitlines()]

# As an independent scorer of the same measures gives them for the samples.
EXPECTED = {
    "articles missing": 1,
    "verbatim": 0.9091,
    "quote": {"P": 0.875, "R": 0.7778, "F": 0.8235, "hit": 7, "predicted": 8, "gold": 9},
    "mention": {"P": 0.5714, "R": 0.5, "F": 0.5333, "hit": 4, "predicted": 7, "gold": 8},
    "name": {"P": 0.5, "R": 0.4, "F": 0.4444, "hit": 2, "predicted": 4, "gold": 5},
    "type acc": 0.8333,
    "anonymous": {"P": 0.5, "R": 1.0, "F": 0.6667, "hit": 1, "predicted": 2, "gold": 1},
    "false naming": 0.5,
    "indirect": {"P": 0.5, "R": 1.0, "F": 0.6667, "hit": 1, "predicted": 2, "gold": 1},
}


def held_against(gold: list[Record], predicted: list[Record]) -> Evaluation:
    return evaluate([to_gold(record) for record in gold], {p["id"]: to_predicted(p) for p in predicted})


@pytest.mark.parametrize("measure", EXPECTED)
def test_each_measure_of_the_samples(measure: str) -> None:
    assert held_against(GOLD, PREDICTED).to_dict()[measure] == EXPECTED[measure]


def test_exact_spans_of_the_samples() -> None:
    figures = held_against(GOLD, PREDICTED).figures
    assert figures.quote_exact == Score(6, 8, 9)
    assert figures.mention_exact == Score(3, 7, 8)


def test_a_mention_of_all_its_parts_is_exact() -> None:
    text = "“We won,” said Ann, as they all did, Bright."
    sources = [[15, 18], [37, 43]]
    gold = {"id": "a", "text": text, "quotes": [{"start": 0, "end": 9, "sources": sources}]}
    for mention, exact in (([15, 18], True), ([15, 43], True), ([14, 18], False)):
        said = {"start": 0, "end": 9, "mention": {"start": mention[0], "end": mention[1]}}
        figures = held_against([gold], [{"id": "a", "quotes": [said]}]).figures
        assert figures.mention == Score(1, 1, 1)
        assert figures.mention_exact.hit == exact


def test_right_answers_are_right_in_every_measure() -> None:
    evaluation = held_against(OURS, [right_answers(record) for record in OURS])
    gold = sum(len(record["quotes"]) for record in OURS)
    assert evaluation.figures.quote == Score(gold, gold, gold)
    assert evaluation.verbatim.value == evaluation.figures.type.value == 1.0
    assert evaluation.figures.false_naming.part == 0
    assert evaluation.calibration.error == 0.0
    for name, value in evaluation.figures.rows():
        assert not isinstance(value, Score) or value.f1 == 1.0, name


def test_perturbed_answers_lose_what_was_perturbed() -> None:
    """Of every seven quotations one is dropped, one cut short, one given another speaker, one another name and type."""
    answers = [right_answers(record) for record in OURS]
    judged: dict[str, int] = dict.fromkeys(("quotes", "dropped", "cut", "astray", "renamed", "named"), 0)
    for gold, answer in zip(OURS, answers, strict=True):
        kept = []
        for number, quote in enumerate(answer["quotes"]):
            if quote["kind"] == "indirect":
                continue
            judged["quotes"] += 1
            named = gold["quotes"][number]["source_type"] in ("named_person", "named_organization")
            judged["named"] += named
            if number % 7 == 0:
                judged["dropped"] += 1
                judged["named"] -= named
                continue
            if number % 7 == 1:
                judged["cut"] += 1
                quote["end"] -= 1
            if number % 7 == 2:
                judged["astray"] += 1
                quote["mention"] = {"start": quote["start"], "end": quote["start"] + 1}
            if number % 7 == 3:
                judged["renamed"] += named
                quote["speaker"] = {"name": "Nobody At All"}
                quote["source_type"] = "narrator"
            kept.append(quote)
        answer["quotes"] = kept
    figures = held_against(OURS, answers).figures
    found = judged["quotes"] - judged["dropped"]
    assert figures.quote == Score(found, found, judged["quotes"])
    assert figures.quote_exact.hit == found - judged["cut"]
    assert figures.mention == Score(found - judged["astray"], found, judged["quotes"])
    assert figures.name.hit == judged["named"] - judged["renamed"]
    assert figures.type.part < figures.type.whole == found


def test_counted_apart_they_add_up() -> None:
    evaluation = held_against([*GOLD, *OURS], [*PREDICTED, *(right_answers(record) for record in OURS)])
    whole = evaluation.figures
    for groups in evaluation.groups().values():
        for field in fields(Figures):
            total = getattr(whole, field.name)
            parts = [value for group in groups.values() if (value := getattr(group, field.name)) is not None]
            if parts:
                assert _sum(parts) == total


def _sum(parts: list[Any]) -> Any:
    if isinstance(parts[0], Share):
        return Share(sum(p.part for p in parts), sum(p.whole for p in parts))
    return Score(sum(p.hit for p in parts), sum(p.predicted for p in parts), sum(p.gold for p in parts))


def test_groups_have_the_golds_names() -> None:
    groups = held_against(GOLD, PREDICTED).groups()
    assert list(groups["outlet"]) == ["Harbour Post", "Valley Times", "(no outlet)"]
    assert list(groups["kind"]) == ["direct", "mixed"]
    assert list(groups["source_type"])[-1] == "(not labelled)"
    assert groups["source_type"]["unnamed_group"].false_naming == Share(1, 1)


def test_indirect_speech_is_left_out_where_nobody_annotated_it() -> None:
    without = [record | {"indirect": None} for record in GOLD]
    assert not {"indirect", "indirect mention"} & held_against(without, PREDICTED).to_dict().keys()


def test_every_measure_says_what_it_is() -> None:
    assert [name for name, _ in held_against(GOLD, PREDICTED).figures.rows()] == list(MEASURES)


def test_nothing_at_all() -> None:
    evaluation = held_against([], [])
    assert evaluation.figures.quote == Score(0, 0, 0)
    assert evaluation.figures.quote.f1 == 0.0
    assert evaluation.verbatim.value is None
    assert evaluation.calibration.error is None
