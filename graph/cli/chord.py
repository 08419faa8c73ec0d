"""`quotes graph chord`: who relays whom, as bands in a circle."""

from dataclasses import replace
from typing import Annotated, Literal

import typer

from graph.cli.draw import PaperOption, PictureFile, store_name
from graph.cli.wanted import Wanted, with_network
from quotes.cli.output import notes

_NETWORKS = {"outlet": "relay", "speaker": "within"}


@with_network(without=("network", "group_unnamed", "around", "steps", "backbone", "measured"))
def chord(
    wanted: Wanted,
    output: PictureFile,
    by: Annotated[
        Literal["outlet", "speaker"],
        typer.Option("--by", help="outlet: whose words come through whom; speaker: who quotes whom."),
    ] = "outlet",
    max_nodes: Annotated[
        int, typer.Option("--max-nodes", min=2, max=40, help="Show so many; all others become one.")
    ] = 20,
    paper: PaperOption = "screen",
) -> None:
    """Draw who relays whom: outlets on a circle, bands between them as wide as what was relayed."""
    from graph.drawing import file_format
    from graph.drawing.charts import draw_chords

    file_format(output)
    network = replace(wanted, network=_NETWORKS[by]).build()
    shown = draw_chords(network, output, max_nodes=max_nodes, paper=paper, store=store_name(wanted.db))
    notes().print(f"{output}: {shown:,} of {len(network):,} {by}s")
