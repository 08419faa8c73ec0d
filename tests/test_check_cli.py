"""`quotes check` and `quotes variants`: what they print and write, and what they refuse."""

import csv
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from quotes.cli import main, reading
from quotes.domain import Article, IndirectScope
from quotes.store import open_store
from tests.fake_parser import FakeParser

SOURCE = "“We have the boats, but we do not yet have the crews,” said Paul Adeyemi.\n\n“Hm.”"


@pytest.fixture(autouse=True)
def db(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    def open_parser(models: Path | None, indirect: IndirectScope) -> FakeParser:
        parser = FakeParser()
        parser.indirect = indirect
        return parser

    monkeypatch.setattr(reading, reading.open_parser.__name__, open_parser)
    url = f"sqlite:///{tmp_path / 'store.db'}"
    with open_store(url) as store:
        store.add(FakeParser().parse(Article("post", SOURCE, outlet="Harwick Post", title="Boats")))
    monkeypatch.setenv("QUOTES_DB", url)
    monkeypatch.setenv("COLUMNS", "80")
    return url


def draft(tmp_path: Path, text: str, name: str = "draft.txt") -> str:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return str(tmp_path / name)


def test_an_exact_quotation_is_done(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", draft(tmp_path, SOURCE)]) == 0
    exact, short = map(json.loads, capsys.readouterr().out.splitlines())
    assert (exact["verdict"], exact["speaker"], exact["said_by"]) == ("exact", "Paul Adeyemi", ["Paul Adeyemi"])
    assert SOURCE[exact["start"] : exact["end"]] == exact["text"]
    assert exact["appearances"][0]["outlet"] == "Harwick Post"
    assert short["verdict"] == "too short to tell"


@pytest.mark.parametrize("format", ["table", "jsonl", "csv", "markdown"])
def test_an_altered_one_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str], format: str) -> None:
    path = draft(tmp_path, SOURCE.replace("boats", "ships"))
    assert main(["check", path, "--format", format]) == 1
    out = capsys.readouterr().out
    assert "altered" in out.lower()
    assert "It says “ships” where the source has “boats”." in out


def test_a_table_fits_a_narrow_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", draft(tmp_path, SOURCE.replace("not ", "")), "--format", "table"]) == 1
    out = capsys.readouterr().out
    assert out.splitlines()[0].strip() == "1  CUT"
    assert max(map(len, out.splitlines())) <= 80
    assert "first: Harwick Post, “Boats”" in out
    assert out.rstrip().endswith("2 quotations: 1 cut, 1 too short to tell")


def test_a_table_of_many_drafts_tells_them_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = draft(tmp_path, SOURCE, "one.txt"), draft(tmp_path, SOURCE, "other.txt")
    assert main(["check", one, other, "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(row["draft"], row["number"]) for row in rows] == [
        ("one", "1"),
        ("one", "2"),
        ("other", "1"),
        ("other", "2"),
    ]


def test_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SOURCE.encode())))
    assert main(["check", "-"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[0])["verdict"] == "exact"


def test_against_a_text_no_store_is_needed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QUOTES_DB")
    monkeypatch.chdir(tmp_path)
    speech = draft(tmp_path, "The bridge will open in May if the money comes.", "speech.txt")
    path = draft(tmp_path, "“The bridge will open in May,” said Ann Lee. “We shall see about it all,” said Ann Lee.")
    assert main(["check", path, "--against", speech]) == 1
    cut, other = map(json.loads, capsys.readouterr().out.splitlines())
    assert (cut["verdict"], cut["sources"][0]["source"]) == ("cut", "speech")
    assert other["verdict"] == "not on record"


def test_without_a_store_nothing_can_be_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", draft(tmp_path, SOURCE), "--db", str(tmp_path / "none.db")]) == 5
    assert "run quotes ingest" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("draft.txt", b"", "It is empty"),
        ("draft.docx", b"PK\x03\x04 cut", "broken Office or ZIP file"),
        ("draft.pdf", b"%PDF-1.7", "PDF"),
        ("none.txt", None, "no such file"),
    ],
)
def test_a_draft_that_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes | None, reason: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    assert main(["check", str(tmp_path / name)]) == 3
    assert reason in capsys.readouterr().err


def test_one_draft_that_cannot_be_read_does_not_cost_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", draft(tmp_path, SOURCE), str(tmp_path / "none.txt")]) == 1
    captured = capsys.readouterr()
    assert len(captured.out.splitlines()) == 2
    assert "rejected" in captured.err


def test_a_draft_without_quotations(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", draft(tmp_path, "Nobody said anything."), "--format", "table"]) == 0
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "The draft quotes nobody.\n")


def test_two_texts_from_standard_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "-", "--against", "-"]) == 2
    assert "only one text" in capsys.readouterr().err


def test_the_page_is_written_beside_the_answer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.html"
    assert main(["check", draft(tmp_path, SOURCE), "--page", str(page)]) == 0
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert "Wrote" in capsys.readouterr().err
    assert main(["check", draft(tmp_path, SOURCE), "--page", str(tmp_path)]) == 2


def test_variants(capsys: pytest.CaptureFixture[str], db: str) -> None:
    with open_store(db) as store:
        said = SOURCE.replace("we do not yet have", "not")
        store.add(FakeParser().parse(Article("late", said, outlet="Late Post")))
    assert main(["variants", "post#1"]) == 0
    rows: list[dict[str, Any]] = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [[place["outlet"] for place in row["appearances"]] for row in rows] == [["Harwick Post"], ["Late Post"]]
    assert main(["variants", "post#9"]) == 2
