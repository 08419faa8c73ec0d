"""`quotes graph export`: the network as a file."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from graph.cli.wanted import Wanted, with_network
from quotes.cli.output import notes


@with_network()
def export(
    wanted: Wanted,
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
    layout: Annotated[
        bool,
        typer.Option(
            "--layout/--no-layout", help="Give nodes a place, a size and a colour, so that a viewer shows a picture."
        ),
    ] = True,
) -> None:
    """Write a network, each edge with the quotations that prove it."""
    from graph.formats import format_of, write

    format_of(output, format)  # before the work, which a wrong name would waste
    network = wanted.build()
    if layout:
        from graph.layout import place

        place(network)
    write(network, output, format)
    if str(output) != "-":
        notes().print(f"{output}: {network.number_of_nodes()} nodes, {network.number_of_edges()} edges")
