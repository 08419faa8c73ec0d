"""`quotes ingest`: articles into the store, each once."""

import io
import json
import os
import threading
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from quotes.cli import main
from quotes.domain import Article, ParsedArticle, Reject
from quotes.parts import Head, PartsFolder, Shard
from quotes.read import read_articles
from quotes.store import open_store
from tests.fake_parser import FakeParser, fake_parser

__all__ = ["fake_parser"]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


KINDS = ("added", "new_version", "new_appearance", "read_anew", "details_changed", "same")
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
    assert (code, err) == (0, "read as plain text\n")
    assert summary == {
        "added": 1,
        "new_version": 0,
        "new_appearance": 0,
        "read_anew": 0,
        "details_changed": 0,
        "same": 0,
        "healed": 0,
        "rejected": 0,
        "quotations": 3,
        "attributed": 2,
        "anonymous": 1,
        "indirect": 0,
        "formats": {"text": 1},
        "rejects": [],
    }


def test_what_is_stored_is_not_parsed_again(
    folder: Path, db: str, fake_parser: FakeParser, capsys: pytest.CaptureFixture[str]
) -> None:
    ingest(capsys, str(folder), "--db", db)
    code, summary, _ = ingest(capsys, str(folder), "--db", db)
    assert (code, summary["added"], summary["same"]) == (0, 0, 1)
    assert fake_parser.parsed == ["match"]


def test_another_version_parses_again(
    folder: Path, db: str, fake_parser: FakeParser, capsys: pytest.CaptureFixture[str]
) -> None:
    ingest(capsys, str(folder), "--db", db)
    fake_parser.fingerprint = "a cut word list"
    _, summary, _ = ingest(capsys, str(folder), "--db", db)
    assert (summary["read_anew"], summary["same"]) == (1, 0)


def test_stale_articles_are_read_anew_without_their_files(
    folder: Path, db: str, fake_parser: FakeParser, capsys: pytest.CaptureFixture[str]
) -> None:
    ingest(capsys, str(folder), "--db", db)
    (folder / "match.txt").unlink()
    assert ingest(capsys, "--stale", "--db", db)[1]["read_anew"] == 0
    fake_parser.fingerprint = "a cut word list"
    assert ingest(capsys, "--stale", "--db", db)[1]["read_anew"] == 1
    assert ingest(capsys, "--stale", "--db", db)[1]["read_anew"] == 0
    assert fake_parser.parsed == ["match", "match"]


