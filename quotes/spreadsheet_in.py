"""Rows of a spreadsheet that people filled in: CSV or a workbook's first sheet."""

import csv
from collections.abc import Iterator
from pathlib import Path

from quotes.errors import InputError

Row = dict[str, str]


def read_rows(path: Path) -> Iterator[tuple[int, Row]]:
    """Each row below the header that holds anything, with its number in the sheet; raises InputError."""
    try:
        rows = list(_workbook(path) if path.suffix.lower() == ".xlsx" else _csv(path))
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror or error}); check the path") from error
    except (ValueError, KeyError, csv.Error) as error:
        raise InputError(f"{path} is no CSV in UTF-8 nor an xlsx workbook ({error})") from error
    if not rows:
        raise InputError(f"{path} holds nothing; quotes corrections export shows the columns")
    header = [name.strip() for name in rows[0]]
    for number, cells in enumerate(rows[1:], 2):
        if any(cell.strip() for cell in cells):
            yield number, {name: _plain(cell) for name, cell in zip(header, cells, strict=False)}


def _plain(cell: str) -> str:
    """Without the apostrophe that keeps a spreadsheet program from computing."""
    cell = cell.strip()
    return cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=+-@") else cell


def _csv(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        head = stream.read(4096)
        stream.seek(0)
        first = head.partition("\n")[0]
        yield from csv.reader(stream, delimiter=";" if first.count(";") > first.count(",") else ",")


def _workbook(path: Path) -> Iterator[list[str]]:
    from zipfile import BadZipFile

    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except BadZipFile as error:
        raise ValueError("a broken workbook") from error
    for cells in book.worksheets[0].iter_rows(values_only=True):
        yield ["" if cell is None else str(cell) for cell in cells]
