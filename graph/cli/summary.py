"""`quotes graph summary`: who is linked to most others."""

from typing import Annotated

import typer

from graph.cli.wanted import Wanted, with_network
from quotes.cli.options import OutputFormat
from quotes.cli.output import out, plain_table, wants_table, write_jsonl


@with_network(without=("network",))
def summary(
    wanted: Wanted,
    top: Annotated[int, typer.Option("--top", min=1, help="How many speakers, and how many outlets, to list.")] = 10,
    format: OutputFormat = None,
) -> None:
    """List the speakers and the outlets that are linked to most others."""
    from graph.summary import rank_nodes

    network = wanted.build()
    standings = [*rank_nodes(network, "speaker", top), *rank_nodes(network, "outlet", top)]
    if not wants_table(format):
        write_jsonl(standing.to_dict() for standing in standings)
        return
    table = plain_table("Speaker or outlet", "Kind", "Role")
    for heading in ("Linked to", "Quotations", "Relayed"):
        table.add_column(heading, justify="right")
    for place, standing in enumerate(standings):
        if place and standing.side != standings[place - 1].side:
            table.add_section()
        counts = (standing.neighbours, standing.quotations, standing.relayed)
        kind = standing.kind.replace("_", " ")
        table.add_row(standing.label, kind, standing.role or "", *(str(count) if count else "" for count in counts))
    out().print(table)
