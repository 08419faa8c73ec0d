"""Word documents and Markdown, as drafts come."""

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document

from quotes.domain import Article, Reject
from quotes.read import read_articles
from quotes.read.markdown import text_of_markdown

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def one(path: Path) -> Article | Reject:
    [item] = read_articles([path])
    return item


def document(path: Path, *paragraphs: str) -> Path:
    made = Document()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    made.save(str(path))
    return path


def test_paragraphs_and_cells(tmp_path: Path) -> None:
    made = Document()
    made.add_heading("The tunnel", 1)
    made.add_paragraph("“It stays shut,” she said.")
    made.add_table(1, 2).rows[0].cells[1].text = "In a cell"
    made.add_paragraph("Last.")
    made.save(str(tmp_path / "draft.docx"))
    item = one(tmp_path / "draft.docx")
    assert isinstance(item, Article)
    assert (item.id, item.text) == ("draft", "The tunnel\n\n“It stays shut,” she said.\n\nIn a cell\n\nLast.")


def test_tracked_changes_count_as_accepted(tmp_path: Path) -> None:
    path = document(tmp_path / "draft.docx", "HERE")
    changed = (
        f"<w:p {W}><w:r><w:t>“We have </w:t></w:r><w:ins w:id='1' w:author='a'><w:r><w:t>the boats</w:t></w:r></w:ins>"
        "<w:del w:id='2' w:author='a'><w:r><w:delText>a raft</w:delText></w:r></w:del>"
        "<w:r><w:br/><w:t>,” he</w:t><w:noBreakHyphen/><w:t>she said.</w:t></w:r></w:p>"
    )
    replace(path, "word/document.xml", lambda xml: xml[: xml.index("<w:p>")] + changed + xml[xml.index("<w:sectPr") :])
    item = one(path)
    assert isinstance(item, Article)
    assert item.text == "“We have the boats\n,” he\u2011she said."


def replace(path: Path, name: str, change: object) -> None:
    """Rewrite one member of a ZIP file."""
    with zipfile.ZipFile(path) as archive:
        members = {item: archive.read(item) for item in archive.namelist()}
    assert callable(change)
    members[name] = change(members[name].decode("utf-8")).encode("utf-8")
    with zipfile.ZipFile(path, "w") as archive:
        for member, data in members.items():
            archive.writestr(member, data)


def other_zip() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("slides/slide1.xml", "<x/>")
    return held.getvalue()


def broken_document() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("word/document.xml", "<w:document")
    return held.getvalue()


def bomb() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", " " * 301_000_000)
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04 cut short", "broken Office or ZIP file"),
        (other_zip(), "no Word document"),
        (broken_document(), "cannot be read"),
        (bomb(), "more than 300 megabytes"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "broken Office or ZIP"),  # Word 97
        (b"", "empty"),
    ],
)
def test_what_is_no_word_document_is_rejected_with_a_remedy(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "draft.docx").write_bytes(data)
    item = one(tmp_path / "draft.docx")
    assert isinstance(item, Reject)
    assert reason in item.reason


def test_an_empty_document_is_rejected(tmp_path: Path) -> None:
    item = one(document(tmp_path / "draft.docx"))
    assert isinstance(item, Reject)
    assert item.reason.startswith("The document holds no text")


def test_entities_of_a_document_are_not_expanded(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("SECRET", encoding="utf-8")
    path = document(tmp_path / "draft.docx", "HERE")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{tmp_path}/secret">]>'

    def attack(xml: str) -> str:
        head, _, rest = xml.partition("?>")
        return f"{head}?>{entity}{rest}".replace("HERE", "HERE &e;")

    replace(path, "word/document.xml", attack)
    item = one(path)
    assert "SECRET" not in (item.text if isinstance(item, Article) else item.reason)


MARKDOWN = """---
title: A draft
---
# The *tunnel*

“We **have** the [boats](http://x.example/a_(b)),”
he said. ![a boat](boat.png)

> “It stays shut.”

- one `item`

```
“code”
```

| a | b |
|---|---|
| c | d |
"""


def test_markdown_is_read_as_people_see_it(tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(MARKDOWN, encoding="utf-8")
    item = one(tmp_path / "draft.md")
    assert isinstance(item, Article)
    assert item.text.split("\n\n") == [
        "The tunnel", "“We have the boats,”\nhe said. ", "“It stays shut.”", "one item", "a", "b", "c", "d",
    ]  # fmt: skip


def test_a_folder_of_articles_keeps_its_notes_to_itself(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Notes", encoding="utf-8")
    (tmp_path / "a.txt").write_text("An article.", encoding="utf-8")
    assert [getattr(item, "id", None) for item in read_articles([tmp_path])] == ["a"]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert text_of_markdown("---\n\nWords.") == "Words."
