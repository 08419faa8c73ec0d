"""`quotes graph compare`: two periods beside each other."""

from collections.abc import Iterator, Mapping
from itertools import groupby, islice
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from rich.console import Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from graph.cli.measured import in_words, write_tables
from graph.cli.wanted import Wanted, with_network
from graph.measures.definitions import DEFINITIONS
from quotes.cli.answers import AnswerFormat, OutputFile
from quotes.cli.output import notes, plain_table
from quotes.settings import database_url

if TYPE_CHECKING:
    from graph.measures.compare import Comparison

_TOP = 10
_PERIOD = "a year, quarter, month or day, or two of them: 2020-01..2020-06."


@with_network(without=("network", "group_unnamed", "around", "steps", "backbone", "measured", "since", "until"))
def compare(
    wanted: Wanted,
    first: Annotated[str, typer.Argument(metavar="FIRST", help=f"A period: {_PERIOD}", show_default=False)],
    second: Annotated[str, typer.Argument(metavar="SECOND", help="Another, likewise.", show_default=False)],
    by: Annotated[
        Literal["outlet"] | None, typer.Option("--by", help="Compare the periods of each outlet, too.")
    ] = None,
    resamples: Annotated[
        int, typer.Option("--resamples", min=100, help="How many draws of articles the intervals are made from.")
    ] = 1000,
    seed: Annotated[int, typer.Option("--seed", help="Where chance begins in these draws.")] = 0,
    table: Annotated[
        Literal["differences", "newcomers", "gone"] | None,
        typer.Option(
            "--table",
            help="Only one: differences of measures; newcomers, whom only the second period quotes, or gone, only the "
            "first; both of these are people and organisations with a name.",
        ),
    ] = None,
    top: Annotated[
        int | None,
        typer.Option(
            "--top", min=1, help=f"List at most so many of those; {_TOP} in tables for people, else all if not given."
        ),
    ] = None,
    output: OutputFile = None,
    format: AnswerFormat = None,
) -> None:
    """Compare how two periods choose their sources, and tell changes from chance.

    More articles have more sources; so the periods are also seen through equally many articles, drawn by chance again
    and again. A change whose 95% interval does not hold 0 is marked with an asterisk.
    """
    from graph.measures.compare import compare as take
    from quotes.store import open_store

    with open_store(database_url(wanted.db), create=False) as store:
        found = take(
            store, first, second, wanted.selection, by_outlet=by is not None, resamples=resamples, seed=seed
        )  # fmt: skip
    every = (found.differences, found.newcomers, found.gone)
    tables = [one for one in every if table in (None, one.name)]
    write_tables(tables, top, format, output, lambda: _shown(found, table, top or _TOP))
    for note in found.notes:
        notes().print(note)


def _shown(found: "Comparison", table: str | None, top: int) -> RenderableType:
    grids: list[RenderableType] = list(_differences(found)) if table in (None, "differences") else []
    for name, people in (("Newcomer", found.newcomers), ("Gone", found.gone)):
        if table in (None, people.name) and len(people):
            grids.append(_people(f"{name} ({len(people):,})", islice(people, top)))
    parts: list[RenderableType] = [f"First: {found.first.name}, second: {found.second.name}"]
    for grid in grids:
        parts += ["", grid]
    return Group(*parts)


def _differences(found: "Comparison") -> Iterator[RenderableType]:
    for outlet, rows in groupby(found.differences, key=lambda row: row["outlet"]):
        grid = plain_table("All outlets" if outlet is None else "")
        for heading in ("First", "Second", "Equal: first", "second", "Change", "95% interval"):
            grid.add_column(heading, justify="right", no_wrap=True)
        grid.add_column("")
        for row in rows:
            name = str(row["measure"])
            heading = DEFINITIONS[name].heading if name in DEFINITIONS else name.capitalize()
            equal = [in_words(name, _sparing(row[part])) for part in ("first_equal", "second_equal")]
            grid.add_row(
                heading, *(in_words(name, _sparing(row[part])) for part in ("first", "second")), *equal, *_change(row)
            )  # fmt: skip
        yield grid if outlet is None else Group(Text(str(outlet), style="bold"), grid)


def _change(row: Mapping[str, Any]) -> tuple[str, str, str]:
    if row["low"] is None:
        return "", "", ""
    change, low, high = (in_words(row["measure"], _sparing(row[part])) for part in ("change", "low", "high"))
    return change, f"{low} to {high}", "*" if row["low"] > 0 or row["high"] < 0 else ""


def _sparing(value: Any) -> Any:
    """Whole numbers without decimals."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _people(title: str, rows: Any) -> Grid:
    grid = plain_table(title)
    for heading in ("Quotations", "Articles"):
        grid.add_column(heading, justify="right")
    for row in rows:
        grid.add_row(row["label"], f"{row['quotations']:,}", f"{row['articles']:,}")
    return grid
