"""Whether choices of heads are trees."""

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
