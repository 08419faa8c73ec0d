"""Networks out of a store: `build` makes one of the kinds that `kinds.KINDS` tells of."""

from graph.networks.build import build
from graph.networks.kinds import KINDS, Kind

__all__ = ["KINDS", "Kind", "build"]
