"""The backbone of a weighted network: the edges that are stronger than chance would make them.

The disparity filter of Serrano, Boguñá and Vespignani, "Extracting the multiscale backbone of complex weighted
networks", PNAS 106 (2009): of a node with k edges, one that has the share p of their weight would be so strong or
stronger with the probability (1 − p)^(k − 1) if the weight were dealt out by chance.
"""

from typing import TypeVar

import networkx as nx

from quotes.errors import UsageError

Network = TypeVar("Network", bound=nx.Graph)
ALPHA = 0.05  # the significance that an edge needs


def significance(network: nx.Graph) -> dict[tuple[str, str], float]:
    """Of each edge, the smaller of the two probabilities that its ends give it; 1 where both have no other edge."""
    out, into = (network.out_degree, network.in_degree) if network.is_directed() else (network.degree, network.degree)
    strengths = (dict(out(weight="weight")), dict(into(weight="weight")))
    degrees = (dict(out()), dict(into()))
    found = {}
    for source, target, weight in network.edges(data="weight"):
        chances = (
            (1 - weight / strength[node]) ** (degree[node] - 1)
            for node, strength, degree in zip((source, target), strengths, degrees, strict=True)
            if degree[node] > 1
        )
        found[source, target] = min(chances, default=1.0)
    return found


def backbone(network: Network, alpha: float = ALPHA) -> Network:
    """A copy with only the edges whose significance is below `alpha`, and the nodes that these have.

    Edges carry it as `significance`, and the network the `alpha`. Of a node that has one edge only, the other end
    decides. Raises UsageError for an alpha that is not above 0 and at most 1.

    >>> import networkx as nx
    >>> star = nx.Graph()
    >>> star.add_weighted_edges_from([("a", "b", 20), *(("a", other, 1) for other in "cdefgh")])
    >>> list(backbone(star).edges)
    [('a', 'b')]
    """
    if not 0 < alpha <= 1:
        raise UsageError(f"alpha {alpha} is no level of significance; give a number above 0 and at most 1, as in 0.05")
    kept: Network = network.__class__(**network.graph, alpha=alpha)
    for (source, target), chance in significance(network).items():
        if chance < alpha:
            for node in (source, target):
                kept.add_node(node, **network.nodes[node])
            kept.add_edge(source, target, **network.edges[source, target], significance=chance)
    return kept
