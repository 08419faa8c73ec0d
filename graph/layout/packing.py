"""The unconnected parts of a network beside each other on one sheet: the largest on top, the others in rows below."""

from collections.abc import Sequence

import numpy as np

from graph.layout.arrays import Floats

_TOWERS = 2.0  # what is so many times as high as the next has a row to itself


def pack(parts: Sequence[Floats], radii: Sequence[Floats], aspect: float, gap: float) -> list[Floats]:
    """Positions of the parts, moved so that their boxes do not meet, on a sheet of about that width by height.

    `radii` are those of the nodes of each part.
    """
    boxes = [_box(places, radius) for places, radius in zip(parts, radii, strict=True)]
    sizes = np.array([high - low for low, high in boxes]) + np.array([1.6 * gap, gap])  # names are wider than high
    order = sorted(range(len(parts)), key=lambda part: (-sizes[part, 1], -sizes[part, 0], part))
    width = _best_width(sizes[order], aspect)
    corners, height, _ = _shelve(sizes[order], width)
    moved: list[Floats] = [np.empty((0, 2))] * len(parts)
    corners = _justify(corners, sizes[order], max(width, height * aspect))
    for part, corner in zip(order, corners, strict=True):
        moved[part] = parts[part] - boxes[part][0] + (corner[0], height - corner[1] - sizes[part, 1])
    return moved


def _box(places: Floats, radius: Floats) -> tuple[Floats, Floats]:
    return (places - radius[:, None]).min(axis=0), (places + radius[:, None]).max(axis=0)


def _best_width(sizes: Floats, aspect: float) -> float:
    """Of some widths, the one at which the sheet comes closest to the shape that is wanted."""
    widest, square = float(sizes[:, 0].max()), float(np.sqrt(sizes.prod(axis=1).sum() * aspect))
    return min(
        (max(widest, square * factor) for factor in (0.7, 0.8, 0.9, 1.0, 1.05, 1.1, 1.2, 1.35, 1.5)),
        key=lambda width: _sheet(width, sizes, aspect),
    )


def _sheet(width: float, sizes: Floats, aspect: float) -> float:
    """Area of the smallest sheet of that shape that holds all; a little more where the last row is short."""
    _corners, height, short = _shelve(sizes, width)
    return float(max(width, height * aspect) ** 2 * (1 + 0.3 * short))


def _justify(corners: Floats, sizes: Floats, width: float) -> Floats:
    """Boxes of a row further apart, where the sheet is wider than they need; at most by half of their width."""
    corners = corners.copy()
    for top in np.unique(np.round(corners[:, 1] + sizes[:, 1] / 2, 6)):
        row = np.flatnonzero(np.round(corners[:, 1] + sizes[:, 1] / 2, 6) == top)
        free = width - float(sizes[row, 0].sum())
        if len(row) > 1 and free > 0:
            more = min(free / len(row), float(sizes[row, 0].mean()) / 2)
            corners[row, 0] += more * (np.arange(len(row)) - (len(row) - 1) / 2)
    return corners


def _shelve(sizes: Floats, width: float) -> tuple[Floats, float, float]:
    """Left upper corner of each box, filled row by row; the height of all rows; the share of the last that is empty."""
    corners, rows = np.zeros_like(sizes), []
    row: list[int] = []
    x = y = 0.0
    for box, (wide, _high) in enumerate(sizes):
        towers = len(row) == 1 and sizes[row[0], 1] > _TOWERS * sizes[box, 1]
        if row and (towers or x + wide > width * (1 + 1e-9)):
            rows.append((row, x))
            y += sizes[row[0], 1]
            row, x = [], 0.0
        corners[box] = x, y
        row.append(box)
        x += wide
    if row:
        rows.append((row, x))
        y += sizes[row[0], 1]
    for members, used in rows:
        corners[members, 0] += (width - used) / 2
        corners[members, 1] += (sizes[members[0], 1] - sizes[members, 1]) / 2
    return corners, y, 1 - rows[-1][1] / max(used for _members, used in rows)
