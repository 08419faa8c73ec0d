import gzip
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from quotes.domain import Article, Reject, identify
from quotes.errors import UsageError
from quotes.read import read_articles

SPEECH = "“The bridge will open in May,” the mayor said.\r\n\r\nSkip to next paragraph\r\n"


class Stdin:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def read(*paths: Path | str) -> list[Article | Reject]:
    return list(read_articles(paths))


def only_reason(*paths: Path | str) -> str:
    (item,) = read(*paths)
    assert isinstance(item, Reject)
    assert item.reason[0].isupper()
    assert item.reason.endswith(".")
    return item.reason


def test_a_text_file_is_an_article_as_received(tmp_path: Path) -> None:
    (tmp_path / "bridge.opening.txt").write_bytes(SPEECH.encode("utf-8-sig"))
    assert list(read_articles([tmp_path / "bridge.opening.txt"], outlet="The Paper")) == [
        Article("bridge.opening", SPEECH, outlet="The Paper")
    ]


@pytest.mark.parametrize("name", ["bridge.text", "bridge", "bridge.TXT", "bridge.txt.gz", "bridge.log.gz"])
def test_unknown_suffixes_are_read_as_what_they_hold(tmp_path: Path, name: str) -> None:
    data = SPEECH.encode()
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    assert read(tmp_path / name) == [Article("bridge", SPEECH)]


def test_gzip_is_known_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "zipped.txt").write_bytes(gzip.compress(SPEECH.encode()))
    (tmp_path / "not.txt.gz").write_bytes(SPEECH.encode())
    assert read(tmp_path / "zipped.txt", tmp_path / "not.txt.gz") == [Article("zipped", SPEECH), Article("not", SPEECH)]


def test_folders_are_walked_in_order_and_give_relative_ids(tmp_path: Path) -> None:
    for name in ("b.txt", "2011/libya.txt", "2011/.draft.txt", ".git/x.txt", "notes.md", "a.html.bak"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name, encoding="utf-8")
    assert read(tmp_path) == [Article("2011/libya", "2011/libya.txt"), Article("b", "b.txt")]


def test_linked_folders_are_followed_once_and_loops_end(tmp_path: Path) -> None:
    folder, other = tmp_path / "folder", tmp_path / "other"
    folder.mkdir()
    other.mkdir()
    (folder / "a.txt").write_text("one", encoding="utf-8")
    (other / "b.txt").write_text("two", encoding="utf-8")
    (folder / "loop").symlink_to(folder)
    (folder / "more").symlink_to(other)
    (other / "back").symlink_to(folder)
    assert read(folder) == [Article("a", "one"), Article("more/b", "two")]


def test_a_link_that_leads_nowhere_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "not-there")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "z.txt").write_text("fine", encoding="utf-8")
    items = read(tmp_path)
    assert [type(item) for item in items] == [Reject, Reject, Article]


def test_bad_inputs_are_rejected_each_with_its_remedy(tmp_path: Path) -> None:
    def made(name: str, data: bytes) -> Path:
        (tmp_path / name).write_bytes(data)
        return tmp_path / name

    assert "no such file or folder" in only_reason(tmp_path / "missing")
    assert "path is empty" in only_reason("")
    assert "empty" in only_reason(made("empty.txt", b""))
    assert "empty" in only_reason(made("empty.jsonl", b""))
    assert "empty" in only_reason(made("empty.gz", gzip.compress(b"")))
    assert "white space" in only_reason(made("blank.txt", b" \n\t\n"))
    assert "holds no article" in only_reason(made("blank.jsonl", b"\n\n"))
    assert "holds no article" in only_reason(made("header.csv", b"id,text\n"))
    assert "binary" in only_reason(made("photo.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"))
    assert "binary" in only_reason(made("photo.jsonl", b"\x89PNG\n\x00\n\x00\n\x00"))
    assert "PDF" in only_reason(made("paper.txt", b"%PDF-1.7 text"))
    assert "Office" in only_reason(made("paper.docx", b"PK\x03\x04 text"))
    assert "NUL" in only_reason(made("nul.txt", b"x" * 70_000 + b"\0"))
    assert "gzip" in only_reason(made("cut.txt.gz", gzip.compress(SPEECH.encode() * 99)[:-12]))
    damaged = bytearray(gzip.compress(os.urandom(5000)))
    damaged[40:60] = bytes(20)
    assert "gzip" in only_reason(made("damaged.txt.gz", bytes(damaged)))


