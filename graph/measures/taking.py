"""What measures share while they are taken of one network, each part made when it is first asked for."""

from functools import cached_property

import networkx as nx
import numpy as np

from graph.measures.communities import find_communities
from graph.measures.definitions import DIRECTED_KINDS, SPEAKER_OUTLET
from graph.measures.engines import Engine, EngineName, choose_engine
from graph.measures.indexed import Floats, Indexed, Integers, Truths, add_up, index, side_of
from graph.measures.quoted import Quoted, quoted
from graph.measures.sampling import Estimate, estimate_betweenness


class Taking:
    def __init__(
        self, graph: nx.Graph, *, seed: int = 0, exact: bool | None = None, engine: EngineName | None = None
    ) -> None:
        self.graph = graph
        self.seed = seed
        self.notes: list[str] = []
        self._exact = exact
        self._engine = choose_engine(len(graph), engine)

    @property
    def kind(self) -> str:
        return str(self.graph.graph.get("kind", ""))

    @property
    def follows_direction(self) -> bool:
        """Whether ties lead on from node to node; from speakers to outlets, every way ends after one step."""
        return self.graph.is_directed() and (self.kind in DIRECTED_KINDS or not self.kind)

    @cached_property
    def indexed(self) -> Indexed:
        return index(self.graph)

    @cached_property
    def undirected(self) -> Indexed:
        return self.indexed.undirected()

    @cached_property
    def engine(self) -> Engine:
        """For what counts ties whatever their direction."""
        return self._engine(self.undirected)

    @cached_property
    def directed_engine(self) -> Engine:
        """For what follows ties where they lead on."""
        return self._engine(self.indexed) if self.follows_direction else self.engine

    @cached_property
    def labels(self) -> list[str]:
        return [str(data.get("label", node)) for node, data in self.graph.nodes(data=True)]

    @cached_property
    def kinds(self) -> list[str]:
        return [str(data.get("kind", "")) for _, data in self.graph.nodes(data=True)]

    @cached_property
    def sides(self) -> list[str]:
        return [side_of(data) for _, data in self.graph.nodes(data=True)]

    @cached_property
    def label_order(self) -> Integers:
        """The rank of each node by its label."""
        names = [(label.casefold(), node) for label, node in zip(self.labels, self.indexed.nodes, strict=True)]
        rank = np.empty(len(names), np.int64)
        rank[sorted(range(len(names)), key=names.__getitem__)] = np.arange(len(names))
        return rank

    @cached_property
    def degree(self) -> Integers:
        ends = np.concatenate([self.undirected.source, self.undirected.target])
        return np.bincount(ends, minlength=self.indexed.size)

    @cached_property
    def strength(self) -> Floats:
        ties = self.undirected
        ends = np.concatenate([ties.source, ties.target])
        return add_up(ends, np.concatenate([ties.weight, ties.weight]), ties.size)

    def in_whole(self, values: Floats) -> Floats | Integers:
        """Weights as whole numbers, where those of the network are."""
        whole = (self.indexed.weight == np.rint(self.indexed.weight)).all()
        return np.rint(values).astype(np.int64) if whole else values

    @cached_property
    def community(self) -> Integers:
        if self.undirected.source.size:
            self.notes.append(
                f"Communities are those that the Louvain method of {self.engine.name} finds from seed {self.seed}."
            )
            return find_communities(self.engine, self.undirected, self.seed)
        return np.arange(1, self.indexed.size + 1)

    @cached_property
    def betweenness(self) -> Estimate:
        ties = self.directed_engine.network
        size = self.indexed.size
        few = size * (size + len(ties.source)) <= self.directed_engine.exact_steps
        if self._exact or (self._exact is None and few):
            return Estimate(self.directed_engine.betweenness(), np.zeros(size), None)
        found = estimate_betweenness(ties, seed=self.seed)
        if found.pivots is not None:
            top = np.argsort(-found.values)[:10]
            off = float((found.error[top] / np.maximum(found.values[top], 1e-300)).max())
            self.notes.append(
                f"Betweenness is estimated from {found.pivots} draws of a node, with seed {self.seed}; of the ten "
                f"highest values, two standard errors are {off:.0%} at most."
            )
        return found

    @cached_property
    def bridge(self) -> Truths:
        return self.engine.bridges() if self.undirected.source.size else np.zeros(0, np.bool_)

    @cached_property
    def quoted(self) -> Quoted:
        return quoted(self.graph, self.indexed)

    @property
    def has_outlets(self) -> bool:
        return self.kind == SPEAKER_OUTLET
