"""What a command answers, in every format and to every place: the one helper of all commands that list rows."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import IO, Annotated, Any, Literal, get_args

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from quotes.answers import Answer, Column, Row, in_words
from quotes.cli.output import notes, open_output, out, plain_table, unwritable, write_jsonl
from quotes.errors import UsageError

__all__ = [
    "Answer", "AnswerFormat", "Column", "Format", "OutputFile", "choose_format", "column_table", "first_rows",
    "in_words", "rows_wanted", "write_answer",
]  # fmt: skip

Format = Literal["table", "jsonl", "csv", "xlsx", "markdown"]
FORMATS: tuple[Format, ...] = get_args(Format)
TABLE_ROWS = 100  # of a table that nobody limited
_SUFFIXES: Mapping[str, Format] = {
    ".txt": "table", ".jsonl": "jsonl", ".csv": "csv", ".xlsx": "xlsx", ".md": "markdown"
}  # fmt: skip
_GAP = 2  # blanks between columns
_LONGEST = 24  # letters of a word for which a column is kept wide enough

AnswerFormat = Annotated[
    Format | None,
    typer.Option(
        "--format",
        help="table or markdown for people, jsonl for programs, csv or xlsx for spreadsheets; else by the name of -o, "
        "else a table on a terminal and jsonl anywhere else.",
    ),
]
OutputFile = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", allow_dash=True,
        help="Write here, gzipped when it ends in .gz; - for standard output.",
    ),
]  # fmt: skip


def write_answer(answer: Answer[Row], format: Format | None = None, output: Path | None = None) -> None:
    """Write to a file or to standard output; raises UsageError where that cannot be. That there is nothing is told on
    standard error."""
    chosen = choose_format(format, output)
    rows = iter(answer.rows)
    first = next(rows, None)
    if first is None:
        notes().print(answer.nothing)
        if chosen in ("table", "markdown") and output is None:
            return
    _WRITERS[chosen](answer, rows if first is None else chain([first], rows), output)
    if output is not None and str(output) != "-":
        notes().print(f"Wrote {output}")


def choose_format(given: Format | None, output: Path | None) -> Format:
    """What `--format` says, else what the file's name does, else a table on a terminal and JSON Lines elsewhere."""
    if given is not None:
        return given
    if output is not None and str(output) != "-":
        suffix = (output.with_suffix("") if output.suffix == ".gz" else output).suffix.lower()
        if suffix not in _SUFFIXES:
            raise UsageError(
                f"-o {output} has no name of a known format; let it end in {', '.join(_SUFFIXES)}, or give --format"
            )
        return _SUFFIXES[suffix]
    return "table" if sys.stdout.isatty() else "jsonl"


def rows_wanted(limit: int | None, format: Format | None, output: Path | None) -> int | None:
    """As many rows as need be asked for: as limited, else one more than a table shows, else all."""
    return TABLE_ROWS + 1 if limit is None and choose_format(format, output) == "table" else limit


def first_rows(found: Iterable[Row], most: int = TABLE_ROWS) -> list[Row]:
    """As many as a table has room for, with a note if there are more."""
    rows = list(islice(found, most + 1))
    if len(rows) > most:
        notes().print(f"Only the first {most:,} are shown; --limit shows more, another --format or -o has all.")
    return rows[:most]


def _write_table(answer: Answer[Row], rows: Iterable[Row], output: Path | None) -> None:
    shown = first_rows(rows, answer.limit or TABLE_ROWS)
    with open_output(output) as stream:
        console = Console(file=stream, highlight=False, markup=False, emoji=False)
        if answer.heading:
            console.print(f"{answer.heading}\n")
        console.print(answer.table(shown) if answer.table else column_table(answer.columns, shown), crop=False)


def _write_jsonl(answer: Answer[Row], rows: Iterable[Row], output: Path | None) -> None:
    with open_output(output) as stream:
        write_jsonl(map(answer.to_dict or answer.cells, rows), stream, at_once=False)


def _write_csv(answer: Answer[Row], rows: Iterable[Row], output: Path | None) -> None:
    from quotes.spreadsheet import write_csv

    with open_output(output) as stream:
        write_csv(map(answer.cells, rows), stream, [column.name for column in answer.columns])


def _write_xlsx(answer: Answer[Row], rows: Iterable[Row], output: Path | None) -> None:
    from quotes.spreadsheet import write_xlsx

    with _open_binary(output) as stream:
        write_xlsx(map(answer.cells, rows), stream, [column.name for column in answer.columns])


def _write_markdown(answer: Answer[Row], rows: Iterable[Row], output: Path | None) -> None:
    shown = [column for column in answer.columns if column.heading is not None]
    with open_output(output) as stream:
        for cells in ([column.heading or "" for column in shown], ["---"] * len(shown)):
            stream.write(f"| {' | '.join(cells)} |\n")
        for row in rows:
            told = (_in_markdown(in_words(one.value(row)), one.link and one.link(row)) for one in shown)
            stream.write(f"| {' | '.join(told)} |\n")


_WRITERS: Mapping[Format, Callable[[Answer[Any], Iterable[Any], Path | None], None]] = {
    "table": _write_table, "jsonl": _write_jsonl, "csv": _write_csv, "xlsx": _write_xlsx, "markdown": _write_markdown
}  # fmt: skip


@contextmanager
def _open_binary(path: Path | None) -> Iterator[IO[bytes]]:
    if path is None or str(path) == "-":
        if sys.stdout.isatty():
            raise UsageError("a workbook is nothing for a terminal; give -o FILE.xlsx")
        yield sys.stdout.buffer
        return
    try:
        stream = path.open("wb")
    except OSError as error:
        raise unwritable(path, error) from error
    with stream:
        yield stream


def column_table(columns: Sequence[Column[Row]], rows: Sequence[Row]) -> Table:
    """The columns that have headings; numbers to the right, and no word cut while there is room."""
    shown = [column for column in columns if column.heading is not None]
    table = plain_table(*(column.heading or "" for column in shown))
    lines = [[column.value(row) for column in shown] for row in rows]
    by_column = zip(*lines, strict=True)
    for column, made, values in zip(shown, table.columns, by_column, strict=False):
        words = chain(str(made.header).split(), *(in_words(value).split() for value in values))
        made.min_width = min(max(map(len, words), default=1), _LONGEST)
        made.overflow = "fold"
        made.justify = "right" if column.right or any(isinstance(value, int | float) for value in values) else "left"
    if sum((column.min_width or 0) + _GAP for column in table.columns) > out().width + _GAP:
        for column, made in zip(shown, table.columns, strict=True):
            made.min_width = made.min_width if column.whole else None  # a cut word is better than a lost column
    for row, told in zip(rows, lines, strict=True):
        links = [column.link and column.link(row) for column in shown]
        table.add_row(*(_linked(in_words(value), link) for value, link in zip(told, links, strict=True)))
    return table


def _linked(words: str, link: str | None) -> Text:
    return Text(words, style=f"link {link}" if link else "")


def _in_markdown(words: str, link: str | None) -> str:
    """Words as they are, in a cell of a table.

    >>> _in_markdown("a|b *c*", "https://example.org/(x)")
    '[a\\\\|b \\\\*c\\\\*](<https://example.org/(x)>)'
    """
    plain = _SIGNS.sub(r"\\\g<0>", " ".join(words.split())).replace("<", "&lt;")
    address = (link or "").replace("|", "%7C").replace("<", "%3C").replace(">", "%3E")
    return f"[{plain}](<{address}>)" if address else plain


_SIGNS = re.compile(r"[\\|`*_\[\]]")
