"""The nodes that most hangs on."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Literal

import networkx as nx

Side = Literal["speaker", "outlet"]


@dataclass(frozen=True, slots=True)
class Standing:
    """A node with what hangs on it."""

    side: Side
    id: str
    kind: str
    label: str
    role: str | None
    neighbours: int  # other nodes that it has an edge with
    quotations: int  # said by a speaker, published by an outlet
    relayed: int  # passed on by an outlet to others

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


def rank_nodes(graph: nx.MultiDiGraph, side: Side, top: int) -> list[Standing]:
    """The speakers, or the outlets (and articles without one), with most neighbours; then by quotations and label."""
    return sorted(_iter_standings(graph, side), key=_first)[:top]


def _iter_standings(graph: nx.MultiDiGraph, side: Side) -> Iterator[Standing]:
    for node, data in graph.nodes(data=True):
        if (data["kind"] in ("outlet", "article")) == (side == "outlet"):
            neighbours = {*graph.predecessors(node), *graph.successors(node)} - {node}
            yield Standing(
                side=side,
                id=node,
                kind=data["kind"],
                label=data["label"],
                role=data.get("role"),
                neighbours=len(neighbours),
                quotations=data["quotations"],
                relayed=data.get("relayed", 0),
            )


def _first(standing: Standing) -> tuple[int, int, str, str]:
    return (-standing.neighbours, -standing.quotations - standing.relayed, standing.label.casefold(), standing.id)
