"""Parquet, Arrow, Feather and Excel: a row is an article, as an object of JSON is."""

import gzip
import io
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from quotes.domain import Article, Reject
from quotes.read import Format, read_articles
from quotes.read.optional import load

pa = pytest.importorskip("pyarrow")
feather = pytest.importorskip("pyarrow.feather")
parquet = pytest.importorskip("pyarrow.parquet")

SAID = "“It rained,” said Ann Lee."
DAY = datetime(2022, 7, 22, 6, 22, tzinfo=UTC)
COLUMNS: dict[str, Any] = {
    "Headline": ["Rain", "Hail"],
    "body": [SAID, "“It hailed,” said Bo Ray."],
    "source": [{"name": "The Echo", "id": 1}, {"name": "The Post", "id": 2}],
    "date": pa.array([DAY, DAY], pa.timestamp("ns", "UTC")),
    "authors": [["Cy Bell", "Di Fox"], []],
    "embedding": [[0.5] * 4, [0.25] * 4],
}


def write_stream(table: Any, path: Path) -> None:
    with pa.ipc.new_stream(path, table.schema) as writer:
        writer.write_table(table)


WRITERS: dict[str, tuple[str, str, Callable[[Any, Path], None]]] = {
    "parquet": (".parquet", "Parquet file", lambda table, path: parquet.write_table(table, path)),
    "feather": (".feather", "Arrow file", lambda table, path: feather.write_feather(table, str(path))),
    "stream": (".arrows", "Arrow file", write_stream),
}


def read(path: Path, **options: Any) -> tuple[list[Article | Reject], list[str]]:
    said: list[str] = []
    return list(read_articles([path], say=said.append, **options)), said


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("name", ["suffix", "bare", "gzipped"])
def test_columns_are_the_fields_of_articles(kind: str, name: str, tmp_path: Path) -> None:
    suffix, called, write = WRITERS[kind]
    path = tmp_path / ("news" + (suffix if name == "suffix" else ""))
    write(pa.table(COLUMNS), path)
    if name == "gzipped":
        path.write_bytes(gzip.compress(path.read_bytes()))
    taken: list[str] = []

    def take(origin: str, format: Format) -> None:
        taken.append(format.called)

    items, said = read(path, taken=take)
    assert taken == [called]
    rain, hail = items
    assert isinstance(rain, Article)
    assert isinstance(hail, Article)
    assert (rain.text, rain.title, rain.outlet) == (SAID, "Rain", "The Echo")
    assert (rain.published, rain.byline, hail.byline) == (date(2022, 7, 22), "Cy Bell, Di Fox", None)
    assert any('text is read from "body"' in remark for remark in said)


def test_a_column_can_be_named(tmp_path: Path) -> None:
    parquet.write_table(pa.table({"a": [{"b": {"c": SAID}}], "text": ["no"]}), tmp_path / "a.parquet")
    [item], _ = read(tmp_path / "a.parquet", fields={"text": "a.b.c"})
    assert isinstance(item, Article)
    assert item.text == SAID


def test_bytes_in_a_column_are_text(tmp_path: Path) -> None:
    parquet.write_table(pa.table({"text": [SAID.encode()]}), tmp_path / "a.parquet")
    [item], _ = read(tmp_path / "a.parquet")
    assert isinstance(item, Article)
    assert item.text == SAID


def test_a_row_without_a_text_costs_only_itself(tmp_path: Path) -> None:
    parquet.write_table(pa.table({"text": [None, SAID], "title": ["a", "b"]}), tmp_path / "a.parquet")
    (bad, good), _ = read(tmp_path / "a.parquet")
    assert isinstance(bad, Reject)
    assert bad.origin.endswith("a.parquet:1")
    assert isinstance(good, Article)


def test_a_table_without_a_text_says_what_it_has(tmp_path: Path) -> None:
    parquet.write_table(pa.table({"words": [SAID], "n": [1]}), tmp_path / "a.parquet")
    [item], _ = read(tmp_path / "a.parquet")
    assert isinstance(item, Reject)
    assert "it has: words, n" in item.reason
    assert "--field text=NAME" in item.reason


