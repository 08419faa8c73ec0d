"""How large a node is: its area grows with its strength, so that twice the quotations look like twice as much."""

from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

LARGEST, SMALLEST = 40.0, 6.0  # diameters, in the units of x and y


def strengths(graph: "nx.Graph[Any]") -> NDArray[np.float64]:
    """Quotations on all edges of each node, in the graph's order of nodes."""
    return np.array([float(strength) for _node, strength in graph.degree(weight="weight")])


def diameters(strength: NDArray[np.float64]) -> NDArray[np.float64]:
    """In proportion to the square root, the strongest LARGEST, none below SMALLEST.

    >>> diameters(np.array([100.0, 25.0, 0.0])).tolist()
    [40.0, 20.0, 6.0]
    """
    top = strength.max(initial=0.0)
    if top == 0:
        return np.full(len(strength), SMALLEST)
    found: NDArray[np.float64] = np.maximum(LARGEST * np.sqrt(strength / top), SMALLEST)
    return found
