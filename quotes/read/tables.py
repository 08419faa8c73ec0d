"""CSV and TSV: a row is an article, the header names the fields."""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from io import BufferedReader
from itertools import chain

from quotes.domain import Article, Reject
from quotes.read.decoding import iter_lines
from quotes.read.field_names import match_fields
from quotes.read.incoming import Incoming
from quotes.read.record import missing_text, to_article

_DELIMITERS = ",;\t|"
_SEPARATOR = re.compile(r"sep=.\s*$")  # Excel's own first line
_LONGEST_CELL = 2**31 - 1  # what every platform's C long holds


def read_table(stream: BufferedReader, incoming: Incoming) -> Iterator[Article | Reject]:
    """Rows as they arrive. Delimited by comma, semicolon, tab or bar, whichever makes most of the header."""
    yield from parse_table(iter_lines(stream), incoming)


def parse_table(lines: Iterable[str], incoming: Incoming) -> Iterator[Article | Reject]:
    """Cells as RFC 4180 has them: quoted where they hold delimiters or line ends, quotation marks inside doubled.

    A row that breaks these rules, or has not as many cells as the header, is rejected, for its text would be cut or
    lose quotation marks; the rows after it are read.
    """
    remaining = iter(lines)
    first = next((line for line in remaining if line.strip() and not _SEPARATOR.match(line)), "")
    if not first:
        return
    csv.field_size_limit(_LONGEST_CELL)
    rows = csv.reader(chain([first], remaining), delimiter=_delimiter(first, incoming.fields), strict=True)
    header: list[str] | None = None
    while True:
        origin = f"{incoming.origin}:{rows.line_num + 1}"
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Reject(origin, f"{_explain(error)}; quote such cells and double the quotation marks inside them.")
            continue
        if header is None:
            header = [cell.strip() for cell in row]
            text_field = match_fields(header, incoming.fields).get("text", "text")
            if text_field not in header:
                yield Reject(origin, missing_text(text_field, dict.fromkeys(header), "first line, the header,"))
                return
        elif any(row):
            yield _to_article(header, row, origin, incoming)


def _to_article(header: list[str], row: list[str], origin: str, incoming: Incoming) -> Article | Reject:
    if len(row) != len(header):
        return Reject(
            origin,
            f"The row has {len(row)} cell{'' if len(row) == 1 else 's'} where the header has {len(header)}; "
            "quote cells that hold delimiters or line breaks.",
            json.dumps({**dict(zip(header, row, strict=False)), "more": row[len(header) :]}, ensure_ascii=False),
        )
    return to_article(dict(zip(header, row, strict=True)), origin, incoming)


def is_table(start: str, fields: Mapping[str, str]) -> bool:
    """Whether data that begins like this is a table of articles: its header names the text and one more field of an
    article."""
    line = next((line for line in start.split("\n") if line.strip() and not _SEPARATOR.match(line)), "")
    matched = match_fields(_cells(line, _delimiter(line, fields)), fields)
    return matched.get("text") in _cells(line, _delimiter(line, fields)) and len(matched) > 1


def _delimiter(header: str, fields: Mapping[str, str]) -> str:
    def merit(delimiter: str) -> tuple[bool, int]:
        names = _cells(header, delimiter)
        return match_fields(names, fields).get("text") in names, len(names)

    return max(_DELIMITERS, key=merit)


def _cells(header: str, delimiter: str) -> list[str]:
    return [name.strip().strip('"') for name in header.split(delimiter)]


def _explain(error: csv.Error) -> str:
    message = str(error)
    if "unexpected end" in message:
        return "A cell from here on opens a quotation mark that nothing closes"
    if "expected after" in message:
        return "A quoted cell goes on after its closing quotation mark"
    return f"The row cannot be read ({message})"
