"""Exported tables, read by what their users read them with."""

import csv
import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from quotes.cli import main
from quotes.domain import Article
from quotes.store import Selection, open_store
from quotes.store.fields import FIELDS
from tests.fake_parser import FakeParser

ARTICLES = (
    Article("match", "“We won, [really],” said Ann Lee.\n\n“It rained,” said a steward.", outlet="The Echo"),
    Article("a=b", "🎉 “=1+1 & <more>,” said Bob Lee. “We won again,” said Ann Lee.", title="=SUM(A1)"),
)
NAMES = [field.name for field in FIELDS]


@pytest.fixture(autouse=True)
def db(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    with open_store(url) as store:
        for article in ARTICLES:
            store.add(FakeParser().parse(article))
    monkeypatch.setenv("QUOTES_DB", url)
    return url


def exported(path: Path, *more: str) -> Path:
    assert main(["export", "-o", str(path), *more]) == 0
    return path


def test_csv(tmp_path: Path) -> None:
    path = exported(tmp_path / "q.csv", "--bom")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert list(rows[0]) == NAMES
    assert len(rows) == 4
    assert {row["title"] for row in rows} == {"", "'=SUM(A1)"}


def test_csv_gzipped_and_chosen(tmp_path: Path) -> None:
    path = exported(tmp_path / "q.csv.gz", "--anonymous")
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        assert [row["words"] for row in csv.DictReader(stream)] == ["“It rained,”"]


def test_jsonl_on_standard_output(capsys: pytest.CaptureFixture[str], db: str) -> None:
    assert main(["export", "--format", "jsonl"]) == 0
    with open_store(db) as store:
        expected = [record.to_dict() for record in store.select(Selection())]
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == expected


def test_xlsx(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    book = load_workbook(exported(tmp_path / "q.xlsx"))
    assert book.sheetnames == ["quotations", "people", "articles", "columns"]
    rows = list(book["quotations"].values)
    assert list(rows[0]) == NAMES
    assert len(rows) == 5
    assert [row[0] for row in book["people"].values][1:]
    assert {row[5] for row in book["articles"].values} == {"quotations", 2}
    explained = list(book["columns"].values)
    assert [row[1] for row in explained if row[0] == "quotations"] == NAMES
    assert all(row[3] for row in explained)
    assert not any(cell.data_type == "f" for sheet in book for row in sheet for cell in row)


def test_parquet(tmp_path: Path, db: str) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    table = pq.read_table(exported(tmp_path / "q.parquet"))
    assert table.column_names == NAMES
    with open_store(db) as store:
        assert table.to_pylist() == [{f.name: f.take(r) for f in FIELDS} for r in store.select(Selection())]


@pytest.mark.parametrize("library", ["pandas", "polars"])
@pytest.mark.parametrize("speaker", [(), ("Bob Lee",)])
def test_frames(db: str, library: str, speaker: tuple[str, ...]) -> None:
    pytest.importorskip(library)
    with open_store(db) as store:
        found = store.select(Selection(speaker=speaker))
    frame: Any = getattr(found, f"to_{library}")()
    assert list(frame.columns) == NAMES
    assert list(frame["words"]) == [record.text for record in found]
    assert "Bob Lee" in found._repr_html_()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ([], "say in which format"),
        (["--format", "word"], "'word' is not known"),
        (["-o", "x.doc"], "no name of a known format"),
        (["-o", "nowhere/x.csv"], "the folder nowhere is not there"),
        (["-o", "x.jsonl", "--bom"], "--bom goes with --format csv"),
    ],
)
def test_what_cannot_be(options: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", *options]) == 2
    assert told in capsys.readouterr().err


def test_fields(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fields", "--format", "jsonl"]) == 0
    assert [json.loads(line)["name"] for line in capsys.readouterr().out.splitlines()] == NAMES
