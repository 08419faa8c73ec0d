"""Positions, sizes and colours for a network, as attributes of its nodes that the drawing and the exports show.

ForceAtlas2 on a particle mesh, begun from pivot multidimensional scaling; outlets repel each other more, so that they
lie apart and the speakers that they share between them. Unconnected parts are packed below, and no node lies on
another. The same network and seed give the same positions.
"""

from typing import Any

import networkx as nx

from graph.layout.colours import ColorBy, colours

ASPECT = 1.5  # width by height


def place(
    graph: "nx.Graph[Any]", *, seed: int = 1, aspect: float = ASPECT, color_by: ColorBy = "kind"
) -> "nx.Graph[Any]":
    """Write x, y, size (diameter, in the unit of x and y) and color (#rrggbb) onto the nodes, and return the graph.

    >>> network = nx.DiGraph()
    >>> network.add_edge("speaker:1", "outlet:1", weight=3)
    >>> place(network).nodes["outlet:1"]["size"]
    40.0
    """
    from graph.layout.arrays import links_of
    from graph.layout.components import positions

    links, chosen = links_of(graph), colours(graph, color_by)
    for (node, data), (x, y), radius in zip(
        graph.nodes(data=True), positions(links, seed=seed, aspect=aspect), links.radius, strict=True
    ):
        data.update(x=round(float(x), 2), y=round(float(y), 2), size=round(2 * float(radius), 2), color=chosen[node])
    return graph
