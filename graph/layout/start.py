"""Where the nodes stand before the forces act: pivot multidimensional scaling.

Brandes, Pich (2006), Eigensolver Methods for Progressive Multidimensional Scaling of Large Data, GD 2006. It unfolds
the whole of a network in one step, so that the forces need few, and end in the same picture.
"""

import numpy as np
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.csgraph import dijkstra

from graph.layout.arrays import Floats, Links

_PIVOTS = 40


def adjacency(links: Links) -> csr_matrix:
    """Symmetric, with ones."""
    one, other = links.ends.T
    both = np.concatenate([one, other]), np.concatenate([other, one])
    return coo_matrix((np.ones(len(both[0])), both), shape=(links.count, links.count)).tocsr()


def scale_distances(links: Links, seed: int) -> Floats:
    """(count, 2) positions of a connected network, one unit a step; siblings are told apart by a little chance."""
    matrix, nearest = adjacency(links), np.full(links.count, np.inf)
    pivot, columns = int(np.argmax(links.degrees())), []
    for _ in range(min(_PIVOTS, links.count)):
        column = dijkstra(matrix, directed=False, indices=pivot, unweighted=True)
        columns.append(column)
        nearest = np.minimum(nearest, column)
        pivot = int(np.argmax(nearest))  # the farthest from all so far
    squares = np.stack(columns, axis=1) ** 2
    centred = squares - squares.mean(axis=0) - squares.mean(axis=1, keepdims=True) + squares.mean()
    values, vectors = np.linalg.eigh(centred.T @ centred)
    axes = vectors[:, np.argsort(values)[::-1][:2]]
    axes = axes * np.where(
        axes[np.abs(axes).argmax(axis=0), range(axes.shape[1])] < 0, -1.0, 1.0
    )  # one of two mirrored
    places = np.zeros((links.count, 2))
    places[:, : axes.shape[1]] = centred @ axes
    spread = np.abs(places).max() or 1.0
    jitter = np.random.default_rng(seed).normal(scale=0.02, size=places.shape)
    return places / spread + jitter
