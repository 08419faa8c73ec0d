"""`quotes parse`: articles in, JSON Lines out."""

import gzip
import io
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from quotes.cli import main
from quotes.domain import Article, ParsedArticle
from quotes.errors import ModelError
from quotes.wire import from_dict
from tests.fake_parser import FakeParser, fake_parser

__all__ = ["fake_parser"]

pytestmark = pytest.mark.usefixtures("fake_parser")
TEXT = "“We won,” said Ann Lee. “It rained.”\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "match.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_one_article_a_line(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(article)]) == 0
    [parsed] = lines(capsys.readouterr().out)
    assert parsed["id"] == "match"
    assert [quote["text"] for quote in parsed["quotes"]] == ["“We won,”", "“It rained.”"]
    assert [quote["speaker"] and quote["speaker"]["name"] for quote in parsed["quotes"]] == ["Ann Lee", None]


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BufferedReader(io.BytesIO(TEXT.encode()))))
    assert main(["parse", "-"]) == 0
    assert len(lines(capsys.readouterr().out)) == 1


@pytest.mark.parametrize("name", ["said.jsonl", "said.jsonl.gz"])
def test_output_file(name: str, article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / name
    assert main(["parse", str(article), "-o", str(target)]) == 0
    data = target.read_bytes()
    assert json.loads(gzip.decompress(data) if name.endswith(".gz") else data)["id"] == "match"
    assert capsys.readouterr().out == ""


def test_no_folder_is_made(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "new"
    assert main(["parse", str(article), "-o", str(folder / "said.jsonl")]) == 2
    told = f"quotes: the folder {folder} is not there; make it, or choose another place with -o\n"
    assert capsys.readouterr() == ("", told)
    assert not folder.exists()


def test_with_text_reads_back(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", "--with-text", str(article)]) == 0
    [data] = lines(capsys.readouterr().out)
    assert from_dict(data).article.text == TEXT


def test_fields_are_mapped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text(json.dumps({"key": "a1", "body": TEXT}) + "\n")
    assert main(["parse", str(path), "--field", "text=body", "--field", "id=key", "--outlet", "The Echo"]) == 0
    [parsed] = lines(capsys.readouterr().out)
    assert (parsed["id"], parsed["outlet"], len(parsed["quotes"])) == ("a1", "The Echo", 2)


@pytest.mark.parametrize("field", ["text", "=body", "text=", "body=text"])
def test_a_field_that_makes_no_sense_is_a_matter_of_usage(
    field: str, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["parse", str(article), "--field", field]) == 2
    assert capsys.readouterr().err.startswith("quotes: ")


def test_a_reject_is_told_and_the_rest_goes_on(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = article.with_name("missing.txt")
    assert main(["parse", str(missing), str(article)]) == 1
    captured = capsys.readouterr()
    assert len(lines(captured.out)) == 1
    assert f"rejected {missing}: " in captured.err


def test_nothing_readable(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(tmp_path / "missing.txt")]) == 3
    assert "quotes: nothing could be read" in capsys.readouterr().err


def test_one_failing_article_costs_only_itself(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.txt").write_text("CRASH")
    assert main(["parse", str(tmp_path)]) == 1
    captured = capsys.readouterr()
    assert [parsed["id"] for parsed in lines(captured.out)] == ["match"]
    assert "rejected bad: The parser failed on it (IndexError" in captured.err


def test_a_missing_model_ends_the_run(
    article: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(self: FakeParser, article: Article) -> ParsedArticle:
        raise ModelError("no models in /nowhere; give a folder that holds them")

    monkeypatch.setattr(FakeParser, "parse", refuse)
    assert main(["parse", str(article)]) == 4
    assert capsys.readouterr().err == "quotes: no models in /nowhere; give a folder that holds them\n"


def test_an_output_that_cannot_be_written(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(article), "-o", str(article / "below-a-file.jsonl")]) == 2
    assert "cannot be written" in capsys.readouterr().err
