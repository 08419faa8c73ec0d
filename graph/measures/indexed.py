"""A network as arrays, which is what is computed with."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]
Truths = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Indexed:
    """Nodes by their place, and ties as pairs of places with a weight; of an undirected one, each pair once."""

    nodes: tuple[str, ...]
    source: Integers  # all three: (ties,)
    target: Integers
    weight: Floats
    directed: bool

    @property
    def size(self) -> int:
        return len(self.nodes)

    def undirected(self) -> "Indexed":
        """Without directions and without ties of a node with itself; of two ties between a pair, the sum."""
        low, high = np.minimum(self.source, self.target), np.maximum(self.source, self.target)
        proper = low < high
        pairs, place = np.unique(low[proper] * self.size + high[proper], return_inverse=True)
        weight = add_up(place, self.weight[proper], len(pairs))
        return Indexed(self.nodes, pairs // max(self.size, 1), pairs % max(self.size, 1), weight, directed=False)


def add_up(places: Integers, values: Integers | Floats, size: int = 0) -> Floats:
    """The values at each place, added up."""
    return np.bincount(places, values, size).astype(np.float64)


def index(graph: nx.Graph) -> Indexed:
    """Ties without a weight have 1."""
    places = {node: place for place, node in enumerate(graph)}
    ties = graph.number_of_edges()
    source = np.fromiter((places[one] for one, _ in graph.edges), np.int64, ties)
    target = np.fromiter((places[other] for _, other in graph.edges), np.int64, ties)
    weight = np.fromiter((1 if w is None else w for _, _, w in graph.edges.data("weight")), np.float64, ties)
    return Indexed(tuple(places), source, target, weight, graph.is_directed())


def edge_values(graph: nx.Graph, name: str) -> Floats:
    """An attribute of the ties, in the order of `index`; 0 where a tie lacks it."""
    return np.fromiter((x or 0 for _, _, x in graph.edges.data(name)), np.float64, graph.number_of_edges())


def node_flags(graph: nx.Graph, test: Callable[[dict[str, Any]], bool]) -> Truths:
    """Which nodes a test of their attributes holds of, in the order of `index`."""
    return np.fromiter((test(data) for _, data in graph.nodes(data=True)), np.bool_, len(graph))


def side_of(data: dict[str, Any]) -> str:
    """ "speaker", "outlet" or "article", also of a node that does not say so."""
    kind = data.get("kind")
    inferred = kind if kind in ("outlet", "article") else "outlet" if kind == "agency" else "speaker"
    return str(data.get("side", inferred))
