"""Communities: numbered from the largest, and named after their strongest members."""

from collections.abc import Sequence

import numpy as np

from graph.measures.engines import Engine
from graph.measures.indexed import Floats, Indexed, Integers

_NAMED = 3  # members that a name is made of
_LONGEST = 40  # letters of each


def find_communities(engine: Engine, network: Indexed, seed: int) -> Integers:
    """The community of each node, 1 for the largest; of equal ones, that of the earlier node comes first."""
    found = engine.communities(seed)
    if not found.size:
        return found
    _, first, community, members = np.unique(found, return_index=True, return_inverse=True, return_counts=True)
    rank = np.empty(len(members), np.int64)
    rank[np.lexsort((first, -members))] = np.arange(1, len(members) + 1)
    return rank[community]


def name_communities(community: Integers, strength: Floats, labels: Sequence[str]) -> list[str]:
    """A name for each, from 1: the labels of its strongest members, and of equally strong ones the earlier."""
    order = np.lexsort((np.arange(len(strength)), -strength, community))
    begin = np.searchsorted(community[order], np.arange(1, community.max(initial=0) + 1))
    ends = np.append(begin[1:], len(order))
    chosen = (order[start : min(start + _NAMED, end)] for start, end in zip(begin, ends, strict=True))
    return [" · ".join(_short(labels[place]) for place in strongest) for strongest in chosen]


def _short(label: str) -> str:
    """In one line, without what is beyond some letters."""
    line = " ".join(label.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def modularity(community: Integers, network: Indexed) -> float:
    """How much more weight lies within communities than chance would put there (Newman & Girvan 2004), undirected.

    nan of a network without ties.
    """
    whole = float(network.weight.sum())
    if not whole:
        return float("nan")
    number = community - 1
    inside = network.weight[number[network.source] == number[network.target]].sum() / whole
    strength = np.bincount(number[network.source], network.weight, number.max() + 1)
    strength += np.bincount(number[network.target], network.weight, number.max() + 1)
    return float(inside - ((strength / (2 * whole)) ** 2).sum())
