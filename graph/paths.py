"""What lies around somebody, and between two."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import chain, islice, pairwise
from typing import Any, TypeVar

import networkx as nx

from quotes.errors import UsageError

Network = TypeVar("Network", bound=nx.Graph)
_TRIED = 10_000  # shortest paths that are looked at


def around(network: Network, nodes: Collection[str], steps: int = 1) -> Network:
    """The part of the network within so many steps of any of the nodes, whichever way its edges go: their ego network.

    >>> import networkx as nx
    >>> line = nx.path_graph(["a", "b", "c", "d"], nx.DiGraph)
    >>> sorted(around(line, ["c"], 1))
    ['b', 'c', 'd']
    """
    if steps < 0:
        raise UsageError(f"{steps} steps lead nowhere; give 0 or more")
    both_ways = network.to_undirected(as_view=True)
    near = nx.multi_source_dijkstra_path_length(both_ways, set(nodes), cutoff=steps, weight=None) if nodes else {}
    part: Network = network.__class__(**network.graph)  # in the network's order, which a subgraph need not have
    part.add_nodes_from((node, dict(data)) for node, data in network.nodes(data=True) if node in near)
    part.add_edges_from((a, b, dict(data)) for a, b, data in network.edges(data=True) if a in near and b in near)
    return part


@dataclass(frozen=True, slots=True)
class Step:
    """An edge on the way, as it is directed; both are ids of nodes."""

    source: str
    target: str
    data: dict[str, Any]  # the edge's

    @property
    def ends(self) -> tuple[str, str]:
        return self.source, self.target


@dataclass(frozen=True, slots=True)
class Path:
    """A way between two; its nodes in order, and a step between each two."""

    nodes: tuple[str, ...]
    steps: tuple[Step, ...]

    @property
    def weight(self) -> int:
        """Of its weakest step."""
        return min((int(step.data["weight"]) for step in self.steps), default=0)


def find_paths(network: nx.Graph, starts: Collection[str], ends: Collection[str], limit: int = 10) -> list[Path]:
    """The shortest ways between any of the starts and any of the ends, whichever way edges go: those whose weakest step
    is strongest first, then by name. Of more than ten thousand, the first that are found are looked at. None where
    nothing joins them, or where one is the other."""
    both_ways = network.to_undirected(as_view=True)
    lengths = nx.multi_source_dijkstra_path_length(both_ways, set(starts), weight=None)
    reached = [end for end in ends if end in lengths and end not in starts]
    if not reached:
        return []
    shortest = min(lengths[end] for end in reached)
    nearest = [end for end in reached if lengths[end] == shortest]
    found: list[tuple[str, ...]] = []
    for start in starts:
        own = nx.single_source_dijkstra_path_length(both_ways, start, cutoff=shortest, weight=None)
        ways = (nx.all_shortest_paths(both_ways, start, end) for end in nearest if own.get(end) == shortest)
        found += map(tuple, islice(chain.from_iterable(ways), _TRIED - len(found)))
    paths = [Path(nodes, tuple(_steps(network, nodes))) for nodes in found]
    return sorted(paths, key=lambda path: (-path.weight, [str(network.nodes[node]["label"]) for node in path.nodes]))[
        :limit
    ]


def _steps(network: nx.Graph, nodes: tuple[str, ...]) -> list[Step]:
    found = []
    for one, other in pairwise(nodes):
        ends = (one, other) if network.has_edge(one, other) else (other, one)
        found.append(Step(*ends, network.edges[ends]))
    return found
