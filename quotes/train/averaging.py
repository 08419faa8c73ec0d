"""Averages checkpoints of one training run, which steadies a model whose learning rate is still high.

After Izmailov et al. 2018, Averaging Weights Leads to Wider Optima and Better Generalization.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any


def averaged(checkpoints: Sequence[Path]) -> dict[str, Any]:
    """The last checkpoint's content with every floating-point weight averaged over all of them."""
    import torch

    contents = [torch.load(path, map_location="cpu", weights_only=True) for path in checkpoints]
    result: dict[str, Any] = contents[-1]
    for name, weight in result["model"].items():
        if weight.is_floating_point():
            stacked = torch.stack([content["model"][name].double() for content in contents])
            result["model"][name] = stacked.mean(dim=0).to(weight.dtype)
    return result
