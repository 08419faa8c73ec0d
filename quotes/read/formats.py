"""The formats that are read, one entry each: how a file of it begins, what its name ends in, and which module reads it.

A file's format is decided by its content where that leaves no doubt, then by its name, then by what its content is
like. To add a format, write its module and add an entry to `FORMATS`; the first whose content fits is taken.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from quotes.errors import UsageError
from quotes.read.columns import PARQUET, is_arrow, read_arrow, read_parquet
from quotes.read.containers import SUFFIXES as CONTAINERS
from quotes.read.decoding import decode_unmarked, mark_of
from quotes.read.feeds import is_feed, read_feed
from quotes.read.incoming import Reader
from quotes.read.json_records import read_json, read_json_lines
from quotes.read.mail import is_mail, read_mail
from quotes.read.markdown import read_markdown
from quotes.read.pages import read_page
from quotes.read.pdf import PDF, read_pdf
from quotes.read.plain import read_plain
from quotes.read.rich_text import RTF, read_rich_text
from quotes.read.tables import is_table, read_table
from quotes.read.web_archives import WARC, read_web_archive
from quotes.read.word import read_word
from quotes.read.workbooks import read_workbook
from quotes.read.zipped import zip_kind

Fields = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file. Suffixes are in lower case, with their full stop."""

    name: str  # as --format takes it
    called: str  # as people are told what a file was taken for
    read: Reader
    suffixes: tuple[str, ...] = ()
    is_in_folders: bool = True  # whether folders are looked through for it; beside articles, Markdown is for notes
    is_binary: bool = False
    is_surely: Callable[[bytes, Fields], bool] | None = None  # whether what begins so is one, whatever its name
    is_like: Callable[[str, Fields], bool] | None = None  # whether one without a known suffix is taken for one


Taken = Callable[[str, Format], None]  # hears of which format the file of an origin is held to be


def take_no_note(origin: str, format: Format) -> None:
    """For those who do not ask."""


_PAGE = re.compile(
    r"(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|p)\b", re.I | re.S
)
_JSON = re.compile(r"\{|\[\s*\{")


def _is_tabbed(head: bytes, fields: Fields) -> bool:
    """A table by its tabs is one in a text file too, as spreadsheets save "Unicode text"."""
    start = begin(head)
    return "\t" in start.split("\n", 1)[0] and is_table(start, fields)


FORMATS: dict[str, Format] = {
    format.name: format
    for format in (
        Format("jsonl", "JSON Lines", read_json_lines, (".jsonl", ".ndjson")),
        Format("json", "JSON", read_json, (".json",), is_like=lambda start, _: _JSON.match(start) is not None),
        Format("html", "web page", read_page, (".html", ".htm"), is_like=lambda start, _: bool(_PAGE.match(start))),
        Format("csv", "table (CSV)", read_table, (".csv", ".tsv"), is_surely=_is_tabbed, is_like=is_table),
        Format(
            "docx",
            "Word document",
            read_word,
            (".docx",),
            is_binary=True,
            is_surely=lambda head, _: zip_kind(head) == "docx",
        ),
        Format(
            "xlsx",
            "Excel workbook",
            read_workbook,
            (".xlsx", ".xlsm"),
            is_binary=True,
            is_surely=lambda head, _: zip_kind(head) == "xlsx",
        ),
        Format(
            "parquet",
            "Parquet file",
            read_parquet,
            (".parquet",),
            is_binary=True,
            is_surely=lambda head, _: head.startswith(PARQUET),
        ),
        Format(
            "arrow",
            "Arrow file",
            read_arrow,
            (".arrow", ".feather", ".arrows"),
            is_binary=True,
            is_surely=lambda head, _: is_arrow(head),
        ),
        Format("pdf", "PDF file", read_pdf, (".pdf",), is_binary=True, is_surely=lambda head, _: head.startswith(PDF)),
        Format(
            "rtf",
            "RTF document",
            read_rich_text,
            (".rtf",),
            is_binary=True,
            is_surely=lambda head, _: head.startswith(RTF),
        ),
        Format(
            "feed",
            "feed (RSS or Atom)",
            read_feed,
            (".rss", ".atom"),
            is_binary=True,
            is_surely=lambda head, _: is_feed(head),
        ),
        Format("mail", "e-mail", read_mail, (".eml", ".mbox"), is_binary=True, is_surely=lambda head, _: is_mail(head)),
        Format(
            "warc",
            "web archive (WARC)",
            read_web_archive,
            (".warc",),
            is_binary=True,
            is_surely=lambda head, _: head.startswith(WARC),
        ),
        Format("markdown", "Markdown", read_markdown, (".md", ".markdown"), is_in_folders=False),
        Format("text", "plain text", read_plain, (".txt",)),
    )
}
SUFFIXES: dict[str, Format] = {suffix: format for format in FORMATS.values() for suffix in format.suffixes}
IN_FOLDERS = frozenset(suffix for suffix, format in SUFFIXES.items() if format.is_in_folders) | {*CONTAINERS}


def split_name(path: Path) -> tuple[str, str]:
    """A file's name without its suffixes, and the suffix that tells its format, in lower case.

    >>> split_name(Path("2011/libya.txt.gz"))
    ('libya', '.txt')
    """
    bare = Path(path.stem) if path.suffix.lower() in (".gz", ".zst") else Path(path.name)
    return bare.stem, bare.suffix.lower()


def format_named(name: str) -> Format:
    """The format of that name; raises UsageError listing them."""
    if name not in FORMATS:
        raise UsageError(f"there is no format {name!r} to read; choose one of these: {', '.join(FORMATS)}")
    return FORMATS[name]


def format_of(suffix: str, head: bytes, fields: Fields) -> Format:
    """What a file is whose name ends in `suffix` ("" for none) and whose first bytes are `head`."""
    start = begin(head)
    surely = (format for format in FORMATS.values() if format.is_surely and format.is_surely(head, fields))
    likely = (format for format in FORMATS.values() if format.is_like and format.is_like(start, fields))
    return next(surely, None) or SUFFIXES.get(suffix) or next(likely, FORMATS["text"])


def begin(head: bytes) -> str:
    """The first bytes of a file as text, without white space before it."""
    marked = mark_of(head)
    start = head.decode(marked[1], "replace") if marked else decode_unmarked(head)
    return start.lstrip("\ufeff \t\r\n")
