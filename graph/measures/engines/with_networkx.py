"""networkx as the engine."""

from functools import cached_property

import networkx as nx
import numpy as np

from graph.measures.engines import EngineName
from graph.measures.indexed import Floats, Indexed, Integers, Truths

_DAMPING = 0.85
_PRECISION = 1e-10  # of all nodes' PageRanks together


class Networkx:
    name: EngineName = "networkx"
    exact_steps = 3e6

    def __init__(self, network: Indexed) -> None:
        self.network = network

    @cached_property
    def _graph(self) -> nx.Graph:
        graph = nx.DiGraph() if self.network.directed else nx.Graph()
        graph.add_nodes_from(range(self.network.size))
        ties = zip(*(part.tolist() for part in (self.network.source, self.network.target)), strict=True)
        graph.add_weighted_edges_from(
            (one, other, weight) for (one, other), weight in zip(ties, self.network.weight.tolist(), strict=True)
        )
        return graph

    def betweenness(self) -> Floats:
        return self._in_order(nx.betweenness_centrality(self._graph))

    def pagerank(self) -> Floats:
        tolerance = _PRECISION / max(self.network.size, 1)  # networkx multiplies it by the number of nodes
        return self._in_order(nx.pagerank(self._graph, alpha=_DAMPING, tol=tolerance, max_iter=1000))

    def cores(self) -> Integers:
        return self._in_order(nx.core_number(self._graph)).astype(np.int64)

    def communities(self, seed: int) -> Integers:
        found = np.zeros(self.network.size, np.int64)
        for number, members in enumerate(nx.community.louvain_communities(self._graph, seed=seed)):
            found[list(members)] = number
        return found

    def bridges(self) -> Truths:
        found = {frozenset(ends) for ends in nx.bridges(self._graph)}
        ties = zip(self.network.source.tolist(), self.network.target.tolist(), strict=True)
        return np.fromiter((frozenset(ends) in found for ends in ties), np.bool_, len(self.network.source))

    def _in_order(self, values: dict[int, float]) -> Floats:
        return np.fromiter((values[place] for place in range(self.network.size)), np.float64, self.network.size)
