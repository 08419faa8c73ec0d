"""A network as arrays, which the layout computes with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from graph.layout.sizes import diameters, strengths

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Links:
    """Nodes are numbers below `count`; each linked pair stands once, whichever way the edges between them go."""

    count: int
    ends: Ints  # (pairs, 2)
    pull: Floats  # (pairs,) how strongly the two attract each other, 1 for the weakest
    radius: Floats  # (count,) room that a node takes
    mass: Floats  # (count,) how strongly it repels others

    def degrees(self) -> Ints:
        return np.bincount(self.ends.ravel(), minlength=self.count)

    def split(self, members: Sequence[Ints]) -> Iterator["Links"]:
        """The links within each of those sets of nodes, which no link joins, numbered anew in the order given."""
        number, belongs = np.empty(self.count, np.int64), np.empty(self.count, np.int64)
        for place, each in enumerate(members):
            number[each], belongs[each] = np.arange(len(each)), place
        owner = belongs[self.ends[:, 0]]
        order = np.argsort(owner, kind="stable")
        bounds = np.searchsorted(owner[order], np.arange(len(members) + 1))
        for place, each in enumerate(members):
            inside = order[bounds[place] : bounds[place + 1]]
            yield Links(len(each), number[self.ends[inside]], self.pull[inside], self.radius[each], self.mass[each])


APART = 3.0  # outlets repel so many times as strongly, so that they lie far apart and speakers between them


def links_of(graph: "nx.Graph[Any]") -> Links:
    """The graph as links, in its order of nodes. Loops pull nothing and are left out."""
    number = {node: place for place, node in enumerate(graph)}
    weights: dict[tuple[int, int], float] = {}
    for source, target, weight in graph.edges(data="weight", default=1):
        one, other = number[source], number[target]
        if one != other:
            pair = (one, other) if one < other else (other, one)
            weights[pair] = weights.get(pair, 0.0) + float(weight)
    ends = np.array(list(weights), dtype=np.int64).reshape(-1, 2)
    pull = 1 + np.log(np.maximum(np.fromiter(weights.values(), float, len(weights)), 1.0))
    degree = np.bincount(ends.ravel(), minlength=len(number))
    apart = np.array([APART if data.get("side") == "outlet" else 1.0 for _node, data in graph.nodes(data=True)])
    return Links(len(number), ends, pull, diameters(strengths(graph)) / 2, (1.0 + degree) * apart)
