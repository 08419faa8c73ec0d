"""`quotes graph stats`: the network in numbers."""

import sys
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from graph.cli.measured import (
    TableFile,
    TableFormat,
    TableFormatWanted,
    choose_format,
    definition_rows,
    definition_table,
    iter_rows,
    show,
    write_one,
)
from graph.cli.wanted import Wanted, with_network
from graph.measures.definitions import DEFINITIONS, TABLES, choose, in_words
from quotes.cli.output import notes, open_output, out, write_jsonl
from quotes.errors import UsageError

EPILOG = in_words()
_TOP = 10
_WIDE = frozenset({"entropy", "betweenness_error"})  # what an unasked table leaves out, so that it fits a terminal


@with_network(without=("measured",))
def stats(
    wanted: Wanted,
    measure: Annotated[
        list[str] | None,
        typer.Option(
            "--measure",
            "-m",
            metavar="NAME",
            help=f"Only these, several times or with commas; all that suit the network if not given: "
            f"{', '.join(DEFINITIONS)}. What they mean stands below.",
        ),
    ] = None,
    table: Annotated[
        Literal["network", "nodes", "communities", "outlets", "pairs", "ties"] | None,
        typer.Option(
            "--table", help=f"Only one table. {'; '.join(f'{name}: {what}' for name, what in TABLES.items())}."
        ),
    ] = None,
    top: Annotated[
        int | None,
        typer.Option(
            "--top", min=1, help=f"List at most so many of each; {_TOP} in tables for people, else all if not given."
        ),
    ] = None,
    seed: Annotated[int, typer.Option("--seed", help="Where chance begins in communities and in samples.")] = 0,
    exact: Annotated[
        bool | None,
        typer.Option(
            "--exact/--sampled",
            help="Betweenness from all nodes, which can take hours; or from a sample, with its error. If not given, "
            "exact in small networks.",
            show_default=False,
        ),
    ] = None,
    engine: Annotated[
        Literal["networkx", "networkit"] | None,
        typer.Option(
            "--engine", help="What computes; if not given, networkit where it is installed and the network large."
        ),
    ] = None,
    definitions: Annotated[
        bool, typer.Option("--definitions", help="Instead of measuring, say what each measure means, with its source.")
    ] = False,
    output: TableFile = None,
    format: TableFormatWanted = None,
) -> None:
    """Measure a network: who is central in it, what belongs together, how outlets choose their sources."""
    chosen = choose_format(format, output, terminal=sys.stdout.isatty())
    if definitions:
        _define(chosen, output)
        return
    asked = [one.name for one in choose(measure or (), wanted.kind) if table in (None, *one.tables)]
    if not asked:
        raise UsageError(f"nothing that was asked for stands in the table {table}; choose another --table or --measure")
    from graph.measures.measure import measure as take

    network = wanted.build()
    found = take(network, *asked, seed=seed, exact=exact, engine=engine)
    tables = [found[table]] if table else list(found)
    with open_output(output) as stream:
        if chosen == "csv":
            write_one(tables, top, stream)
        elif chosen == "jsonl":
            write_jsonl(iter_rows(tables, top), stream, at_once=False)
        else:
            out().print(_heading(network.graph) + "\n")
            show(tables, top or _TOP, frozenset() if measure else _WIDE)
    if output is not None and str(output) != "-":
        notes().print(f"Wrote {output}")
    for note in found.notes:
        notes().print(note)


def _define(chosen: TableFormat, output: Path | None) -> None:
    with open_output(output) as stream:
        if chosen == "table":
            out().print(definition_table())
        else:
            write_jsonl(definition_rows(), stream, at_once=False)


def _heading(told: dict[str, Any]) -> str:
    """What was measured: "Who is quoted where, since 2020-01-01: 1,204 quotations in 300 articles"."""
    title = str(told.get("title", "Network"))
    asked = f", {told['selection']}" if told.get("selection") else ""
    backbone = f", backbone at {told['alpha']:g}" if "alpha" in told else ""
    near = f", {told['steps']} steps around {told['around']}" if "around" in told else ""
    counted = f"{told.get('quotations', 0):,} quotations in {told.get('articles', 0):,} articles"
    return f"{title[:1].upper()}{title[1:]}{asked}{near}{backbone}: {counted}"
