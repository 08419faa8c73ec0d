"""The chord diagram of a directed network: nodes on a circle, and between them bands as wide as what passes.

After Krzywinski and others (2009), Circos: An Information Aesthetic for Comparative Genomics, Genome Research 19(9). A
band has the colour of where it comes from, touches the circle there, and ends in a point where it goes.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from graph.drawing.canvas import INK, PAPER, SOFT, Align, Area, Canvas
from graph.drawing.flows import REST, Arc, Flow, arcs_of, order_of
from graph.drawing.words import shorten
from graph.layout.colours import COMMUNITIES, OTHER

_RING, _HEAD = 9.0, 11.0  # points: thickness of the circle, length of a band's point
_LONGEST = 30


def draw_chord(
    canvas: Canvas,
    flows: Sequence[Flow],
    names: Mapping[str, str],
    area: Area,
    verbs: tuple[str, str],
) -> None:
    """`verbs`: what to call that which goes out of a node, and that which comes."""
    from matplotlib.patches import PathPatch

    left, low, right, high = area
    centre = np.array([(left + right) / 2, (low + high) / 2])
    radius = (high - low) / 2 - 10
    order = order_of(flows)
    nodes, ends = arcs_of(order, flows)
    shades = {node: COMMUNITIES[number % len(COMMUNITIES)] for number, node in enumerate(order)} | {REST: OTHER}
    for number, node in enumerate(order):
        ring = _ring(centre, radius - _RING, radius, nodes[node])
        style = {"facecolor": shades[node], "linewidth": 0, "zorder": 4, "gid": f"node-{number}"}
        canvas.axes.add_patch(PathPatch(ring, **style))
    for flow in sorted(flows, key=lambda flow: -flow.amount):
        start, end = ends[flow.source, flow.source, flow.target], ends[flow.target, flow.source, flow.target]
        band = _band(centre, radius - _RING - 1.5, start, end)
        faint = 0.3 if flow.source == REST else 0.62
        style = {"facecolor": shades[flow.source], "alpha": faint, "edgecolor": PAPER, "linewidth": 0.4, "zorder": 3}
        canvas.axes.add_patch(PathPatch(band, gid="band", **style))
    _write_names(canvas, order, nodes, flows, names, centre, radius, area, verbs)


def _points(centre: Any, radius: float, arc: Arc) -> Any:
    angles = np.linspace(arc.start, arc.end, max(2, int((arc.end - arc.start) / 0.03) + 2))
    return centre + radius * np.stack([np.sin(angles), np.cos(angles)], axis=1)


def _ring(centre: Any, inner: float, outer: float, arc: Arc) -> Any:
    from matplotlib.path import Path

    return Path(np.concatenate([_points(centre, outer, arc), _points(centre, inner, arc)[::-1]]), closed=False)


def _band(centre: Any, radius: float, start: Arc, end: Arc) -> Any:
    """From an arc on the circle, curved through the middle, to a point at the other end."""
    from matplotlib.path import Path

    begun = _points(centre, radius, start)
    reached = _points(centre, radius - _HEAD, end)
    tip = _points(centre, radius, Arc(end.middle, end.middle))[:1]
    points = [*begun, centre, reached[0], tip[0], reached[-1], centre, begun[0]]
    codes = [Path.MOVETO, *[Path.LINETO] * (len(begun) - 1), Path.CURVE3, Path.CURVE3, Path.LINETO, Path.LINETO]
    return Path(points, [*codes, Path.CURVE3, Path.CURVE3])


def _write_names(
    canvas: Canvas,
    order: Sequence[str],
    nodes: Mapping[str, Arc],
    flows: Sequence[Flow],
    names: Mapping[str, str],
    centre: Any,
    radius: float,
    area: Area,
    verbs: tuple[str, str],
) -> None:
    """Beside the circle, right and left of it, with lines to where they belong."""
    size = canvas.paper.label + 1.5
    leading = 2.5 * size
    out: Counter[str] = Counter()
    into: Counter[str] = Counter()
    for flow in flows:
        out[flow.source] += flow.amount
        into[flow.target] += flow.amount
    for side in (1, -1):
        there = [node for node in order if (np.sin(nodes[node].middle) >= 0) == (side == 1)]
        there.sort(key=lambda node: float(np.cos(nodes[node].middle)))
        wanted = [float(centre[1] + (radius + 12) * np.cos(nodes[node].middle)) for node in there]
        for node, y in zip(there, spread(wanted, leading, area[1] + leading / 2, area[3] - leading / 2), strict=True):
            angle = nodes[node].middle
            rim = centre + (radius + 1.5) * np.array([np.sin(angle), np.cos(angle)])
            reach = np.sqrt(max((radius + 14) ** 2 - min(abs(y - centre[1]), radius + 12) ** 2, 0.0))
            x = float(centre[0] + side * max(reach, abs(rim[0] - centre[0])) + side * 8)
            canvas.axes.plot([rim[0], x - side * 3], [rim[1], y], color=SOFT, linewidth=0.6, zorder=2)
            align: Align = "left" if side == 1 else "right"
            text, told = shorten(names.get(node, node), _LONGEST), _told(verbs, (out[node], into[node]))
            name = f"label-{order.index(node)}"
            canvas.write(x, y + 0.1 * size, text, size, colour=INK, bold=True, align=align, name=name)
            canvas.write(x, y - 1.0 * size, told, size * 0.85, colour=SOFT, align=align)


def _told(verbs: tuple[str, str], counts: tuple[int, int]) -> str:
    return ", ".join(f"{verb} {count:,}" for verb, count in zip(verbs, counts, strict=True) if count)


def spread(places: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Heights from low to high, moved as little as keeps so much between two and all within the bounds.

    >>> spread([0.0, 1.0, 30.0], 10.0, 0.0, 40.0)
    [0.0, 10.0, 30.0]
    """
    moved: list[float] = []
    for place in places:
        moved.append(max(place, low if not moved else moved[-1] + gap))
    top = high
    for number in range(len(moved) - 1, -1, -1):
        moved[number] = min(moved[number], top)
        top = moved[number] - gap
    return moved
