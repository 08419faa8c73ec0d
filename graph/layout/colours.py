"""Colours that the colour-blind can tell apart: Okabe and Ito's for kinds, Paul Tol's muted scheme for communities.

Okabe, Ito (2008), Color Universal Design, https://jfly.uni-koeln.de/color/; Tol (2021), Colour Schemes,
https://sronpersonalpages.nl/~pault/.
"""

from collections import Counter
from typing import Any, Literal

import networkx as nx

from quotes.errors import UsageError

ColorBy = Literal["kind", "community"]

OTHER = "#bbbbbb"
KINDS = {
    "person": "#0072b2",
    "organization": "#e69f00",
    "unnamed_person": "#cc79a7",
    "unnamed_group": "#cc79a7",
    "document": "#009e73",
    "narrator": OTHER,
    "outlet": "#333333",
    "agency": "#d55e00",
    "article": "#56b4e9",
}
COMMUNITIES = ("#332288", "#88ccee", "#44aa99", "#117733", "#999933", "#ddcc77", "#cc6677", "#882255", "#aa4499")


def colours(graph: "nx.Graph[Any]", by: ColorBy = "kind") -> dict[str, str]:
    """`#rrggbb` of each node. The nine largest communities have a colour each, all others are grey.

    Raises UsageError where communities are asked for and no node has any.
    """
    if by == "kind":
        return {node: KINDS.get(data.get("kind", ""), OTHER) for node, data in graph.nodes(data=True)}
    chosen = dict(zip(largest_communities(graph), COMMUNITIES, strict=False))
    if not chosen:
        raise UsageError("the network has no communities yet; measure them first, or colour by kind")
    return {node: chosen.get(data.get("community", -1), OTHER) for node, data in graph.nodes(data=True)}


def largest_communities(graph: "nx.Graph[Any]") -> list[int]:
    """Numbers of the communities of two or more, the largest first."""
    sizes = Counter(data["community"] for _node, data in graph.nodes(data=True) if "community" in data)
    return [community for community, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])) if size > 1]
