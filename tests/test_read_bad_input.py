"""Whatever is fed, a reject has its place, one sentence and the remedy, and the rest is read."""

import gzip
import io
import json
import os
import socket
import zipfile
from pathlib import Path

import pytest

from quotes.cli import main
from quotes.domain import Article, Reject
from quotes.read import read_articles
from tests.carrier_samples import zipped
from tests.fake_parser import FakeParser, fake_parser
from tests.fuzz.judging import faults_of
from tests.samples import pdf, samples

__all__ = ["fake_parser"]

SAID = "“It rained,” said Ann Lee."
OUTCOMES = ("added", "new_version", "new_appearance", "read_anew", "details_changed", "same")
WORDS = b"It rained. " * 90_000  # a megabyte


def zip_in_zip() -> bytes:
    inner = zipped({"a.txt": WORDS * 40})
    return zipped({f"{n}.zip": inner for n in range(20)})


def long_page() -> bytes:
    return ("<html><body>" + "<div>" * 100_000 + SAID).encode()


BAD: dict[str, tuple[str, bytes, str]] = {  # the file's name, what is in it, and a word of the remedy
    "empty": ("a.txt", b"", "fill it in"),
    "white space": ("a.txt", b" \n\n ", "fill it in"),
    "binary": ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "save its text"),
    "100,000 nested tags": ("a.html", long_page(), "save"),
    "100,000 nested lists": ("a.json", b"[" * 100_000, "one complete object a line"),
    "a gzip bomb": ("a.txt.gz", gzip.compress(WORDS * 40), "unpack it if you trust it"),
    "a zip bomb": ("a.zip", zipped({"a.txt": WORDS * 40}), "unpack it if you trust it"),
    "zip bombs in a zip": ("a.zip", zip_in_zip(), "unpack it if you trust it"),
    "cut gzip": ("a.txt.gz", gzip.compress(os.urandom(9_000))[:5_000], "get it again"),
    "a cut zip": ("a.zip", zipped({"a.txt": os.urandom(9_000)})[:5_000], "get it again"),
    "NULs": ("a.txt", f"{SAID}\0{SAID}".encode(), "save its text"),
    "NULs in a record": ("a.jsonl", json.dumps({"text": f"{SAID}\0"}).encode(), "save it as UTF-8"),
    "a lone surrogate": ("a.jsonl", b'{"text": "It rained \\ud800."}', "write the text out again"),
    "UTF-16 that breaks off": ("a.txt", SAID.encode("utf-16")[:-1], "save it as UTF-8"),
    "a scan": ("a.pdf", pdf([], []), "ocrmypdf"),
    "a table without a text": ("a.csv", b"id,prose\na,b\n", "--field text=NAME"),
    "no closing quotation mark": ("a.csv", b'id,text\na,"It rained\n', "double the quotation marks"),
    "a foreign language": ("a.txt", "Die Fähre fährt nicht, und niemand weiß warum das so ist. ".encode() * 3, "any"),
}  # fmt: skip


def read(path: Path) -> list[Article | Reject]:
    return list(read_articles([path]))


@pytest.mark.parametrize("kind", BAD)
def test_bad_input_is_told_with_its_remedy(kind: str, tmp_path: Path) -> None:
    name, data, remedy = BAD[kind]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(SAID, encoding="utf-8")
    *bad, good = read(tmp_path)
    assert good == Article("good", SAID)
    assert bad
    for reject in bad:
        assert isinstance(reject, Reject)
        assert reject.origin.startswith(str(tmp_path / name))
        assert remedy in reject.reason
    assert not list(faults_of(tmp_path / name))


@pytest.mark.parametrize(
    ("module", "name", "member"),
    [("workbooks", "a.xlsx", "xl/workbook.xml"), ("word", "a.docx", "word/document.xml")],
)
def test_office_files_that_unpack_to_too_much(
    module: str, name: str, member: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"quotes.read.{module}._LARGEST", 900_000)
    (tmp_path / name).write_bytes(zipped({member: WORDS}))
    [reject] = read(tmp_path)
    assert isinstance(reject, Reject)
    assert "unpacks to more than" in reject.reason


def test_twenty_megabytes_on_one_line(tmp_path: Path) -> None:
    text = "It rained and it rained. " * 800_000 + SAID
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(json.dumps({"id": "b", "text": text}), encoding="utf-8")
    assert [item.text for item in read(tmp_path) if isinstance(item, Article)] == [text, text]


def test_a_million_marks(tmp_path: Path) -> None:
    for name, marks in (
        ("a", "“" * 1_000_000),
        ("b", "“”" * 500_000),
        ("c", "â€œ" * 300_000),
        ("d", "&amp;" * 200_000),
    ):
        (tmp_path / f"{name}.txt").write_text(marks, encoding="utf-8")
    articles = read(tmp_path)
    assert all(isinstance(item, Article) for item in articles)
    assert [len(item.text) for item in articles if isinstance(item, Article)] == [
        1_000_000,
        1_000_000,
        300_000,
        200_000,
    ]


