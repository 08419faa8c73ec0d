"""Measures as tables for people, JSON Lines and CSV."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, TextIO

import typer
from rich.table import Table as Grid

from graph.measures.definitions import DEFINITIONS, TABLES
from quotes.cli.listing import one_line
from quotes.cli.output import out, plain_table
from quotes.errors import UsageError
from quotes.spreadsheet import write_csv

if TYPE_CHECKING:
    from graph.measures.tables import Table

TableFormat = Literal["table", "jsonl", "csv"]
TableFile = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here; a name in .csv or .jsonl.")
]
TableFormatWanted = Annotated[
    TableFormat | None,
    typer.Option(
        "--format",
        help="table for people, jsonl for programs, csv of one --table; else by the name of -o, else a table on a "
        "terminal and jsonl anywhere else.",
    ),
]
_HEADINGS: Mapping[str, str] = {
    **{name: one.heading for name, one in DEFINITIONS.items()},
    "label": "Name", "one": "One", "other": "Other", "value": "", "measure": "Network", "quotations": "Quotations",
    "betweenness_error": "± at most", "shared": "Shared", "members": "Members", "within": "Within", "weight": "Weight",
    "cut_off": "Cut off", "name": "Strongest members", "exclusive": "Exclusive", "largest_component": "Largest part",
}  # fmt: skip
_SHARES = frozenset({"exclusive", "relayed", "within", "largest_component"})
_TOLD = ("label", "name", "one", "other", "measure")  # columns of words
_HIDDEN = frozenset({"id", "one_id", "other_id", "source", "target", "kind", "side"})


def choose_format(given: TableFormat | None, output: Path | None, *, terminal: bool) -> TableFormat:
    """What --format says, else what the name of -o does, else a table on a terminal and JSON Lines elsewhere.

    >>> choose_format(None, Path("stats.csv.gz"), terminal=True)
    'csv'
    """
    if given is not None:
        return given
    if output is not None and str(output) != "-":
        suffix = Path(str(output).removesuffix(".gz")).suffix.lower()
        if suffix not in (".csv", ".jsonl"):
            raise UsageError(
                f"-o writes no {suffix or 'such'} file; let {output} end in .csv or .jsonl, or give --format"
            )
        return "csv" if suffix == ".csv" else "jsonl"
    return "table" if terminal else "jsonl"


def iter_rows(tables: Iterable["Table"], top: int | None) -> Iterator[dict[str, Any]]:
    """The rows of all tables, each with the name of its table."""
    for table in tables:
        for row in islice(table, top):
            yield {"table": table.name, **row}


def write_one(tables: Sequence["Table"], top: int | None, stream: TextIO) -> None:
    """The one table as CSV; raises UsageError where there are several."""
    if len(tables) > 1:
        raise UsageError(f"a CSV file holds one table; choose with --table: {', '.join(t.name for t in tables)}")
    for table in tables:
        write_csv(islice(table, top), stream, table.columns)


def show(tables: Iterable["Table"], top: int, hidden: frozenset[str]) -> None:
    """The first rows of each table, a heading over each; speakers and outlets apart."""
    parts = [(title, table, rows) for title, table, rows in _parts(tables) if len(table)]
    if not parts:
        out().print("There is nothing of the kind in this network.")
    for number, (title, table, rows) in enumerate(parts):
        if number:
            out().print()
        some = list(rows) if table.name == "network" else list(islice(rows, top))
        out().print(_grid(title, table, some, hidden))


def _parts(tables: Iterable["Table"]) -> Iterator[tuple[str, "Table", Iterable[dict[str, Any]]]]:
    for table in tables:
        if table.name != "nodes":
            yield _TITLES[table.name], table, table
            continue
        for side in ("speaker", "outlet", "article"):
            rows = [row for row in table if row["side"] == side]
            if rows:
                yield side.capitalize(), table, rows


_TITLES: Mapping[str, str] = {
    "network": "Network", "communities": "Community", "outlets": "Outlet", "pairs": "One outlet",
    "ties": "Bridge",
}  # fmt: skip


def _grid(title: str, table: "Table", rows: Iterable[Mapping[str, Any]], hidden: frozenset[str]) -> Grid:
    columns = [name for name in table.columns if name not in _HIDDEN and name not in hidden]
    if table.name == "communities":
        columns = ["name", "community", "members", "within"]
    grid = plain_table()
    for place, name in enumerate(columns):
        grid.add_column(
            title if place == 0 else _HEADINGS.get(name, name), justify="left" if name in _TOLD else "right"
        )
    for row in rows:
        if table.name == "network":
            name = str(row["measure"])
            words = _LONGER.get(name, _HEADINGS.get(name, name.capitalize()))
            grid.add_row(words, in_words(name, row["value"]))
        else:
            grid.add_row(*(in_words(name, row[name]) for name in columns))
    return grid


_LONGER = {
    "relayed": "Relayed words",
    "assortativity": "Assortativity by outlet",
    "effective_sources": "Effective sources",
}


def in_words(name: str, value: Any) -> str:
    """A value as a table shows it.

    >>> in_words("pagerank", 0.01234), in_words("exclusive", 0.5), in_words("degree", 1200), in_words("hhi", None)
    ('0.012', '50%', '1,200', '')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, int):
        return f"{value:,}"
    if name in _SHARES:
        return f"{value:.0%}" if value == 0 or value >= 0.01 else f"{value:.1%}"
    if name == "hhi":
        return f"{value:.4f}"
    if abs(value) >= 1:
        return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:,.1f}"
    return f"{value:.3f}" if value == 0 or abs(value) >= 0.001 else f"{value:.0e}"


def definition_rows() -> Iterator[dict[str, Any]]:
    for one in DEFINITIONS.values():
        yield {
            "measure": one.name,
            "of": [TABLES[table] for table in one.tables],
            "meaning": one.meaning,
            "source": one.source,
            "networks": sorted(one.kinds),
        }


def definition_table() -> Grid:
    grid = plain_table("Measure", "What it means, and where it comes from")
    for place, one in enumerate(DEFINITIONS.values()):
        if place:
            grid.add_row()
        grid.add_row(one.name, f"{one.meaning}\n{one.source}")
    return grid
