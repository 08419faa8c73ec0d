"""What is answered, whoever asks: rows, and the columns by which tables, spreadsheets and pages show them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from quotes.definitions import day_in_words

if TYPE_CHECKING:
    from rich.console import RenderableType

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One thing that is told of a row. With a heading, tables for people have it too."""

    name: str  # in CSV and workbooks
    value: Callable[[Row], Any]
    heading: str | None = None
    link: Callable[[Row], str | None] | None = None  # where it leads, for tables
    right: bool = False  # to the right of its column, as numbers are anyhow
    whole: bool = False  # never cut, however narrow the terminal: an id, for which other commands ask


@dataclass(frozen=True, slots=True)
class Answer(Generic[Row]):
    """Rows with the ways to show them. Rows may be read while they are written."""

    rows: Iterable[Row]
    columns: Sequence[Column[Row]]
    to_dict: Callable[[Row], Mapping[str, Any]] | None = None  # for JSON Lines; else as for CSV
    table: Callable[[Sequence[Row]], "RenderableType"] | None = None  # for terminals; else the columns with headings
    nothing: str = "Nothing was found."
    heading: str | None = None  # above a table
    limit: int | None = None  # how many rows a table may have

    def cells(self, row: Row) -> dict[str, Any]:
        return {column.name: column.value(row) for column in self.columns}


def in_words(value: object) -> str:
    """A value as people read it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, date):
        return day_in_words(value)
    if isinstance(value, list | tuple):
        return "; ".join(map(in_words, value))
    if isinstance(value, float):
        return f"{value:.4g}"
    return f"{value:,}" if isinstance(value, int) else str(value)
