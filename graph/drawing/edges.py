"""Edges as lines: wider the heavier, fainter the more there are, with arrows where the direction tells something."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from graph.drawing.canvas import Canvas

_THINNEST, _WIDEST = 0.6, 4.5  # points, where lines are few
_BEND = 0.16  # how far a curve leaves the straight line, by its length


@dataclass(frozen=True, slots=True)
class Line:
    """From and to, in points, with the radii of the nodes that it must not cover."""

    start: tuple[float, float]
    end: tuple[float, float]
    start_radius: float
    end_radius: float
    weight: float
    colour: str


def line_width(weight: float, heaviest: float, count: int) -> float:
    """In points; grows with the root of the weight, as the size of nodes does. Of many lines, each is thinner."""
    slim = float(np.clip((60 / max(count, 1)) ** 0.35, 0.4, 1.0))
    if heaviest <= 1:
        return 2 * _THINNEST * slim
    widest = min(_WIDEST, 1.1 * np.sqrt(heaviest))
    return float(_THINNEST + (widest - _THINNEST) * np.sqrt((weight - 1) / (heaviest - 1))) * slim


def opacity(count: int) -> float:
    """Of so many lines: few are strong, thousands a haze."""
    return float(np.clip(3.8 / max(count, 1) ** 0.38, 0.2, 0.6))


def draw_lines(canvas: Canvas, lines: Sequence[Line], *, arrows: bool) -> None:
    """The light ones first. With arrows, lines bend to the left of their way, so that there and back are two."""
    from matplotlib.collections import PathCollection, PolyCollection

    if not lines:
        return
    ordered = sorted(lines, key=lambda line: line.weight)
    heaviest = ordered[-1].weight
    widths = [line_width(line.weight, heaviest, len(lines)) for line in ordered]
    faint = opacity(len(lines))
    paths, heads = [], []
    for line, wide in zip(ordered, widths, strict=True):
        path, head = _curve(line, wide) if arrows else (_straight(line), None)
        paths.append(path)
        if head is not None:
            heads.append(head)
    colours = [line.colour for line in ordered]
    style: dict[str, Any] = {"alpha": faint, "zorder": 2}
    collection = PathCollection(paths, facecolors="none", edgecolors=colours, linewidths=widths, gid="edges", **style)
    collection.set_capstyle("butt")
    canvas.axes.add_collection(collection, autolim=False)
    if heads:
        style["alpha"] = min(1.0, faint * 1.6)
        marks = PolyCollection(heads, facecolors=colours, linewidths=0, gid="arrowheads", **style)
        canvas.axes.add_collection(marks, autolim=False)


def _straight(line: Line) -> Any:
    from matplotlib.path import Path

    return Path([line.start, line.end])


def _curve(line: Line, wide: float) -> tuple[Any, Any]:
    """A quadratic curve that ends at the rim of the target, and the triangle of its head."""
    from matplotlib.path import Path

    start, end = np.array(line.start), np.array(line.end)
    way = end - start
    length = max(float(np.hypot(*way)), 1e-6)
    control = (start + end) / 2 + _BEND * np.array([-way[1], way[0]])
    into = (end - control) / max(float(np.hypot(*(end - control))), 1e-6)
    size = min(4.0 + 1.6 * wide, max(0.5 * (length - line.end_radius), 1.0))
    tip = end - into * line.end_radius
    base = tip - into * size
    side = np.array([-into[1], into[0]]) * size * 0.42
    path = Path([start, control, base + into * size * 0.2], [Path.MOVETO, Path.CURVE3, Path.CURVE3])
    return path, np.array([tip, base + side, base - side])
