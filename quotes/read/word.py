"""Word documents (.docx): the text as it stands once all tracked changes are accepted.

python-docx leaves out what a tracked change put in; here it counts, and what one took out does not. Footnotes,
comments, headers and text boxes are left out.
"""

import io
import zipfile
from collections.abc import Iterator
from io import BufferedReader
from typing import Any

from quotes.domain import Article, Reject
from quotes.errors import InputError
from quotes.read.incoming import Incoming
from quotes.read.plain import to_articles

_LARGEST = 300_000_000  # bytes, unpacked: no draft is that long, but a bomb is
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TAKEN_OUT = frozenset(f"{_W}{name}" for name in ("del", "moveFrom", "txbxContent", "pict"))
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}
_DOCUMENT = "word/document.xml"


def read_word(stream: BufferedReader, incoming: Incoming) -> Iterator[Article | Reject]:
    """The document's paragraphs and the cells of its tables, a blank line between them, or the articles of an
    archive's export."""
    yield from to_articles("\n\n".join(_paragraphs(stream.read(_LARGEST))), incoming, "document")


def _paragraphs(data: bytes) -> list[str]:
    from docx import Document

    _check(data)
    try:
        body = Document(io.BytesIO(data)).element.body
        found = [_text(paragraph) for paragraph in body.iter(f"{_W}p") if not _is_inside(paragraph)]
    except Exception as error:  # zipfile, lxml and python-docx raise many kinds
        raise InputError(
            f"The Word document cannot be read ({type(error).__name__}); save it again as .docx, or as .txt."
        ) from error
    return [text for text in found if text.strip()]


def _check(data: bytes) -> None:
    """Whether it is a Word document, rather than another file of the same make, and of a size to be unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(item.file_size for item in archive.infolist())
            is_word = _DOCUMENT in archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise InputError("It is a broken Office or ZIP file; save it again as .docx, or its text as .txt.") from error
    if not is_word:
        raise InputError("It is an Office or ZIP file, but no Word document; save its text as .txt or .html first.")
    if size > _LARGEST:
        raise InputError("It unpacks to more than 300 megabytes; save its text as .txt.")


def _is_inside(paragraph: Any) -> bool:
    """Whether it is of a text box, which repeats what stands beside it, or was taken out as a whole."""
    return any(outer.tag in _TAKEN_OUT or outer.tag.endswith("}Fallback") for outer in paragraph.iterancestors())


def _text(element: Any) -> str:
    parts: list[str] = []
    for child in element:
        if child.tag == f"{_W}t":
            parts.append(child.text or "")
        elif child.tag in _BREAKS:
            parts.append(_BREAKS[child.tag])
        elif child.tag not in _TAKEN_OUT and child.tag not in (f"{_W}pPr", f"{_W}rPr"):
            parts.append(_text(child))
    return "".join(parts)
