"""Indirect speech on the command line: found unless declined, shown and counted only where it is asked for."""

import json
from pathlib import Path
from typing import Any

import pytest

from quotes.cli import main
from tests.fake_parser import FakeParser, fake_parser

__all__ = ["fake_parser"]

TEXT = (
    "Ann Lee said that we won the match. “We won,” said Ann Lee.\n\n"
    "Ann Lee never said that we lost the match.\n\nBob Rees said that it rained.\n"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "match.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("COLUMNS", "100")

    def ask(*args: str) -> tuple[int, list[dict[str, Any]], str]:
        code = main(args)
        captured = capsys.readouterr()
        return code, [json.loads(line) for line in captured.out.splitlines() if line.startswith("{")], captured.err

    return ask


@pytest.fixture
def db(article: Path, tmp_path: Path, ask: Any, monkeypatch: pytest.MonkeyPatch, fake_parser: FakeParser) -> str:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    monkeypatch.setenv("QUOTES_DB", url)
    code, [summary], _ = ask("ingest", str(article))
    assert (code, summary["quotations"], summary["indirect"]) == (0, 1, 3)
    return url


def kinds(rows: list[dict[str, Any]]) -> list[str]:
    return [row["kind"] for row in rows]


@pytest.mark.usefixtures("fake_parser")
@pytest.mark.parametrize(
    ("options", "found"), [([], 4), (["--find-indirect", "all"], 4), (["--find-indirect", "none"], 1)]
)
def test_parse(options: list[str], found: int, article: Path, ask: Any) -> None:
    code, [parsed], _ = ask("parse", str(article), *options)
    assert (code, len(parsed["quotes"])) == (0, found)
    assert parsed["indirect_speech"] == (options[1] if options else "speech")


@pytest.mark.usefixtures("fake_parser")
def test_a_class_that_there_is_not(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(article), "--find-indirect", "some"]) == 2
    assert "speech" in capsys.readouterr().err


@pytest.mark.usefixtures("fake_parser")
def test_a_report_says_whether_it_was_made(article: Path, ask: Any) -> None:
    _, [parsed], _ = ask("parse", str(article))
    assert [(q["kind"], q["polarity"], q["modality"]) for q in parsed["quotes"]] == [
        ("indirect", "positive", "actual"),
        ("direct", None, None),
        ("indirect", "negative", "actual"),
        ("indirect", "positive", "actual"),
    ]


@pytest.mark.usefixtures("db")
def test_more_is_read_again_and_less_is_not(article: Path, ask: Any, fake_parser: FakeParser) -> None:
    for scope, outcome in (("speech", "same"), ("none", "same"), ("all", "read_anew"), ("speech", "same")):
        _, [summary], _ = ask("ingest", str(article), "--find-indirect", scope)
        assert summary[outcome] == 1, scope
    assert len(fake_parser.parsed) == 2


@pytest.mark.usefixtures("db")
def test_who(ask: Any) -> None:
    assert kinds(ask("who", "Ann Lee")[1]) == ["direct"]
    assert kinds(ask("who", "Ann Lee", "--indirect")[1]) == ["indirect", "direct"]  # not what she never said


@pytest.mark.usefixtures("db")
def test_who_said_nothing_between_marks(ask: Any) -> None:
    code, rows, err = ask("who", "Bob Rees")
    assert (code, rows) == (2, [])
    assert err == "quotes: nothing that 'Bob Rees' said stands in quotation marks; --indirect shows the rest\n"
    assert kinds(ask("who", "Bob Rees", "--indirect")[1]) == ["indirect"]


@pytest.mark.usefixtures("db")
def test_everybody_with_what_was_said_counted_apart(ask: Any) -> None:
    assert [(row["name"], row["quotations"]) for row in ask("who")[1]] == [("Ann Lee", 1)]
    assert [(row["name"], row["quotations"], row["indirect"]) for row in ask("who", "--indirect")[1]] == [
        ("Ann Lee", 1, 1),  # what she never said is not counted
        ("Bob Rees", 0, 1),
    ]


@pytest.mark.usefixtures("db")
def test_search(ask: Any) -> None:
    assert kinds(ask("search", "won")[1]) == ["direct"]
    assert kinds(ask("search", "won", "--indirect")[1]) == ["indirect", "direct"]
    assert kinds(ask("search", "match", "--limit", "1", "--indirect")[1]) == ["indirect"]
    assert ask("search", "match") == (0, [], "No quotation holds these words.\n")


@pytest.mark.usefixtures("db")
def test_show(ask: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert kinds(ask("show", "match")[1][0]["quotes"]) == ["direct"]
    assert len(ask("show", "match", "--indirect")[1][0]["quotes"]) == 4
    main(["show", "match", "--format", "table", "--indirect"])
    out = capsys.readouterr().out
    assert "we won the match[r1]" in out
    assert "“We won,”[1]" in out
    assert "indirect, not said" in out


@pytest.mark.usefixtures("db")
def test_page(ask: Any, capsys: pytest.CaptureFixture[str]) -> None:
    main(["page", "match"])
    without = capsys.readouterr().out
    main(["page", "match", "--indirect"])
    assert ("Bob Rees</b>" in without, "Bob Rees</b>" in capsys.readouterr().out) == (False, True)


@pytest.mark.usefixtures("db")
def test_anonymous(ask: Any) -> None:
    assert ask("anonymous")[1][0]["quotations"] == 1
    assert ask("anonymous", "--indirect")[1][0]["quotations"] == 3


@pytest.mark.usefixtures("db")
def test_graph(ask: Any, capsys: pytest.CaptureFixture[str]) -> None:
    def edges(*options: str) -> list[tuple[int, int]]:
        assert main(["graph", "export", "--format", "json", *options]) == 0
        links = json.loads(capsys.readouterr().out)["links"]
        return sorted((edge["weight"], edge.get("reports", 0)) for edge in links)

    assert edges() == [(1, 0)]
    assert edges("--indirect") == [(1, 1), (2, 1)]
