"""`quotes graph draw`: the network as a picture or a page."""

from contextlib import nullcontext
from pathlib import Path
from typing import Annotated, Literal

import typer

from graph.cli.wanted import Wanted, with_network
from quotes.cli.output import notes

PictureFile = Annotated[
    Path,
    typer.Option("--output", "-o", metavar="FILE", help="Where to draw; the name ends in .svg, .png or .pdf."),
]
PaperOption = Annotated[
    Literal["screen", "a4"],
    typer.Option("--paper", help="screen (16 by 10) or a4 (landscape, for print); letters and lines suit the size."),
]
DrawingFile = Annotated[
    Path,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Where to draw; the name ends in .svg, .png or .pdf, or in .html for a page to look through.",
    ),
]


@with_network()
def draw(
    wanted: Wanted,
    output: DrawingFile,
    max_nodes: Annotated[
        int | None,
        typer.Option("--max-nodes", min=2, help="Draw at most so many, the most quoted; 400, on a page 3000."),
    ] = None,
    labels: Annotated[
        int | None,
        typer.Option("--labels", min=0, help="Write at most so many names; as many as find room if not given."),
    ] = None,
    color_by: Annotated[
        Literal["kind", "community"],
        typer.Option("--color-by", help="kind of source, or the community that it belongs to."),
    ] = "kind",
    paper: PaperOption = "screen",
) -> None:
    """Draw a network of sources and outlets, the larger the more they are quoted.

    Where several hundred links lie densely, only those stronger than chance are drawn, and the strongest of each node.
    A page is one file with search, filters, a table and the quotations that prove each link; nothing of it is fetched.
    """
    from graph.drawing import draw as draw_network
    from graph.drawing import file_format, is_page
    from quotes.settings import database_url
    from quotes.store import open_store

    if not is_page(output):
        file_format(output)  # before the work, which a wrong name would waste
    network = wanted.build()
    if color_by == "community":
        from graph.measures.measure import annotate

        annotate(network, "community")
    with open_store(database_url(wanted.db), create=False) if is_page(output) else nullcontext() as proof:
        drawn = draw_network(
            network,
            output,
            max_nodes=max_nodes,
            labels=labels,
            color_by=color_by,
            paper=paper,
            store=store_name(wanted.db),
            proof=proof,
        )
    nodes, edges = len(drawn.graph), drawn.graph.number_of_edges()
    notes().print(f"{output}: {nodes:,} of {drawn.all_nodes:,} nodes, {edges:,} of {drawn.all_edges:,} edges")


def store_name(db: str | None) -> str:
    """What a picture may call its source: the name of a file or a database, without folders, users and passwords."""
    from quotes.settings import database_url

    return database_url(db).partition("?")[0].rpartition("/")[2]
