"""What of a large network is drawn: its strongest nodes, and of very many edges the backbone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from graph.disparity import ALPHA, significance
from quotes.errors import UsageError

_MANY_EDGES = 400
_DENSE = 2.5  # edges for each node; a network with fewer reads without a backbone


@dataclass(frozen=True, slots=True)
class Drawn:
    """The part that is drawn, and of how much: nodes that have edges, and these."""

    graph: "nx.Graph[Any]"
    all_nodes: int
    all_edges: int
    alpha: float | None = None  # of the backbone, where one was taken
    between: int | None = None  # edges between the nodes drawn, if their backbone was taken here


def thin(graph: "nx.Graph[Any]", max_nodes: int, alpha: float = ALPHA, *, many_edges: int = _MANY_EDGES) -> Drawn:
    """A copy with at most so many nodes; raises UsageError where there is nothing to draw.

    Above `many_edges`, where they are dense, the backbone stays: edges that a disparity filter at `alpha` finds
    heavier than chance would make them, and the heaviest of each node, so that none hangs in the air.
    """
    strength: dict[Any, float] = {}
    for one, other, weight in graph.edges(data="weight", default=1):
        strength[one] = strength.get(one, 0) + weight
        strength[other] = strength.get(other, 0) + weight
    if not strength:
        remedy = "choose another network or select less narrowly"
        raise UsageError(f"there is nothing to draw: nobody is linked here; {remedy}")
    labels = graph.nodes(data="label", default="")
    ranked = sorted(strength, key=lambda node: (-strength[node], str(labels[node]), str(node)))
    part = _strongest(graph, ranked, max_nodes)
    between = part.number_of_edges()
    if "alpha" in graph.graph:  # it is a backbone already
        return Drawn(part, len(strength), graph.number_of_edges(), graph.graph["alpha"])
    if between > many_edges and between > _DENSE * len(part):
        return Drawn(_backbone(part, alpha), len(strength), graph.number_of_edges(), alpha, between)
    return Drawn(part, len(strength), graph.number_of_edges())


def _strongest(graph: "nx.Graph[Any]", ranked: Sequence[Any], most: int) -> "nx.Graph[Any]":
    """The first of the nodes, as many as have a link among them and are no more than `most`."""

    rank = {node: place for place, node in enumerate(ranked)}
    linked: dict[Any, int] = {}  # from which rank on a node has a link to one that is as strong
    for one, other in graph.edges:
        if one != other:
            least = max(rank[one], rank[other])
            linked[one] = min(least, linked.get(one, least))
            linked[other] = min(least, linked.get(other, least))
    ranks = sorted(linked.values())
    end = ranks[most] if len(ranks) > most else len(ranked)
    kept = {node for node, least in linked.items() if least < end}
    part = graph.__class__(**graph.graph)  # in an order of its own, so that equal networks give the same picture
    part.add_nodes_from((node, dict(graph.nodes[node])) for node in sorted(kept, key=str))
    pairs = [(a, b) for a, b in graph.edges if a in kept and b in kept and a != b]
    if not graph.is_directed():
        pairs = [(a, b) if str(a) < str(b) else (b, a) for a, b in pairs]
    part.add_edges_from(
        (a, b, graph.edges[a, b]) for a, b in sorted(pairs, key=lambda pair: (str(pair[0]), str(pair[1])))
    )
    return part


def _backbone(graph: "nx.Graph[Any]", alpha: float) -> "nx.Graph[Any]":
    kept = {edge for edge, chance in significance(graph).items() if chance < alpha}
    heaviest: dict[Any, tuple[float, str, tuple[Any, Any]]] = {}
    for one, other, weight in graph.edges(data="weight", default=1):
        found = (weight, f"{one} {other}", (one, other))
        for node in (one, other):
            heaviest[node] = max(heaviest.get(node, found), found)
    kept |= {edge for _weight, _name, edge in heaviest.values()}
    thinned = graph.copy()
    thinned.remove_edges_from([edge for edge in graph.edges() if edge not in kept])
    return thinned
