"""Names beside their nodes, none on another: the strongest choose their place first, and who finds none stays silent.

Greedy point-feature labelling after Christensen, Marks, Shieber (1995), An Empirical Study of Algorithms for
Point-Feature Label Placement, ACM Transactions on Graphics 14(3). adjustText, which moves labels until they rest, took
27 s for the 177 names of 2,000 nodes and left 25 pairs of them on each other; this takes half a second.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.drawing.canvas import Area
from graph.drawing.words import shorten, width

_LONGEST = 34  # characters of a label
_LINE = 1.16  # height of a label's box by its letters
_DIRECTIONS = 16
_STEPS = (2.0, 6.0, 10.0)  # points between node and label, tried in turn
_SMALL, _COVERED = 0.8, 8  # by its radius how small a node may be covered at need, and how many of them
_FOREMOST = 12  # names that may cover as many as they need


@dataclass(frozen=True, slots=True)
class Disc:
    """A node on the sheet, in points."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label, and the node (by number) that it belongs to."""

    node: int
    text: str
    size: float
    bold: bool = False
    italic: bool = False
    lines: tuple[tuple[float, float], ...] = ()  # directions of the node's edges, as unit vectors


@dataclass(frozen=True, slots=True)
class Label:
    wanted: Wanted
    text: str
    x: float  # of its box's lower left corner, in points
    y: float
    width: float
    height: float

    @property
    def box(self) -> Area:
        return self.x, self.y, self.x + self.width, self.y + self.height

    @property
    def baseline(self) -> float:
        return self.y + 0.24 * self.wanted.size


def place_labels(wanted: Iterable[Wanted], discs: Sequence[Disc], area: Area, most: int) -> list[Label]:
    """Up to `most` labels, asked in order of `wanted`, within the area and on no other.

    They lie on nodes only where a large one finds no other place, and then on small ones.
    """
    nodes = np.array([(d.x - d.radius, d.y - d.radius, d.x + d.radius, d.y + d.radius) for d in discs]).reshape(-1, 4)
    radius = np.array([disc.radius for disc in discs])
    taken = np.empty((0, 4))
    placed: list[Label] = []
    for rank, one in enumerate(wanted):
        if len(placed) >= most:
            break
        covering = len(discs) if rank < _FOREMOST else _COVERED
        found = _best(one, discs[one.node], nodes, radius, taken, area, covering)
        if found is not None:
            placed.append(found)
            taken = np.vstack([taken, found.box])
    return placed


def _best(
    wanted: Wanted,
    disc: Disc,
    nodes: NDArray[np.float64],
    radius: NDArray[np.float64],
    taken: NDArray[np.float64],
    area: Area,
    covering: int,
) -> Label | None:
    """The first free place, beginning in the direction that the node leaves open.

    A large node that finds none may cover the fewest, up to `covering`, of those that are small beside it.
    """
    text = shorten(wanted.text, _LONGEST)
    wide, high = width(text, wanted.size, bold=wanted.bold, italic=wanted.italic), wanted.size * _LINE
    others = np.delete(nodes, wanted.node, axis=0)
    small = np.delete(radius, wanted.node) < (_SMALL * disc.radius if disc.radius > 2 * np.median(radius) else 0.0)
    fewest, chosen = covering + 1, None
    for step in _STEPS:
        for x, y in _corners(wanted, disc, wide, high, step):
            box = x, y, x + wide, y + high
            if not _inside(box, area) or _met(box, taken, 1.0).any():
                continue
            covered = _met(box, others, 0.2)
            if not covered.any():
                return Label(wanted, text, x, y, wide, high)
            if covered.sum() < fewest and small[covered].all():
                fewest, chosen = int(covered.sum()), Label(wanted, text, x, y, wide, high)
    return chosen


def _corners(wanted: Wanted, disc: Disc, wide: float, high: float, step: float) -> Iterable[tuple[float, float]]:
    """Lower left corners of boxes around the node: where no edges lead, beside before above, right before left."""
    angles = np.arange(_DIRECTIONS) * 2 * np.pi / _DIRECTIONS
    ways = np.stack([np.cos(angles), np.sin(angles)])
    cost = -0.35 * np.abs(ways[0]) - 0.1 * ways[0]
    if wanted.lines:
        along = np.array(wanted.lines) @ ways
        cost += along.mean(axis=0) + 1.2 * np.maximum(along.max(axis=0), 0.0) ** 4
    for angle in angles[np.argsort(cost, kind="stable")]:
        right, up = float(np.cos(angle)), float(np.sin(angle))
        reach = disc.radius + step
        away = min((reach + wide / 2) / max(abs(right), 1e-9), (reach - 1 + high / 2) / max(abs(up), 1e-9))
        yield disc.x + right * away - wide / 2, disc.y + up * away - high / 2


def _inside(box: Area, area: Area) -> bool:
    return box[0] >= area[0] and box[1] >= area[1] and box[2] <= area[2] and box[3] <= area[3]


def _met(box: Area, others: NDArray[np.float64], gap: float) -> NDArray[np.bool_]:
    left, low, right, high = others.T
    apart = (left > box[2] + gap) | (right < box[0] - gap) | (low > box[3] + gap) | (high < box[1] - gap)
    meets: NDArray[np.bool_] = ~apart
    return meets
