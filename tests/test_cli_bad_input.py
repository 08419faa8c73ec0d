"""Bad input is met with a sentence and a documented exit code, and the rest goes on."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from quotes.cli import main
from tests.fake_parser import FakeParser, fake_parser

__all__ = ["fake_parser"]

pytestmark = pytest.mark.usefixtures("fake_parser")
GOOD = "“We won,” said Ann Lee.\n"


def files(folder: Path, bad: str, content: bytes) -> list[str]:
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    (folder / bad).write_bytes(content)
    return [str(folder / bad), str(folder / "good.txt")]


BAD = {
    "an empty file": ("empty.txt", b""),
    "only white space": ("blank.txt", b" \n\t\n"),
    "a binary file": ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 20),
    "a page without an article": ("page.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>"),
    "a broken JSON line": ("broken.jsonl", b'{"id": "a", "text": \n'),
    "a missing text field": ("missing.jsonl", b'{"id": "a", "prose": "Words."}\n'),
    "a table without a text column": ("table.csv", b"id,prose\na,Words.\n"),
    "a cut gzip file": ("cut.txt.gz", b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xcbH"),
    "JSON that is no record": ("numbers.jsonl", b"3\n"),
}


@pytest.mark.parametrize(("name", "content"), BAD.values(), ids=BAD.keys())
def test_bad_files_are_rejected_in_a_sentence(
    name: str, content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = files(tmp_path, name, content)
    assert main(["ingest", *paths, "--db", str(tmp_path / "store.db")]) == 1
    captured = capsys.readouterr()
    summary = json.loads(captured.out)
    assert (summary["added"], summary["rejected"]) == (1, 1)
    assert f"\nrejected {tmp_path / name}" in captured.err
    assert captured.err.rstrip().endswith(".")
    assert "Traceback" not in captured.err


def test_one_bad_line_among_good_ones(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [json.dumps({"id": "a", "text": GOOD}), "{", json.dumps({"id": "b", "text": GOOD})]
    (tmp_path / "wire.jsonl").write_text("\n".join(lines))
    assert main(["parse", str(tmp_path / "wire.jsonl")]) == 1
    captured = capsys.readouterr()
    assert [json.loads(line)["id"] for line in captured.out.splitlines()] == ["a", "b"]
    assert f"{tmp_path / 'wire.jsonl'}:2" in captured.err


def test_latin_1_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "old.txt").write_bytes("Die Bürger: “café”".replace("“", '"').replace("”", '"').encode("latin-1"))
    assert main(["parse", "--with-text", str(tmp_path / "old.txt")]) == 0
    assert json.loads(capsys.readouterr().out)["text"] == 'Die Bürger: "café"'


def test_five_megabytes_on_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = ("word " * 1_000_000 + GOOD).strip()
    (tmp_path / "long.txt").write_text(text, encoding="utf-8")
    assert main(["parse", str(tmp_path / "long.txt")]) == 0
    [quote] = json.loads(capsys.readouterr().out)["quotes"]
    assert text[quote["start"] : quote["end"]] == "“We won,”"


def not_a_database(path: Path) -> None:
    path.write_text("This is no database at all. " * 50)


def another_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE articles (id TEXT)")


def a_folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize("prepare", [not_a_database, another_database, a_folder])
@pytest.mark.parametrize("command", [["ingest", "good.txt"], ["who", "Ann"], ["search", "won"], ["anonymous"]])
def test_bad_databases(
    prepare: Callable[[Path], None],
    command: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    files(tmp_path, "good.txt", GOOD.encode())
    prepare(tmp_path / "bad.db")
    assert main([*command, "--db", "bad.db"]) == 5
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("quotes: ")
    assert captured.err.count("\n") == 1


def test_a_missing_driver_or_kind_of_database(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files(tmp_path, "good.txt", GOOD.encode())
    assert main(["ingest", str(tmp_path / "good.txt"), "--db", "nosuch://host/name"]) == 5
    assert "nosuch" in capsys.readouterr().err


def test_the_parser_is_not_called_for_what_is_no_article(
    tmp_path: Path, fake_parser: FakeParser, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = files(tmp_path, "empty.txt", b"")
    main(["parse", *paths])
    assert fake_parser.parsed == ["good"]