def test_an_empty_folder_says_what_is_taken_from_folders(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("x", encoding="utf-8")
    assert ".htm, .html" in only_reason(tmp_path)


def test_what_may_not_be_read_is_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("one", encoding="utf-8")
    (tmp_path / "b.txt").write_text("two", encoding="utf-8")
    real = Path.open

    def guarded(path: Path, *arguments: object, **options: object) -> object:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return real(path, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", guarded)
    rejected, article = read(tmp_path)
    assert isinstance(rejected, Reject)
    assert "Permission denied" in rejected.reason
    assert article == Article("b", "two")


def test_one_bad_input_never_stops_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one", encoding="utf-8")
    assert [type(item) for item in read(tmp_path / "missing", tmp_path / "a.txt")] == [Reject, Article]


def test_the_same_id_again_is_left_out_with_the_same_text_and_rejected_with_another(tmp_path: Path) -> None:
    lines = ['{"id": 1, "text": "one"}', '{"id": "1", "text": "one"}', '{"id": "1", "text": "two"}']
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    article, rejected = read(tmp_path / "a.jsonl")
    assert article == Article("1", "one")
    assert isinstance(rejected, Reject)
    assert "'1'" in rejected.reason


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (SPEECH.encode(), [SPEECH]),
        (b'  {"text": "one"}\n{"text": "two"}', ["one", "two"]),
        (b'{\n"text": "one"}', ["one"]),
        (b'[{"text": "one"}]', ["one"]),
        (b"[Updated] Text in brackets.", ["[Updated] Text in brackets."]),
        (b"<b>Not a page</b>", ["<b>Not a page</b>"]),
        (b"<!DOCTYPE html><html><body><p>The mayor spoke for an hour about the bridge.</p></body></html>",
         ["The mayor spoke for an hour about the bridge."]),
        (b'text;url\n"one; two";\nthree;\n', ["one; two", "three"]),
        (b'sep=;\r\ntext;url\r\n"one; two";\r\n', ["one; two"]),
        (b"Text, text and more text\nis no table.", ["Text, text and more text\nis no table."]),
        (gzip.compress(b'{"text": "one"}'), ["one"]),
        ('{"text": "one"}'.encode("utf-16"), ["one"]),
    ],
)  # fmt: skip
def test_standard_input_is_read_as_what_it_holds(
    monkeypatch: pytest.MonkeyPatch, data: bytes, texts: list[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", Stdin(data))
    items = read("-")
    assert [item.text for item in items if isinstance(item, Article)] == texts
    assert [item.id for item in items if isinstance(item, Article)] == [identify(text) for text in texts]


def test_empty_standard_input_is_rejected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Stdin(b""))
    assert "empty" in only_reason("-")


def test_nothing_is_read_ahead(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one", encoding="utf-8")

    def endless() -> Iterator[Path]:
        yield tmp_path / "a.txt"
        raise AssertionError("read ahead")

    assert next(read_articles(endless())) == Article("a", "one")


def test_a_pipe_is_read_line_by_line() -> None:
    near, far = os.pipe()
    with open(near, "rb") as out, open(far, "wb", buffering=0) as into:  # noqa: PTH123 -- descriptors, not paths
        into.write(b'{"text": "one"}\n')
        items = read_articles([f"/dev/fd/{out.fileno()}"])
        assert next(items) == Article(identify("one"), "one")
        into.write(b'{"text": "two"}\n')
        assert next(items) == Article(identify("two"), "two")
        items.close()  # type: ignore[attr-defined]


def test_reading_text_waits_for_no_html_library() -> None:
    code = "import sys, quotes.read; sys.exit('trafilatura' in sys.modules or 'lxml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_spreadsheets_text_file_is_a_table(tmp_path: Path) -> None:
    path = tmp_path / "sheet.txt"
    path.write_bytes('id\ttext\r\na1\t"It rained.\n\n“No,” she said."\r\nb2\tIt cleared.\r\n'.encode("utf-16"))
    read = [item for item in read_articles([path]) if isinstance(item, Article)]
    assert [(article.id, article.text) for article in read] == [
        ("a1", "It rained.\n\n“No,” she said."),
        ("b2", "It cleared."),
    ]


ARCHIVE = """
                               1 of 2 DOCUMENTS


                              The Harbour Post

                            May 2, 2020 Saturday

Rain again

BYLINE: Jo Lind

LENGTH: 9 words


OSLO: It rained. "Enough," said Ida
Berg.

LOAD-DATE: May 3, 2020

                      Copyright 2020 Harbour Press


                               2 of 2 DOCUMENTS

                              Fjord Mail

                            3 May 2020

LENGTH: 2 words

It cleared.
"""


def test_an_archives_file_holds_many_articles(tmp_path: Path) -> None:
    path = tmp_path / "export.txt"
    path.write_text(ARCHIVE, encoding="utf-8")
    first, second = (item for item in read_articles([path]) if isinstance(item, Article))
    assert (first.id, first.outlet, first.title, first.byline) == (
        "export-1",
        "The Harbour Post",
        "Rain again",
        "Jo Lind",
    )
    assert first.text == 'OSLO: It rained. "Enough," said Ida\nBerg.'
    assert (second.id, second.outlet, second.title, second.text) == ("export-2", "Fjord Mail", None, "It cleared.")
    assert [str(article.published) for article in (first, second)] == ["2020-05-02", "2020-05-03"]


def test_every_file_says_what_it_is_taken_for_and_can_be_told_otherwise(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("id\ttext\na\t“It rained,” said Ann Lee.\n", encoding="utf-8")
    (tmp_path / "plain").write_text("It rained.", encoding="utf-8")
    taken: list[str] = []
    files = [tmp_path / "page.txt", tmp_path / "plain"]
    items = list(read_articles(files, taken=lambda origin, format: taken.append(f"{Path(origin).name} {format.name}")))
    assert taken == ["page.txt csv", "plain text"]
    assert [item.id for item in items if isinstance(item, Article)] == ["a", "plain"]
    (forced,) = read_articles([tmp_path / "page.txt"], format="text")
    assert isinstance(forced, Article)
    assert forced.text.startswith("id\ttext\n")


def test_a_format_that_there_is_not_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="choose one of these: jsonl, json, html, csv, docx, xlsx, parquet"):
        read_articles(["-"], format="docx2")


def ids(path: Path) -> list[str]:
    return [item.id for item in read(path) if isinstance(item, Article)]


def test_a_pattern_names_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "deep/c.txt", "d.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"“It rained in {name},” said Ann Lee.", encoding="utf-8")
    (tmp_path / "[odd].txt").write_text("“It hailed,” said Bo Ray.", encoding="utf-8")
    assert ids(tmp_path / "*.txt") == ["[odd]", "a", "b"]
    assert ids(tmp_path / "**" / "c*") == ["c"]
    assert ids(tmp_path / "[odd].txt") == ["[odd]"]
    [reject] = read_articles([tmp_path / "*.pdf"])
    assert isinstance(reject, Reject)
    assert "No file is like this" in reject.reason
