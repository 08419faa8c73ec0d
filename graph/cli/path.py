"""`quotes graph path`: what joins two, step by step, with the quotations that prove it."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.cli.wanted import Wanted, with_network
from quotes.cli.options import OutputFormat
from quotes.cli.output import out, plain_table, wants_table, write_jsonl

if TYPE_CHECKING:
    import networkx as nx

    from graph.paths import Path

_SHOWN = 2  # articles that a table names as proof


@with_network(without=("around", "steps", "backbone"))
def path(
    wanted: Wanted,
    one: Annotated[str, typer.Argument(metavar="A", help="A speaker or an outlet: a name, or the id of a node.")],
    other: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    top: Annotated[int, typer.Option("--top", min=1, help="List at most so many ways, the strongest first.")] = 10,
    format: OutputFormat = None,
) -> None:
    """Show the shortest ways between two, as through which outlets: each step with the articles that prove it.

    A way is as strong as its weakest step. JSON Lines have the ids of all quotations that prove a step.
    """
    from graph.paths import find_paths

    network, starts, ends = wanted.build_with(one, other)
    paths = find_paths(network, starts, ends, top)
    if not wants_table(format):
        write_jsonl(_to_dict(network, path) for path in paths)
        return
    if not paths:
        out().print(f"Nothing joins {one} and {other} in this network.")
        return
    table = plain_table("Way", "From", "To")
    for heading in ("Weight", "First", "Last", "Proof"):
        table.add_column(heading, justify="right" if heading == "Weight" else "left")
    for number, path in enumerate(paths, 1):
        for place, step in enumerate(path.steps):
            names = (str(network.nodes[node]["label"]) for node in (step.source, step.target))
            data = step.data
            more = len(data["article_ids"]) - _SHOWN
            proof = ", ".join(data["article_ids"][:_SHOWN]) + (f" and {more} more" if more > 0 else "")
            way = "" if place else str(number)
            table.add_row(way, *names, f"{data['weight']:,}", data.get("first", ""), data.get("last", ""), proof)
        if number < len(paths):
            table.add_section()
    out().print(table)


def _to_dict(network: "nx.Graph", path: "Path") -> dict[str, Any]:
    labels = network.nodes(data="label")
    return {
        "way": [labels[node] for node in path.nodes],
        "weight": path.weight,
        "steps": [
            {"source": step.source, "target": step.target, "from": labels[step.source], "to": labels[step.target]}
            | {name: step.data[name] for name in _STEP if name in step.data}
            for step in path.steps
        ],
    }


_STEP = ("weight", "words", "first", "last", "relations", "evidence", "article_ids")
