"""`quotes evaluate`: what it prints and writes, and what it refuses."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from quotes.cli import evaluation, main
from tests.evaluation_samples import GOLD, PREDICTED, right_answers, write_lines
from tests.fake_parser import FakeParser


@pytest.fixture
def gold(tmp_path: Path) -> str:
    return str(write_lines(tmp_path / "gold.jsonl", GOLD))


@pytest.fixture
def predicted(tmp_path: Path) -> str:
    return str(write_lines(tmp_path / "predicted.jsonl", PREDICTED))


@pytest.fixture
def right(tmp_path: Path) -> str:
    return str(write_lines(tmp_path / "right.jsonl", map(right_answers, GOLD)))


def printed(capsys: pytest.CaptureFixture[str], *args: str) -> Any:
    assert main(["evaluate", *args, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_figures_as_one_object(gold: str, predicted: str, capsys: pytest.CaptureFixture[str]) -> None:
    figures = printed(capsys, gold, predicted)
    assert figures["quote"] == {"P": 0.875, "R": 0.7778, "F": 0.8235, "hit": 7, "predicted": 8, "gold": 9}
    assert figures["by"]["outlet"]["Harbour Post"]["mention"]["hit"] == 2
    assert figures["calibration"]["expected calibration error"] == 0.17
    assert main(["evaluate", gold, predicted]) == 0  # piped, as here, it is the same
    assert json.loads(capsys.readouterr().out) == figures


def test_figures_as_a_table(
    gold: str, predicted: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["evaluate", gold, predicted, "--format", "table"]) == 0
    captured = capsys.readouterr()
    lines = [" ".join(line.split()) for line in captured.out.splitlines()]
    assert lines[0] == "3 articles, 1 of them without predictions; verbatim 0.909"
    assert "quote 0.875 0.778 0.824 7 8 9" in lines
    assert "type acc 0.833 5 6" in lines
    assert "Valley Times 4 0.857 0.800 0.400 1.000 – –" in lines
    assert "0.9–1.0 3 0.950 1.000" in lines
    assert "expected calibration error 0.170" in lines
    assert captured.err == "1 predicted articles are not in the gold and were left out\n"


def test_gold_from_standard_input(
    gold: str, predicted: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = printed(capsys, gold, predicted)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(Path(gold).read_bytes())))
    assert printed(capsys, "-", predicted) == expected


def test_mistakes_as_a_page(gold: str, predicted: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "errors.html"
    printed(capsys, gold, predicted, "--errors", str(page))
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_mistakes_as_lines_and_inside_the_object(
    gold: str, predicted: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "errors.jsonl"
    printed(capsys, gold, predicted, "--errors", str(path))
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert lines == printed(capsys, gold, predicted, "--errors", "-")["mistakes"]
    assert lines[0]["class"] == "missed quote"


def test_mistakes_as_a_list(gold: str, predicted: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", gold, predicted, "--format", "table", "--errors", "-"]) == 0
    out = capsys.readouterr().out
    assert "wrong mention (1): other words were taken for the speaker" in out
    assert "mill:100" in out


def test_gains_and_losses(gold: str, predicted: str, right: str, capsys: pytest.CaptureFixture[str]) -> None:
    counts = printed(capsys, gold, right, "--against", predicted)["against"]["counts"]
    assert counts["quote"] == {"gained": 2, "lost": 0}
    assert main(["evaluate", gold, predicted, "--against", right, "--format", "table"]) == 0
    out = capsys.readouterr().out
    assert "Losses (" in out
    assert "Gains (" not in out
    assert main(["evaluate", gold, right, "--against", right, "--format", "table"]) == 0
    assert "Nothing changed." in capsys.readouterr().out


def test_without_predictions_the_texts_are_parsed(
    gold: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    parser = FakeParser()
    monkeypatch.setattr(evaluation, "open_parser", lambda models, indirect: parser)
    figures = printed(capsys, gold)
    assert parser.parsed == ["ferry", "mill", "gone"]
    assert figures["articles missing"] == 0
    assert figures["quote"]["R"] == 1.0


@pytest.mark.parametrize(
    ("rows", "scope"),
    [
        ([{"id": "a", "text": "It rained.", "quotes": []}], "speech"),
        ([{"id": "a", "text": "It rained.", "quotes": [], "indirect": []}], "all"),
        ([{"id": "a", "text": "It rained.", "quotes": [], "indirect_speech": "speech"}], "speech"),
        (
            [
                {"id": "a", "text": "It rained.", "quotes": [], "indirect_speech": "none"},
                {"id": "b", "text": "It rained.", "quotes": [], "indirect_speech": "all"},
            ],
            "all",
        ),
    ],
)
def test_the_parser_looks_for_what_the_gold_has(
    rows: list[dict[str, Any]], scope: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def open_parser(models: Path | None, indirect: str) -> FakeParser:
        asked.append(indirect)
        return FakeParser()

    monkeypatch.setattr(evaluation, "open_parser", open_parser)
    assert main(["evaluate", str(write_lines(tmp_path / "gold.jsonl", rows)), "--json"]) == 0
    assert asked == [scope]


def test_an_article_that_the_parser_fails_on_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evaluation, "open_parser", lambda models, indirect: FakeParser())
    path = write_lines(tmp_path / "gold.jsonl", [{"id": "a", "text": "CRASH", "quotes": []}])
    assert main(["evaluate", str(path)]) == 1
    captured = capsys.readouterr()
    assert json.loads(captured.out)["articles missing"] == 1
    assert captured.err.startswith("not parsed a: ")


@pytest.mark.parametrize(
    ("args", "complaint"),
    [
        (["--errors", "mistakes.pdf"], "--errors mistakes.pdf says no format"),
        (["--json", "--format", "table"], "exclude each other"),
        (["--against", "-", "-"], "only one input can come from standard input"),
    ],
)
def test_wrong_usage(args: list[str], complaint: str, gold: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", gold, *args]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert complaint in captured.err
    assert captured.err.count("\n") == 1


def test_unreadable_gold(tmp_path: Path, predicted: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": "a"}\n', encoding="utf-8")
    assert main(["evaluate", str(path), predicted]) == 3
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"quotes: {path}:1 lacks the field 'text'")
    assert captured.err.count("\n") == 1


def test_unreadable_predictions(tmp_path: Path, gold: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", gold, str(tmp_path)]) == 3
    assert "cannot be read" in capsys.readouterr().err
