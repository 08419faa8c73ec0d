"""A draft that is pasted or sent is held against the record; the real parser reads it, in a process of its own."""

import io
import re

import pytest
from docx import Document
from starlette.testclient import TestClient

from quotes.serve.reader import Reader
from tests.test_serve.conftest import Make

DRAFT = """“The bridge opens in May,” said Ines Valdez, mayor of Lindau.

“The bridge opens in June and it will surely hold for years,” said Ada Álder.

“Nobody asked us about the <script>alert(1)</script> ferry or about the harbour,” said Bo Lund."""


def csrf_of(client: TestClient, path: str) -> str:
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', client.get(path).text)
    assert found
    return found[1]


@pytest.fixture
def checking(make_client: Make, parsing: Reader) -> TestClient:
    client = make_client(reads_ahead=False)
    client.app.state.reader = parsing  # type: ignore[attr-defined]
    return client


def test_a_draft_is_checked_and_hostile_words_are_words(checking: TestClient) -> None:
    answer = checking.post("/check", data={"csrf": csrf_of(checking, "/check"), "text": DRAFT})
    assert answer.status_code == 200
    assert "too short to tell" in answer.text
    assert "not on record" in answer.text
    assert "&lt;script&gt;" in answer.text
    assert "<script>alert" not in answer.text


def test_a_file_and_its_findings_as_json(checking: TestClient) -> None:
    document, file = Document(), io.BytesIO()
    document.add_paragraph("“Lindau has waited for a bridge,” said Ines Valdez.")
    document.save(file)
    sent = {"csrf": csrf_of(checking, "/check"), "format": "json"}
    answer = checking.post("/check", data=sent, files={"file": ("../../draft.docx", file.getvalue())})
    [found] = answer.json()
    assert (found["draft"], found["verdict"], found["speaker"]) == ("draft.docx", "exact", "Ines Valdez")
    assert found["appearances"][0]["outlet"] == "The Sample"


@pytest.mark.parametrize(
    ("data", "file", "sentence"),
    [
        ({"text": "  "}, None, "There is no draft; paste one, or choose a file."),
        ({}, ("draft.pdf", b"\x00\x01\x02"), "PDF"),
    ],
)
def test_what_is_no_draft(checking: TestClient, data: dict[str, str], file: object, sentence: str) -> None:
    sent = {"csrf": csrf_of(checking, "/check"), **data}
    answer = checking.post("/check", data=sent, files={"file": file} if file else None)  # type: ignore[dict-item]
    assert answer.status_code == 400
    assert sentence in answer.text


def test_a_form_from_elsewhere_is_refused(checking: TestClient) -> None:
    assert checking.post("/check", data={"text": DRAFT}).status_code == 403
