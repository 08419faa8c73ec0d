"""PDF files that hold text: what stands on the pages, as paragraphs."""

import logging
from collections.abc import Iterator
from io import BufferedReader
from typing import IO, Any

from quotes.domain import Article, Reject
from quotes.errors import InputError
from quotes.read.incoming import Incoming
from quotes.read.optional import load
from quotes.read.plain import to_articles
from quotes.read.reflow import reflow
from quotes.read.seeking import seekable

PDF = b"%PDF-"
_LETTERS_A_PAGE = 20  # a page of fewer is a picture


def read_pdf(stream: BufferedReader, incoming: Incoming) -> Iterator[Article | Reject]:
    """The text in the order in which it was set, which is that of the columns in most papers' files.

    Raises InputError for a file that is encrypted, or whose pages are pictures.
    """
    library = load("pypdf", "a PDF file")
    with seekable(stream) as file:
        pages = _pages(library, file)
    if sum(character.isalpha() for page in pages for character in page) < _LETTERS_A_PAGE * min(len(pages), 3):
        raise InputError(
            f"It is a PDF file whose {len(pages)} {'page holds' if len(pages) == 1 else 'pages hold'} pictures but no "
            "text, a scan perhaps; have its text recognised (ocrmypdf) and give that."
        )
    yield from to_articles(reflow(pages), incoming, "PDF file")


def _pages(library: Any, file: IO[bytes]) -> list[str]:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it reports each slip of each file's writer
    try:
        reader = library.PdfReader(file)
        if not reader.is_encrypted:
            return [page.extract_text() for page in reader.pages]
    except Exception as error:  # damaged files make it raise many kinds
        raise InputError(
            f"The PDF file cannot be read ({type(error).__name__}); save it again as PDF, or its text as .txt."
        ) from error
    raise InputError("It is an encrypted PDF file; save it without its password, or its text as .txt.")
