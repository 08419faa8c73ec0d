"""RTF: the words of the document, without its looks."""

import re
from collections.abc import Iterator
from io import BufferedReader

from quotes.domain import Article, Reject
from quotes.errors import InputError
from quotes.read.incoming import Incoming
from quotes.read.optional import load
from quotes.read.plain import to_articles

RTF = b"{\\rtf"
_LARGEST = 300_000_000  # bytes
_FONT = re.compile(r"(?<!\\)\\f(?=\d)")
_LONG_NUMBER = re.compile(r"(\\f)\d{11,}")


def read_rich_text(stream: BufferedReader, incoming: Incoming) -> Iterator[Article | Reject]:
    """The document's paragraphs, a blank line between them, or the articles of an archive's export."""
    convert = load("striprtf.striprtf", "an RTF file").rtf_to_text
    try:
        text = convert(_tamed(stream.read(_LARGEST).decode("latin-1")), encoding="cp1252", errors="replace")
    except Exception as error:  # what is no RTF inside fails in many ways
        raise InputError(
            f"The RTF file cannot be read ({type(error).__name__}); save it again as .rtf, or its text as .txt."
        ) from error
    paragraphs = (line.strip() for line in text.splitlines())
    yield from to_articles("\n\n".join(filter(None, paragraphs)), incoming, "RTF document")


def _tamed(source: str) -> str:
    """The same document, written so that striprtf's patterns for fonts and links take no time that grows with the
    square of its size, and put no address of a link into the text."""
    source = _FONT.sub(r"\n\\f", _LONG_NUMBER.sub(r"\g<1>9", source))
    return source.replace("\\field{", "\\field {")
