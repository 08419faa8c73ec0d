"""`quotes graph`: the network on the command line. networkx and the store are loaded when a command runs."""

import json
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.console import Console
from rich.table import Table

from quotes.settings import database_url

app = typer.Typer(
    help="The network of speakers, outlets and the outlets that words came through.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)

Database = Annotated[
    str | None,
    typer.Option(
        "--db",
        metavar="URL",
        envvar="QUOTES_DB",
        help="The store: a path of an SQLite file or any SQLAlchemy URL; quotes.db in this folder if not given.",
    ),
]
Indirect = Annotated[
    bool,
    typer.Option("--indirect", help="Take in indirect speech, with edges of its own; else it is left out."),
]


@app.command()
def export(
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            allow_dash=True,
            help="Where to write, gzipped when it ends in .gz; - for standard output.",
        ),
    ] = Path("-"),
    format: Annotated[
        Literal["gexf", "graphml", "json"] | None,
        typer.Option(
            "--format", help="gexf (for Gephi), graphml or json (node-link); what the file's name ends in if not given."
        ),
    ] = None,
    indirect: Indirect = False,
    db: Database = None,
) -> None:
    """Write the network: who was quoted by which outlet, and through whom the words came, each edge with its proof."""
    from graph.build import build_graph
    from graph.formats import format_of, write_graph
    from quotes.store import open_store

    format_of(output, format)  # before the work, lest it be in vain
    with open_store(database_url(db), create=False) as store:
        graph = build_graph(store, indirect=indirect)
    write_graph(graph, output, format)
    if str(output) != "-":
        _notes().print(f"{output}: {graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges")


@app.command()
def summary(
    top: Annotated[int, typer.Option("--top", min=1, help="How many speakers, and how many outlets, to list.")] = 10,
    format: Annotated[
        Literal["table", "jsonl"] | None,
        typer.Option(
            "--format", help="table for people, jsonl for programs; jsonl if not given and the output is no terminal."
        ),
    ] = None,
    indirect: Indirect = False,
    db: Database = None,
) -> None:
    """List the speakers and the outlets that are linked to most others."""
    from graph.build import build_graph
    from graph.summary import rank_nodes
    from quotes.store import open_store

    with open_store(database_url(db), create=False) as store:
        graph = build_graph(store, indirect=indirect)
    standings = [*rank_nodes(graph, "speaker", top), *rank_nodes(graph, "outlet", top)]
    if format == "jsonl" or (format is None and not sys.stdout.isatty()):
        for standing in standings:
            print(json.dumps(standing.to_dict(), ensure_ascii=False))
        return
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
    for heading in ("Speaker or outlet", "Kind", "Role"):
        table.add_column(heading)
    for heading in ("Linked to", "Quotations", "Relayed"):
        table.add_column(heading, justify="right")
    for place, standing in enumerate(standings):
        if place and standing.side != standings[place - 1].side:
            table.add_section()
        counts = (standing.neighbours, standing.quotations, standing.relayed)
        kind = standing.kind.replace("_", " ")
        table.add_row(standing.label, kind, standing.role or "", *(str(count) if count else "" for count in counts))
    Console(highlight=False, markup=False, emoji=False).print(table)


def _notes() -> Console:
    return Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)
