"""`quotes graph path`: what joins two, step by step, with the quotations that prove it."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from graph.cli.wanted import Wanted, with_network
from quotes.cli.answers import Answer, AnswerFormat, Column, OutputFile, write_answer
from quotes.cli.output import plain_table

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
    format: AnswerFormat = None,
    output: OutputFile = None,
) -> None:
    """Show the shortest ways between two, each step with the articles that prove it.

    A way is as strong as its weakest step. JSON Lines have the ids of all quotations that prove a step.
    """
    from graph.paths import find_paths

    network, starts, ends = wanted.build_with(one, other)
    columns: list[Column[Path]] = [
        Column("way", lambda way: _in_words(network, way.nodes)),
        Column("weight", lambda way: way.weight),
        Column("proof", lambda way: [step.data["article_ids"][0] for step in way.steps]),
    ]
    answer = Answer(
        find_paths(network, starts, ends, top),
        columns,
        lambda way: _to_dict(network, way),
        table=lambda ways: _table(network, ways),
        nothing=f"Nothing joins {one} and {other} in this network.",
        limit=top,
    )
    write_answer(answer, format, output)


def _table(network: "nx.Graph", ways: Sequence["Path"]) -> Table:
    """A row a step, a line between two ways."""
    table = plain_table("Way", "Step", "Weight", "First", "Proof")
    table.columns[2].justify = "right"
    for column in table.columns[3:]:
        column.no_wrap, column.min_width = True, 10  # days, and ids as `quotes show` takes them
    for number, way in enumerate(ways, 1):
        for place, step in enumerate(way.steps):
            proof, data = step.data["article_ids"], step.data
            more = f" +{len(proof) - 1}" if len(proof) > 1 else ""
            table.add_row(
                "" if place else f"{number}",
                _in_words(network, step.ends),
                f"{data['weight']:,}",
                data.get("first", ""),
                proof[0][:_ID] + more,
            )
        if number < len(ways):
            table.add_section()
    return table


def _in_words(network: "nx.Graph", nodes: Iterable[Any]) -> str:
    return _ARROWS[network.is_directed()].join(str(network.nodes[node]["label"]) for node in nodes)


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
