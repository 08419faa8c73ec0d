"""Trees out of scores for heads: whether greedy choices are trees, and the best tree where they are not."""

from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor


def are_trees(heads: Tensor, size: Tensor) -> Tensor:
    """Which rows are trees with a single root.

    `heads` (sentences x words) holds each word's head by position; position 0 is the root and its own head; a row
    counts up to `size`, the root included. Each round doubles the way that a word has gone up.
    """
    place = torch.arange(heads.shape[1])
    kept = place < size[:, None]
    up = torch.where(kept, heads, 0)
    single = ((up == 0) & kept)[:, 1:].sum(1) == 1
    for _ in range(max(1, (heads.shape[1] - 1).bit_length())):
        up = up.gather(1, up)
    return single & (up == 0).all(1)


def best_tree(scores: npt.NDArray[Any]) -> npt.NDArray[np.int64]:
    """The heads of the best tree with a single root; `scores[word, head]`, position 0 is the root.

    The same tree as Stanza's `chuliu_edmonds_one_root`, up to ties: roots are made so dear that there can be but one,
    and the best tree is found by growing a path against the arrows and contracting the cycles that it runs into
    (Gabow, Galil, Spencer, Tarjan 1986, in its form for dense graphs).
    """
    search = _Search(scores)
    for word in range(1, len(scores)):
        search.reach(word)
    return search.heads()


class _Search:
    """Nodes are words, and beyond them contracted cycles; `weight[head, node]` of what is not contracted."""

    def __init__(self, scores: npt.NDArray[Any]) -> None:
        self._words = count = len(scores)
        size = 2 * count
        finite = scores[np.isfinite(scores)]
        self._weight = np.full((size, size), -np.inf)
        self._weight[:count, 1:count] = scores[1:].T
        self._weight[0, 1:count] -= (finite.max() - finite.min() + 1) * count
        np.fill_diagonal(self._weight, -np.inf)
        self._head = np.zeros((size, size), dtype=np.int64)  # the words that an edge between nodes runs between
        self._word = np.zeros((size, size), dtype=np.int64)
        self._head[:count, :count] = np.arange(count)[:, None]
        self._word[:count, :count] = np.arange(count)
        self._above = list(range(size))  # the cycle that a node was contracted into, or itself
        self._reached = [i == 0 for i in range(size)]
        self._entry = [(0, 0)] * size  # head and word of the edge that enters a node
        self._nodes = count

    def reach(self, word: int) -> None:
        """Grow a path from a word, head after head, until it meets what the root reaches."""
        node = self._top(word)
        path = [] if self._reached[node] else [node]
        while path:
            node = path[-1]
            head = int(self._weight[:, node].argmax())
            self._entry[node] = int(self._head[head, node]), int(self._word[head, node])
            if self._reached[head]:
                for node in path:
                    self._reached[node] = True
                return
            if head in path:
                start = path.index(head)
                path[start:] = [self._contract(path[start:])]
            else:
                path.append(head)

    def heads(self) -> npt.NDArray[np.int64]:
        """Open the cycles, the last first: the edge that enters a cycle replaces one of its own."""
        for cycle in range(self._nodes - 1, self._words - 1, -1):
            head, node = self._entry[cycle]
            word = node
            while self._above[node] != cycle:
                node = self._above[node]
            self._entry[node] = head, word
        return np.array([0] + [head for head, _ in self._entry[1 : self._words]])

    def _top(self, node: int) -> int:
        while self._above[node] != node:
            node = self._above[node]
        return node

    def _contract(self, cycle: list[int]) -> int:
        new, count = self._nodes, self._nodes
        self._nodes += 1
        weight, nodes, everyone = self._weight, np.array(cycle), np.arange(count)
        entering = weight[:count, nodes]
        entering = entering - entering.max(0)  # what it costs to enter here and not along the cycle
        entering[nodes] = -np.inf
        best = nodes[entering.argmax(1)]
        weight[:count, new] = entering.max(1)
        self._head[:count, new], self._word[:count, new] = self._head[everyone, best], self._word[everyone, best]
        leaving = weight[nodes, :count]
        best = nodes[leaving.argmax(0)]
        weight[new, :count] = leaving.max(0)
        self._head[new, :count], self._word[new, :count] = self._head[best, everyone], self._word[best, everyone]
        weight[nodes] = weight[:, nodes] = -np.inf
        for node in cycle:
            self._above[node] = new
        return new
