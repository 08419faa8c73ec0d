"""`quotes graph path`: what joins two, step by step, with the quotations that prove it."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.cli.wanted import Wanted, with_network
from quotes.cli.options import OutputFormat
from quotes.cli.output import out, plain_table, wants_table, write_jsonl

if TYPE_CHECKING:
    import networkx as nx

    from graph.paths import Path

_ID = 12  # letters of an article's id that a table shows; its beginning is as good
_ARROWS = {True: " → ", False: " – "}


@with_network(without=("around", "steps", "backbone", "measured"))
def path(
    wanted: Wanted,
    one: Annotated[str, typer.Argument(metavar="A", help="A speaker or an outlet: a name, or the id of a node.")],
    other: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    top: Annotated[int, typer.Option("--top", min=1, help="List at most so many ways, the strongest first.")] = 10,
    format: OutputFormat = None,
) -> None:
    """Show the shortest ways between two, each step with the articles that prove it.

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
    table = plain_table("Way", "Step", "Weight", "First", "Proof")
    table.columns[2].justify = "right"
    for column in table.columns[3:]:
        column.no_wrap, column.min_width = True, 10  # days, and ids as `quotes show` takes them
    for number, path in enumerate(paths, 1):
        for place, step in enumerate(path.steps):
            words = _ARROWS[network.is_directed()].join(str(network.nodes[one]["label"]) for one in step.ends)
            proof, data = step.data["article_ids"], step.data
            more = f" +{len(proof) - 1}" if len(proof) > 1 else ""
            shown = proof[0] if len(proof[0]) <= _ID else proof[0][:_ID]
            table.add_row(
                "" if place else f"{number}", words, f"{data['weight']:,}", data.get("first", ""), shown + more
            )
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