@pytest.mark.parametrize("entity", ['SYSTEM "file://{}"', 'PUBLIC "x" "file://{}"'])
@pytest.mark.parametrize("name", ["a.html", "a.rss", "a.jsonl", "a.docx", "a.xlsx"])
def test_external_entities_bring_nothing_in(
    name: str, entity: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("reading must not reach for the network")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    secret = tmp_path / "secret.key"
    secret.write_text("HIDDEN AWAY", encoding="utf-8")
    doctype = f"<!DOCTYPE a [<!ENTITY x {entity.format(secret)}>]>"
    prose = "The ferry stayed in harbour all of Monday, and &x; nobody could say when it would sail again."
    contents = {
        "a.html": f"{doctype}<html><body><article><p>{prose}</p></article></body></html>".encode(),
        "a.rss": f"{doctype}<rss><channel><item><description>{prose}</description></item></channel></rss>".encode(),
        "a.jsonl": json.dumps({"text": f"{doctype}<p>{prose}</p>"}).encode(),
        "a.docx": rewritten("boats.docx", "word/document.xml", doctype),
        "a.xlsx": rewritten("boats.xlsx", "xl/worksheets/sheet1.xml", doctype),
    }
    path = tmp_path / name
    path.write_bytes(contents[name])
    assert not any("HIDDEN" in str(item) for item in read(path))


def rewritten(sample: str, member: str, doctype: str) -> bytes:
    """An Office file whose first words are an entity."""
    with zipfile.ZipFile(io.BytesIO(samples()[sample])) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    xml = members[member].decode()
    start = xml.index("?>") + 2 if "?>" in xml else 0
    members[member] = (xml[:start] + doctype + xml[start:].replace("“We sail", "&x;", 1)).encode()
    return zipped(members)


def test_entities_within_entities_do_not_grow(tmp_path: Path) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    document = f'<!DOCTYPE a [<!ENTITY l0 "ha">{laughs}]>'
    (tmp_path / "a.html").write_text(f"{document}<html><body><p>&l11;</p></body></html>", encoding="utf-8")
    (tmp_path / "b.rss").write_text(
        f"{document}<rss><channel><item><description>It rained. &l11;</description></item></channel></rss>"
    )
    (tmp_path / "c.docx").write_bytes(rewritten("boats.docx", "word/document.xml", document).replace(b"&x;", b"&l9;"))
    assert all(len(str(item)) < 10_000 for item in read(tmp_path))


def test_links_that_go_round_are_followed_once(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "a.txt").write_text(SAID, encoding="utf-8")
    (tmp_path / "inner" / "round").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    article, reject = read(tmp_path)
    assert isinstance(article, Article)
    assert isinstance(reject, Reject)
    assert reject.origin == str(tmp_path / "self.txt")


def test_what_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = tmp_path / "a.txt"
    locked.write_text(SAID, encoding="utf-8")
    locked.chmod(0)
    if os.access(locked, os.R_OK):  # nothing is locked to root
        opened = Path.open

        def refuse(path: Path, *args: object, **options: object) -> object:
            if path == locked:
                raise PermissionError(13, "Permission denied")
            return opened(path, *args, **options)  # type: ignore[call-overload]

        monkeypatch.setattr(Path, "open", refuse)
    [reject] = read(tmp_path)
    assert isinstance(reject, Reject)
    assert "may be read" in reject.reason


def test_names_fool_no_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\n\x1b[2Jrejected none.txt").write_text(SAID, encoding="utf-8")
    (tmp_path / "b\x1b]0;x\x07\u202egnp.txt").write_bytes(b"")
    article, reject = read(tmp_path)
    assert isinstance(article, Article)
    assert isinstance(reject, Reject)
    assert article.id == "a\\n\\x1b[2Jrejected none"
    assert reject.origin == f"{tmp_path}/b\\x1b]0;x\\x07\\u202egnp.txt"


def test_ids_of_ten_thousand_characters(tmp_path: Path) -> None:
    ids = ["x" * 10_000, "x" * 9_999 + "y", "a\x1b[2J\nb"]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps({"id": each, "text": SAID}) for each in ids), encoding="utf-8")
    first, second, third = (item.id for item in read(path) if isinstance(item, Article))
    assert (len(first), len(second), first != second) == (16, 16, True)
    assert third == "a\\x1b[2J\\nb"


def test_a_folder_with_one_of_everything(
    tmp_path: Path, fake_parser: FakeParser, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "all"
    folder.mkdir()
    good = {f"{n}-{name}": data for n, (name, data) in enumerate(samples().items())}
    chosen = [kind for kind in BAD if "bomb" not in kind and "nested" not in kind][:10]
    bad = {f"bad-{n}-{BAD[kind][0]}": BAD[kind][1] for n, kind in enumerate(chosen)}
    for name, data in (good | bad).items():
        (folder / name).write_bytes(data)
    code = main(["ingest", str(folder), "--db", str(tmp_path / "q.db")])
    told = capsys.readouterr()
    summary = json.loads(told.out)
    rejected = {Path(reject["origin"].partition("!")[0]).name.partition(":")[0] for reject in summary["rejects"]}
    expected = read(folder)
    assert code == 1
    assert set(bad) <= rejected
    assert summary["rejected"] == len(summary["rejects"]) == sum(isinstance(item, Reject) for item in expected)
    assert sum(summary[kind] for kind in OUTCOMES) == sum(isinstance(item, Article) for item in expected)
    assert summary["added"] > len(good) / 2  # the same words are in several
    assert "Traceback" not in told.err
    assert told.err.count("\nrejected ") == summary["rejected"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.rtf", b"{\\rtf1\\ansi {\\fonttbl\\f" + b"0" * 200_000 + b"} It rained.}"),
        ("b.rtf", b"{\\rtf1\\ansi {\\fonttbl" + b"\\f1" * 60_000 + b"} It rained.}"),
        ("a.eml", b"Subject: x\nMIME-Version: 1.0\nContent-Type: text/plain; " + b"x" * 200_000 + b"\n\nIt rained.\n"),
        ("a.jsonl", b'{"id": "a", "text": "' + b" " * 300_000 + b'It rained."}'),
    ],
)
def test_what_took_a_time_that_grew_with_its_square(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    [article] = read(tmp_path)
    assert isinstance(article, Article)
    assert article.text.strip() == "It rained."