@pytest.mark.parametrize("args", [[], ["--stale", "some.txt"]])
def test_files_or_stale_articles(args: list[str], db: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = ingest(capsys, *args, "--db", db)
    assert (code, err) == (
        2,
        "quotes: give the files to ingest, or --stale to read stored articles anew, or --from-parts to store "
        "parsed ones\n",
    )


def test_a_changed_section_is_taken_over_without_parsing_and_a_changed_byline_with_it(
    tmp_path: Path, db: str, fake_parser: FakeParser, capsys: pytest.CaptureFixture[str]
) -> None:
    row = {"id": "a1", "text": "“We won,” said Ann Lee.", "section": "Sport", "byline": "By Bob Rees"}
    path, outcomes = tmp_path / "rows.jsonl", []
    for changed in ({}, {"section": "Football"}, {"byline": "By Cy Dow"}, {}):
        row |= changed
        path.write_text(json.dumps(row), encoding="utf-8")
        _, summary, _ = ingest(capsys, str(path), "--db", db)
        outcomes.append(next(name for name in KINDS if summary[name]))
    assert outcomes == ["added", "details_changed", "read_anew", "same"]
    assert fake_parser.parsed == ["a1", "a1"]
    with open_store(f"sqlite:///{db}") as store:
        article = store.article("a1").article
    assert (article.section, article.byline) == ("Football", "By Cy Dow")


def test_something_else_under_an_id_needs_replace(
    folder: Path, db: str, fake_parser: FakeParser, capsys: pytest.CaptureFixture[str]
) -> None:
    ingest(capsys, str(folder), "--db", db)
    (folder / "match.txt").write_text("“No comment,” said Bo Lund.", encoding="utf-8")
    code, summary, err = ingest(capsys, str(folder), "--db", db)
    assert (code, summary["rejected"]) == (1, 1)
    assert "\nrejected match: " in err
    code, summary, _ = ingest(capsys, str(folder), "--db", db, "--replace")
    assert (code, summary["new_version"]) == (0, 1)
    with open_store(f"sqlite:///{db}") as store:
        assert store.article("match").article.text == "“No comment,” said Bo Lund."


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
    assert main(["ingest", str(folder), "--db", db, "--summary", "table"]) == 0
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
    told = terminal.getvalue()
    assert "1 article," in told
    assert " of " in told.partition("1 article,")[0]


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
    told = terminal.getvalue()
    assert "1 article," in told
    assert " of " not in told


def test_rejects_are_kept_until_they_are_mended(
    folder: Path, db: str, fake_parser: FakeParser, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = folder / "bad.jsonl"
    bad.write_text('{"id": "b1", "text": "“Yes,” said Bo Lund. CRASH"}\n{"id": "b2", "prose": "“No,” said Bo Lund."}\n')
    ingest(capsys, str(folder), "--db", db)
    assert main(["db", "rejects", "--db", db]) == 0
    kept = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {(reject["origin"], reject["run"]) for reject in kept} == {("b1", 1), (f"{bad}:2", 1)}
    raw = folder / "raw.jsonl"
    assert main(["db", "rejects", "--db", db, "-o", str(raw)]) == 0
    assert {json.loads(line)["id"] for line in raw.read_text().splitlines()} == {"b1", "b2"}
    capsys.readouterr()
    raw.write_text(raw.read_text().replace(" CRASH", "").replace('"prose"', '"text"'))
    code, summary, _ = ingest(capsys, str(raw), "--db", db)
    assert (code, summary["added"]) == (0, 2)
    assert main(["db", "rejects", "--db", db, "--format", "table"]) == 0
    assert capsys.readouterr() == ("", "Nothing is waiting to be mended.\n")


def test_what_was_set_aside_for_its_language_can_be_fed_after_all(
    folder: Path, tmp_path: Path, db: str, fake_parser: FakeParser, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "“Vamos ganhar”, disse a presidente da câmara, e o barco não saiu porque o vento soprou toda a noite."
    row = {"id": "pt1", "title": "O barco", "outlet": "O Eco", "published": "2026-03-02", "text": text}
    (folder / "boats.jsonl").write_text(json.dumps(row), encoding="utf-8")
    code, summary, _ = ingest(capsys, str(folder), "--db", db)
    assert (code, summary["added"], summary["rejected"], summary["formats"]) == (1, 1, 1, {"jsonl": 1, "text": 1})
    aside = tmp_path / "aside.jsonl"
    assert main(["db", "rejects", "--db", db, "-o", str(aside)]) == 0
    assert capsys.readouterr().err == ""
    [article] = read_articles([aside], any_language=True)
    assert isinstance(article, Article)
    assert (article.id, article.title, article.outlet, article.text) == ("pt1", "O barco", "O Eco", text)
    assert article.published == date(2026, 3, 2)
    code, summary, _ = ingest(capsys, str(aside), "--db", db, "--language", "any")
    assert (code, summary["added"]) == (0, 1)
    assert main(["db", "rejects", "--db", db, "--format", "table"]) == 0
    assert capsys.readouterr() == ("", "Nothing is waiting to be mended.\n")


def test_what_is_in_a_store_and_what_was_done_to_it(
    folder: Path, db: str, fake_parser: FakeParser, capsys: pytest.CaptureFixture[str]
) -> None:
    ingest(capsys, str(folder), "--db", db)
    assert main(["db", "info", "--db", db]) == 0
    held = json.loads(capsys.readouterr().out)
    assert {name: held[name] for name in ("articles", "versions", "appearances", "quotations", "people")} == {
        "articles": 1, "versions": 1, "appearances": 1, "quotations": 3, "people": 1,
    }  # fmt: skip
    assert main(["db", "runs", "--db", db]) == 0
    run = json.loads(capsys.readouterr().out)
    assert (run["command"], run["parser"], run["fingerprint"], run["articles"], run["rejects"]) == (
        "ingest", "fake-1", "fake-fingerprint", 1, 0,
    )  # fmt: skip
    assert run["started"] <= run["ended"]
    assert main(["db", "rebuild", "--db", db]) == 0
    assert main(["db", "info", "--db", db, "--format", "table"]) == 0
    assert "quotations" in capsys.readouterr().out


def test_a_row_of_too_many_cells_is_kept_as_a_record_that_can_be_mended(
    tmp_path: Path, db: str, fake_parser: FakeParser, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "rows.csv"
    table.write_text("id,text\nr1,“Yes” said Bo Lund.,stray\n", encoding="utf-8")
    assert ingest(capsys, str(table), "--db", db)[1]["rejected"] == 1
    assert main(["db", "rejects", "--db", db, "-o", "-"]) == 0
    assert json.loads(capsys.readouterr().out) == {"id": "r1", "text": "“Yes” said Bo Lund.", "more": ["stray"]}


def test_parts_are_stored_and_what_cannot_be_is_told(
    tmp_path: Path, db: str, capsys: pytest.CaptureFixture[str]
) -> None:
    parts, parser = PartsFolder(str(tmp_path / "parts")), FakeParser()
    articles = [Article(name, f"“We won,” said {name}.") for name in ("Ann Lee", "Bo Lund")]
    found: list[ParsedArticle | Reject] = [
        *map(parser.parse, articles),
        Reject("c", "It failed.", '{"id": "c", "text": "…"}'),
    ]
    parts.write(Head("fake-1", "fake", "fake-fingerprint", "speech"), Shard(0, tuple(articles)), found)
    code, summary, err = ingest(capsys, "--from-parts", parts.place, "--db", db)
    assert (code, summary["added"], summary["quotations"], summary["rejected"]) == (1, 2, 2, 1)
    assert err == "rejected c: It failed.\n"
    code, summary, _ = ingest(capsys, "--from-parts", parts.place, "--db", db)
    assert (code, summary["added"], summary["same"]) == (1, 0, 2)
    assert main(["db", "rejects", "--db", db]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[0])["raw"] == '{"id": "c", "text": "…"}'


def test_a_folder_without_parts(tmp_path: Path, db: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = ingest(capsys, "--from-parts", str(tmp_path), "--db", db)
    assert code == 3
    assert "holds no parts; make some with `quotes parse --parts" in err
