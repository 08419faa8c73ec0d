"""CSV in UTF-8: a row a quotation, in which no spreadsheet program finds a formula."""

import io
from typing import IO

from quotes.export.source import Source
from quotes.spreadsheet import write_csv
from quotes.store.fields import FIELDS, to_row


def write(source: Source, stream: IO[bytes]) -> None:
    """Lists are joined by "; "; with a byte order mark if the source asks for one, as Excel wants."""
    encoding = "utf-8-sig" if source.bom else "utf-8"
    text = io.TextIOWrapper(stream, encoding, errors="backslashreplace", newline="")
    write_csv(map(to_row, source.quotations()), text, [field.name for field in FIELDS])
    text.flush()
    text.detach()
