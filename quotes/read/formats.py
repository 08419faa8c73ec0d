"""Which reader a file gets: by its suffix, or, without a known one, by how it begins."""

import re
from collections.abc import Mapping
from pathlib import Path

from quotes.read.decoding import decode_unmarked, mark_of
from quotes.read.incoming import Reader
from quotes.read.json_records import read_json, read_json_lines
from quotes.read.markdown import read_markdown
from quotes.read.pages import read_page
from quotes.read.plain import read_plain
from quotes.read.tables import is_table, read_table

SUFFIXES: dict[str, Reader] = {
    ".txt": read_plain,
    ".html": read_page,
    ".htm": read_page,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".json": read_json,
    ".csv": read_table,
    ".tsv": read_table,
}
# Read where a file is named, and not looked for in folders: beside articles they are notes, as README.md is.
WHEN_NAMED: dict[str, Reader] = {".md": read_markdown, ".markdown": read_markdown}
_DOCUMENTS = {
    b"%PDF-": "a PDF file",
    b"{\\rtf": "an RTF file",
    b"WARC/": "a web archive (WARC)",
}
_MAIL = re.compile(rb"(?:[A-Z][\w-]*: .*\r?\n(?:[ \t].*\r?\n)*)*(?:MIME-Version|Received|Message-ID): ", re.IGNORECASE)
_PAGE = re.compile(
    r"(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|p)\b", re.I | re.S
)
_JSON = re.compile(r"\{|\[\s*\{")


def split_name(path: Path) -> tuple[str, str]:
    """A file's name without its suffixes, and the suffix that tells its format, in lower case.

    >>> split_name(Path("2011/libya.txt.gz"))
    ('libya', '.txt')
    """
    bare = Path(path.stem) if path.suffix.lower() == ".gz" else Path(path.name)
    return bare.stem, bare.suffix.lower()


def reader_of(suffix: str, head: bytes, fields: Mapping[str, str]) -> Reader:
    """The reader of a suffix; a table by its tabs is one in a text file too, as spreadsheets save "Unicode text"."""
    by_suffix, sniffed = (SUFFIXES | WHEN_NAMED).get(suffix), sniff(head, fields)
    is_tabbed = sniffed is read_table and "\t" in _begin(head).split("\n", 1)[0]
    return by_suffix if by_suffix and not (by_suffix is read_plain and is_tabbed) else sniffed


def sniff(head: bytes, fields: Mapping[str, str]) -> Reader:
    """The reader for data that begins like this: JSON with an object, a page with a page's tag, a table with a header
    that names an article's text and another of its fields; all else is plain text."""
    start = _begin(head)
    if _JSON.match(start):
        return read_json
    if _PAGE.match(start):
        return read_page
    return read_table if is_table(start, fields) else read_plain


def _begin(head: bytes) -> str:
    marked = mark_of(head)
    start = head.decode(marked[1], "replace") if marked else decode_unmarked(head)
    return start.lstrip("\ufeff \t\r\n")


def foreign_document(head: bytes) -> str | None:
    """What a file is that holds text, but not as text: "a PDF file"."""
    if _MAIL.match(head):
        return "an e-mail"
    return next((name for magic, name in _DOCUMENTS.items() if head.startswith(magic)), None)