@pytest.mark.parametrize("kind", WRITERS)
def test_a_broken_file_is_rejected(kind: str, tmp_path: Path) -> None:
    suffix, _, write = WRITERS[kind]
    path = tmp_path / f"a{suffix}"
    write(pa.table(COLUMNS), path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    items, _ = read(path)
    assert isinstance(items[-1], Reject)
    assert "broken or cut short" in items[-1].reason


@pytest.mark.parametrize("kind", WRITERS)
def test_damage_is_told_and_ends_nothing(kind: str, tmp_path: Path) -> None:
    suffix, _, write = WRITERS[kind]
    path = tmp_path / f"a{suffix}"
    write(pa.table({"text": [SAID] * 3, "title": ["a", "b", "c"]}), path)
    data = path.read_bytes()
    for place in range(0, len(data), 7):
        path.write_bytes(data[:place] + b"\xff\x7f" + data[place + 2 :])
        items, _ = read(path)
        assert items


def test_a_library_that_is_not_installed_is_named_with_the_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parquet.write_table(pa.table({"text": [SAID]}), tmp_path / "a.parquet")
    monkeypatch.setattr("quotes.read.columns.load", lambda module, called: load("gopherlib", called))
    [item], _ = read(tmp_path / "a.parquet")
    assert isinstance(item, Reject)
    assert item.reason.endswith("pip install 'who-said-what[formats]'.")


def workbook(path: Path, *rows: tuple[Any, ...], before: tuple[tuple[Any, ...], ...] = ()) -> Path:
    """A workbook with a sheet of notes and one of articles."""
    book = openpyxl.Workbook()
    book.active.title = "Notes"
    book.active.append(["What this is"])
    sheet = book.create_sheet("Articles")
    for row in (*before, *rows):
        sheet.append(row)
    book.save(path)
    return path


HEADER = ("ID", "Headline", "Body", "Date", "Newspaper")


@pytest.mark.parametrize("name", ["news.xlsx", "news", "news.docx"])
def test_a_row_of_a_workbook_is_an_article(name: str, tmp_path: Path) -> None:
    path = workbook(
        tmp_path / name,
        HEADER,
        (7, "Rain", SAID + "_x000D_\nIt poured.", date(2022, 7, 22), "The Echo"),
        (None, None, None, None, None),
        (8, "Hail", None, None, None),
        before=(("Our articles",), ()),
    )
    (rain, hail), said = read(path)
    assert isinstance(rain, Article)
    assert (rain.id, rain.text, rain.title) == ("7", SAID + "\r\nIt poured.", "Rain")
    assert (rain.published, rain.outlet) == (date(2022, 7, 22), "The Echo")
    assert isinstance(hail, Reject)
    assert hail.origin == f"{path}:6"
    assert f"{path}: read is the sheet “Articles”" in said


def test_a_workbook_without_a_text_says_what_it_has(tmp_path: Path) -> None:
    [item], _ = read(workbook(tmp_path / "a.xlsx", ("Name", "Words"), ("a", "b")))
    assert isinstance(item, Reject)
    assert "it has: What this is" in item.reason


def test_a_text_that_fills_its_cell_is_said_to_be_cut(tmp_path: Path) -> None:
    _, said = read(workbook(tmp_path / "a.xlsx", ("text", "title"), ("x" * 32767, "a")))
    assert any("32,767" in remark for remark in said)


def test_a_workbook_that_names_other_files_reads_none(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("SECRET", encoding="utf-8")
    path = workbook(tmp_path / "a.xlsx", ("text", "title"), ("HERE", "a"))
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{tmp_path}/secret">]>'.encode()
    sheet = "xl/worksheets/sheet2.xml"
    assert b"HERE" in members[sheet]
    members[sheet] = entity + members[sheet].replace(b"HERE", b"HERE &e;")
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    items, _ = read(path)
    assert all("SECRET" not in (item.text if isinstance(item, Article) else item.reason) for item in items)


def test_a_broken_workbook_is_rejected(tmp_path: Path) -> None:
    data = workbook(tmp_path / "a.xlsx", ("text",), (SAID,)).read_bytes()
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook")
    for broken in (data[: len(data) // 2], held.getvalue()):
        (tmp_path / "b.xlsx").write_bytes(broken)
        [item], _ = read(tmp_path / "b.xlsx")
        assert isinstance(item, Reject)
        assert ".xlsx, or as .csv" in item.reason
