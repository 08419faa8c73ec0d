"""`quotes ingest`: articles into the store, each once."""

import io
import json
import os
import threading
from pathlib import Path
from typing import Any

import pytest

from quotes.cli import main
from quotes.store import open_store
from tests.fake_parser import FakeParser, fake_parser

__all__ = ["fake_parser"]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


TEXT = "“We won,” said Ann Lee. “It rained,” said a steward. “Hm.”\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "match.txt").write_text(TEXT, encoding="utf-8")
    return folder


@pytest.fixture
def db(tmp_path: Path) -> str:
    return str(tmp_path / "store.db")


def ingest(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, dict[str, Any], str]:
    code = main(["ingest", *args])
    captured = capsys.readouterr()
    return code, json.loads(captured.out or "{}"), captured.err


def test_summary(folder: Path, db: str, fake_parser: FakeParser, capsys: pytest.CaptureFixture[str]) -> None:
    code, summary, err = ingest(capsys, str(folder), "--db", db)
    assert (code, err) == (0, "")
    assert summary == {
        "added": 1,
        "updated": 0,
        "unchanged": 0,
        "rejected": 0,
        "quotations": 3,
        "attributed": 2,
        "anonymous": 1,
        "indirect": 0,
        "rejects": [],
    }


def test_what_is_stored_is_not_parsed_again(
    folder: Path, db: str, fake_parser: FakeParser, capsys: pytest.CaptureFixture[str]
) -> None:
    ingest(capsys, str(folder), "--db", db)
    code, summary, _ = ingest(capsys, str(folder), "--db", db)
    assert (code, summary["added"], summary["unchanged"]) == (0, 0, 1)
    assert fake_parser.parsed == ["match"]


def test_another_version_parses_again(
    folder: Path, db: str, fake_parser: FakeParser, capsys: pytest.CaptureFixture[str]
) -> None:
    ingest(capsys, str(folder), "--db", db)
    fake_parser.models = "better-models"
    _, summary, _ = ingest(capsys, str(folder), "--db", db)
    assert (summary["updated"], summary["unchanged"]) == (1, 0)


def test_a_changed_section_is_taken_over_without_parsing_and_a_changed_byline_with_it(
    tmp_path: Path, db: str, fake_parser: FakeParser, capsys: pytest.CaptureFixture[str]
) -> None:
    row = {"id": "a1", "text": "“We won,” said Ann Lee.", "section": "Sport", "byline": "By Bob Rees"}
    path, outcomes = tmp_path / "rows.jsonl", []
    for changed in ({}, {"section": "Football"}, {"byline": "By Cy Dow"}, {}):
        row |= changed
        path.write_text(json.dumps(row), encoding="utf-8")
        _, summary, _ = ingest(capsys, str(path), "--db", db)
        outcomes.append(next(name for name in ("added", "updated", "unchanged") if summary[name]))
    assert outcomes == ["added", "updated", "updated", "unchanged"]
    assert fake_parser.parsed == ["a1", "a1"]
    with open_store(f"sqlite:///{db}") as store:
        article = store.article("a1").article
    assert (article.section, article.byline) == ("Football", "By Cy Dow")


def test_another_text_under_an_id_needs_replace(
    folder: Path, db: str, fake_parser: FakeParser, capsys: pytest.CaptureFixture[str]
) -> None:
    ingest(capsys, str(folder), "--db", db)
    (folder / "match.txt").write_text("“We lost,” said Ann Lee.", encoding="utf-8")
    code, summary, err = ingest(capsys, str(folder), "--db", db)
    assert (code, summary["rejected"]) == (1, 1)
    assert err.startswith("rejected match: ")
    code, summary, _ = ingest(capsys, str(folder), "--db", db, "--replace")
    assert (code, summary["updated"]) == (0, 1)
    with open_store(f"sqlite:///{db}") as store:
        assert store.article("match").article.text == "“We lost,” said Ann Lee."


def test_one_bad_article_costs_only_itself(
    folder: Path, db: str, fake_parser: FakeParser, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "bad.txt").write_text("CRASH")
    (folder / "empty.txt").write_text("")
    code, summary, err = ingest(capsys, str(folder), "--db", db)
    assert (code, summary["added"], summary["rejected"]) == (1, 1, 2)
    assert "rejected bad: The parser failed" in err
    assert f"rejected {folder / 'empty.txt'}: " in err
    assert {reject["origin"] for reject in summary["rejects"]} == {"bad", str(folder / "empty.txt")}


def test_nothing_readable(tmp_path: Path, db: str, fake_parser: FakeParser, capsys: pytest.CaptureFixture[str]) -> None:
    code, summary, err = ingest(capsys, str(tmp_path / "nowhere"), "--db", db)
    assert (code, summary["rejected"]) == (3, 1)
    assert f"rejected {tmp_path / 'nowhere'}: " in err


def test_a_database_that_cannot_be_used(
    folder: Path, tmp_path: Path, fake_parser: FakeParser, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = ingest(capsys, str(folder), "--db", str(tmp_path))
    assert code == 5
    assert err.startswith(f"quotes: {tmp_path} is a folder")
    assert fake_parser.parsed == []


def test_the_environment_names_the_store(
    folder: Path, db: str, fake_parser: FakeParser, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QUOTES_DB", db)
    assert ingest(capsys, str(folder))[0] == 0
    assert Path(db).exists()


def test_a_table_for_people(folder: Path, db: str, fake_parser: FakeParser, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ingest", str(folder), "--db", db, "--format", "table"]) == 0
    rows = [line.rsplit(maxsplit=1) for line in capsys.readouterr().out.splitlines()]
    assert ["articles added", "1"] in rows
    assert ["quotations found", "3"] in rows


def sit_at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """To be called in the test: between fixtures and test, pytest puts its own standard error in place."""
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    return terminal


def test_a_bar_on_a_terminal(folder: Path, db: str, fake_parser: FakeParser, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = sit_at_a_terminal(monkeypatch)
    assert main(["ingest", str(folder), "--db", db]) == 0
    assert "1/1" in terminal.getvalue()


def test_a_pipe_is_not_read_twice_for_the_bar(
    tmp_path: Path, db: str, fake_parser: FakeParser, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(TEXT,), kwargs={"encoding": "utf-8"}, daemon=True)
    writer.start()
    terminal = sit_at_a_terminal(monkeypatch)
    assert main(["ingest", str(pipe), "--db", db]) == 0
    writer.join(timeout=10)
    assert len(fake_parser.parsed) == 1
    assert "1/?" in terminal.getvalue()
