"""The measures of nodes, by name."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import numpy as np

from graph.measures.definitions import Definition
from graph.measures.indexed import Floats
from graph.measures.taking import Taking


def iter_node_columns(taking: Taking, asked: Iterable[Definition]) -> Iterator[tuple[str, Any]]:
    """A column a measure, node by node; betweenness that was estimated has its error beside it."""
    for one in asked:
        yield one.name, NODE_MEASURES[one.name](taking)
        if one.name == "betweenness" and taking.betweenness.pivots is not None:
            yield "betweenness_error", taking.betweenness.error


def _pagerank(taking: Taking) -> Floats:
    return taking.directed_engine.pagerank() if taking.indexed.size else np.zeros(0)


NODE_MEASURES: Mapping[str, Callable[[Taking], Any]] = {
    "degree": lambda taking: taking.degree,
    "strength": lambda taking: taking.in_whole(taking.strength),
    "betweenness": lambda taking: taking.betweenness.values,
    "pagerank": _pagerank,
    "core": lambda taking: taking.engine.cores(),
    "community": lambda taking: taking.community,
}
