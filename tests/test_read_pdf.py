"""PDF files: paragraphs as they were before they were set in lines on pages."""

import io
from pathlib import Path

import pytest

from quotes.domain import Article, Reject
from quotes.read import read_articles
from quotes.read.reflow import reflow
from tests.samples import pdf

pypdf = pytest.importorskip("pypdf")

LINES = [
    "Ferries stay in har-", "bour as winds rise over the whole of the coast", "and the islands beyond it, she said.",
    "“It rained all night,” said Ann Lee, the well-", "known master of the port, “and nobody has had a",
    "quiet hour.”",
]  # fmt: skip


def one(path: Path, data: bytes) -> Article | Reject:
    path.write_bytes(data)
    [item] = read_articles([path])
    return item


def test_lines_on_pages_are_paragraphs_again(tmp_path: Path) -> None:
    page = [f"The Echo, page {n}" for n in (1, 2, 3)]
    item = one(
        tmp_path / "echo.pdf",
        pdf([page[0], *LINES[:4]], [page[1], *LINES[4:], "It was the well-known wind."], [page[2], "End."]),
    )
    assert isinstance(item, Article)
    assert item.id == "echo"
    assert item.text == (
        "Ferries stay in harbour as winds rise over the whole of the coast and the islands beyond it, she said.\n\n"
        "“It rained all night,” said Ann Lee, the well-known master of the port, “and nobody has had a quiet hour.”\n\n"
        "It was the well-known wind.\n\nEnd."
    )


def test_a_pdf_is_known_by_its_content(tmp_path: Path) -> None:
    assert isinstance(one(tmp_path / "echo.txt", pdf(LINES)), Article)


def test_a_scan_is_refused(tmp_path: Path) -> None:
    item = one(tmp_path / "scan.pdf", pdf([], []))
    assert isinstance(item, Reject)
    assert "2 pages hold pictures but no text" in item.reason


def test_an_encrypted_file_is_refused(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(io.BytesIO(pdf(LINES)))
    writer.encrypt("secret", algorithm="RC4-128")
    held = io.BytesIO()
    writer.write(held)
    item = one(tmp_path / "a.pdf", held.getvalue())
    assert isinstance(item, Reject)
    assert "encrypted" in item.reason


@pytest.mark.parametrize("data", [b"%PDF-1.7 text", pdf(LINES)[:300], b"%PDF-1.4\n" + bytes(5000), b"It rained."])
def test_a_broken_file_is_refused(tmp_path: Path, data: bytes) -> None:
    item = one(tmp_path / "a.pdf", data)
    assert isinstance(item, Reject)
    assert "cannot be read" in item.reason or "no text" in item.reason


def test_a_soft_hyphen_goes_and_a_double_name_stays() -> None:
    assert reflow(["The har\u00ad\nbour of Mr Smith-\nJones."]) == "The harbour of Mr Smith-Jones."


def test_a_sentence_runs_on_from_page_to_page() -> None:
    assert reflow(["He said\n1", "nothing more.\n2"]) == "He said nothing more."


def test_no_page_no_text() -> None:
    assert reflow([]) == ""
    assert reflow(["", "\n\n"]) == ""
