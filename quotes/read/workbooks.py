"""Excel workbooks (.xlsx): a row is an article, as in CSV; of the sheets, the first whose header names a text."""

import io
import zipfile
from collections.abc import Iterator
from io import BufferedReader
from itertools import islice
from typing import Any

from quotes.domain import Article, Reject
from quotes.errors import InputError
from quotes.read.field_names import match_fields
from quotes.read.incoming import Incoming
from quotes.read.record import missing_text, to_article

_LARGEST = 1_000_000_000  # bytes, unpacked; rows are read one by one, but all of the sheets' words at once
_ABOVE = 10  # rows at most in which a header is looked for, below a sheet's title
_FULL = 32_767  # characters in a cell, as many as Excel has room for


def read_workbook(stream: BufferedReader, incoming: Incoming) -> Iterator[Article | Reject]:
    """The rows below the header, in order; formulas count as what they showed when the workbook was saved."""
    import openpyxl

    data = io.BytesIO(stream.read(_LARGEST))
    _check(data)
    try:
        book = openpyxl.load_workbook(data, read_only=True, data_only=True)
    except Exception as error:  # zipfile, the XML parser and openpyxl raise many kinds
        raise InputError(_broken(error)) from error
    try:
        yield from _rows(book.worksheets, incoming)
    finally:
        book.close()


def _check(data: io.BytesIO) -> None:
    try:
        with zipfile.ZipFile(data) as archive:
            size = sum(item.file_size for item in archive.infolist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise InputError("It is a broken Excel or ZIP file; save it again as .xlsx, or as .csv.") from error
    if size > _LARGEST:
        raise InputError("It unpacks to more than 1000 megabytes; save its sheet as .csv.")
    data.seek(0)


def _rows(sheets: list[Any], incoming: Incoming) -> Iterator[Article | Reject]:
    first: list[str] = []
    for sheet in sheets:
        sheet.reset_dimensions()  # what writers say of a sheet's size is not always so
        rows = _iter_values(sheet)
        beginning = list(islice(rows, _ABOVE))
        headers = [(number, [_word(cell) for cell in row]) for number, row in beginning]
        first = first or next((names for _, names in headers if any(names)), [])
        if header := _header(headers, incoming):
            number, names = header
            if len(sheets) > 1:
                incoming.say(f"{incoming.origin}: read is the sheet “{sheet.title}”")
            below = (row for row in beginning if row[0] > number)
            for place, row in (*below, *rows):
                if any(cell not in (None, "") for cell in row):
                    yield _to_article(names, row, f"{incoming.origin}:{place}", incoming)
            return
    named = dict.fromkeys(filter(None, first))
    text = match_fields(named, incoming.fields).get("text", "text")
    raise InputError(missing_text(text, named, "header of its first sheet"))


def _header(rows: list[tuple[int, list[str]]], incoming: Incoming) -> tuple[int, list[str]] | None:
    """The row that names the text and most other fields."""

    def merit(row: tuple[int, list[str]]) -> tuple[int, int]:
        matched = match_fields(filter(None, row[1]), incoming.fields)
        return (len(matched) if matched.get("text") in row[1] else 0), -row[0]

    best = max(rows, key=merit, default=None)
    return best if best and merit(best)[0] else None


def _iter_values(sheet: Any) -> Iterator[tuple[int, tuple[object, ...]]]:
    try:
        yield from enumerate(sheet.iter_rows(values_only=True), start=1)
    except Exception as error:
        raise InputError(_broken(error)) from error


def _to_article(names: list[str], row: tuple[object, ...], origin: str, incoming: Incoming) -> Article | Reject:
    from openpyxl.utils.escape import unescape

    cells = (unescape(cell) if isinstance(cell, str) else cell for cell in row)
    record = {name: cell for name, cell in zip(names, cells, strict=False) if name}
    if any(isinstance(cell, str) and len(cell) >= _FULL for cell in row):
        incoming.say(f"{incoming.origin}: texts of 32,767 characters were cut by Excel, which holds no more in a cell")
    return to_article(record, origin, incoming)


def _word(cell: object) -> str:
    return "" if cell is None else str(cell).strip()


def _broken(error: Exception) -> str:
    return f"The Excel workbook cannot be read ({type(error).__name__}); save it again as .xlsx, or as .csv."
