"""The one place where another library may take over from networkx.

networkx computes; where a network is large and networkit is installed (`pip install 'who-said-what[fast-graph]'`), that
computes, with the same results but for the choices that chance makes in communities and samples.
"""

from importlib.util import find_spec
from typing import Literal, Protocol

from graph.measures.indexed import Floats, Indexed, Integers, Truths
from quotes.errors import UsageError

EngineName = Literal["networkx", "networkit"]
LARGE = 5_000  # nodes


class Engine(Protocol):
    """What is computed of one network, node by node in its order. Weights count in PageRank and communities alone."""

    name: EngineName
    network: Indexed
    exact_steps: float  # nodes × (nodes + ties) up to which betweenness is exact unasked; it takes some seconds

    def __init__(self, network: Indexed) -> None: ...

    def betweenness(self) -> Floats:
        """Between 0 and 1, exact."""

    def pagerank(self) -> Floats: ...

    def cores(self) -> Integers:
        """Of an undirected network."""

    def communities(self, seed: int) -> Integers:
        """A number for each community, in no order; of an undirected network."""

    def bridges(self) -> Truths:
        """Tie by tie; of an undirected network."""


def choose_engine(size: int, asked: EngineName | None = None) -> type[Engine]:
    """The engine that is asked for, else networkit for large networks where it is installed.

    Raises UsageError where it was asked for and is not installed.
    """
    fast = find_spec("networkit") is not None
    if asked == "networkit" and not fast:
        raise UsageError("networkit is not installed; get it with: pip install 'who-said-what[fast-graph]'")
    if asked == "networkit" or (asked is None and fast and size > LARGE):
        from graph.measures.engines.with_networkit import Networkit

        return Networkit
    from graph.measures.engines.with_networkx import Networkx

    return Networkx
