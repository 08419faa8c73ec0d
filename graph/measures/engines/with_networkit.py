"""networkit as the engine, for large networks. In one thread, so that a seed gives the same result again."""

from functools import cached_property
from typing import Any

import networkit as nk
import numpy as np

from graph.measures.engines import EngineName
from graph.measures.indexed import Floats, Indexed, Integers, Truths

_DAMPING = 0.85
_PRECISION = 1e-10


class Networkit:
    name: EngineName = "networkit"
    exact_steps = 3e8

    def __init__(self, network: Indexed) -> None:
        self.network = network
        nk.setNumberOfThreads(1)

    @cached_property
    def _weighted(self) -> Any:
        ends = (self.network.source.astype(np.uint64), self.network.target.astype(np.uint64))
        return nk.graph.GraphFromCoo(
            (self.network.weight, ends), n=self.network.size, weighted=True, directed=self.network.directed
        )

    @cached_property
    def _plain(self) -> Any:
        return nk.graphtools.toUnweighted(self._weighted)

    def betweenness(self) -> Floats:
        return self._scores(nk.centrality.Betweenness(self._plain, normalized=True))

    def pagerank(self) -> Floats:
        sinks = nk.centrality.SinkHandling.DistributeSinks
        ranks = nk.centrality.PageRank(self._weighted, _DAMPING, _PRECISION, distributeSinks=sinks)
        found = self._scores(ranks)
        return found / found.sum() if found.size else found

    def cores(self) -> Integers:
        return self._scores(nk.centrality.CoreDecomposition(self._plain)).astype(np.int64)

    def communities(self, seed: int) -> Integers:
        nk.setSeed(seed, False)
        louvain = nk.community.PLM(self._weighted, refine=True, gamma=1.0, par="none randomized")
        louvain.run()
        return np.asarray(louvain.getPartition().getVector(), np.int64)

    def bridges(self) -> Truths:
        """Blocks of two nodes are bridges."""
        found = nk.components.BiconnectedComponents(self._plain)
        found.run()
        size = self.network.size
        pairs = [min(part) * size + max(part) for part in found.getComponents() if len(part) == 2]
        return np.isin(self.network.source * size + self.network.target, np.asarray(pairs, np.int64))

    def _scores(self, algorithm: Any) -> Floats:
        algorithm.run()
        return np.asarray(algorithm.scores(), np.float64)
