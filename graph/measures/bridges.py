"""Bridges: ties that alone hold two parts of the network together."""

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import breadth_first_order, connected_components

from graph.measures.indexed import Indexed, Integers, Truths


def count_cut_off(network: Indexed, bridge: Truths) -> Integers:
    """Of each bridge, in their order, how many nodes the smaller side has; the network is undirected.

    Without its bridges the network falls into blocks, and bridges make them a forest: a side is a subtree of it.
    """
    _, block = connected_components(_matrix(network, ~bridge), directed=False)
    one, other = block[network.source[bridge]], block[network.target[bridge]]
    size = np.bincount(block)
    blocks = len(size)
    both = (np.append(one, other), np.append(other, one))
    forest = csr_array((np.ones(2 * len(one)), both), shape=(blocks, blocks))
    trees, tree = connected_components(forest, directed=False)
    roots = np.unique(tree, return_index=True)[1]
    whole = np.bincount(tree, size, trees)
    hung = np.append(both[0], roots), np.append(both[1], np.full(trees, blocks))  # all trees under one more block
    planted = csr_array((np.ones(len(hung[0])), hung), shape=(blocks + 1, blocks + 1))
    order, above = breadth_first_order(planted + planted.T, blocks, directed=False)
    below = np.append(size, 0).astype(np.int64)
    for node in order[:0:-1].tolist():
        below[above[node]] += below[node]
    lower = np.where(above[one] == other, one, other)
    smaller: Integers = np.minimum(below[lower], whole[tree[lower]].astype(np.int64) - below[lower])
    return smaller


def _matrix(network: Indexed, chosen: Truths) -> csr_array:
    ends = (network.source[chosen], network.target[chosen])
    return csr_array((np.ones(chosen.sum()), ends), shape=(network.size, network.size))
