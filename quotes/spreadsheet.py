"""Rows of cells as CSV, and as a workbook that spreadsheet programs open."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import IO, Any, TextIO

from quotes.errors import UsageError

Row = Mapping[str, Any]
_COMPUTED = ("=", "+", "-", "@", "\t", "\r", "\n")
_UNKEPT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]"
)  # what XML, and so a workbook, cannot hold
_MOST_ROWS, _MOST_CHARACTERS = 1_048_575, 32_767  # of a sheet below its header; of a cell
_NARROW, _WIDE = 10, 60  # characters


def harmless(value: object) -> object:
    """A cell of CSV in which no spreadsheet program finds a formula: an apostrophe goes before what would be one.

    Lists are joined by "; ".

    >>> harmless("=HYPERLINK(A1)"), harmless(-3), harmless(["a", "b"])
    ("'=HYPERLINK(A1)", -3, 'a; b')
    """
    text = "; ".join(map(str, value)) if isinstance(value, list | tuple) else value
    return f"'{text}" if isinstance(text, str) and text.startswith(_COMPUTED) else text


def write_csv(rows: Iterable[Row], stream: TextIO, fields: Sequence[str]) -> None:
    """Rows below a header. None is empty; see `harmless` for the rest."""
    writer = csv.DictWriter(stream, fields, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: harmless(value) for name, value in row.items()})


def write_xlsx(rows: Iterable[Row], stream: IO[bytes], fields: Sequence[str], *, sheet: str = "quotes") -> None:
    """A workbook of one sheet with a header that stays in sight; formulas are text, addresses links.

    Raises UsageError for more rows than a sheet holds.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    add_sheet(book, sheet, rows, fields)
    book.save(stream)


def add_sheet(book: Any, sheet: str, rows: Iterable[Row], fields: Sequence[str]) -> None:
    """Add a sheet as of `write_xlsx` to a workbook that is only written."""
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    table = book.create_sheet(sheet)
    table.freeze_panes = "A2"
    for place, name in enumerate(fields, 1):
        wide = name in ("text", "quotation", "title", "words", "holds")
        table.column_dimensions[get_column_letter(place)].width = _WIDE if wide else max(_NARROW, len(name) + 6)
    bold = Font(bold=True)
    table.append([_cell(table, name, bold) for name in fields])
    for number, row in enumerate(rows):
        if number == _MOST_ROWS:
            raise UsageError(f"a sheet holds {_MOST_ROWS:,} rows and here are more; give --limit or --format csv")
        table.append([_cell(table, row.get(name)) for name in fields])


def _cell(table: Any, value: object, font: Any = None) -> Any:
    from openpyxl.cell import WriteOnlyCell

    if isinstance(value, list | tuple):
        value = "; ".join(map(str, value))
    if not isinstance(value, str):
        return value
    text = _UNKEPT.sub("\ufffd", value)[:_MOST_CHARACTERS]
    cell = WriteOnlyCell(table, value=text)
    cell.data_type = "s"  # not "f", whatever it begins with
    if font is not None:
        cell.font = font
    elif text.startswith(("https://", "http://")) and len(text) < 2000 and " " not in text:
        cell.hyperlink = text
    return cell
