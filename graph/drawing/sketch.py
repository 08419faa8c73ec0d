"""Where on the sheet the nodes of a network stand, and which of them have their names beside them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np

from graph.drawing.canvas import Area, Canvas
from graph.drawing.labels import Disc, Label, Wanted, place_labels
from graph.drawing.nodes import HOLLOW, Mark, look
from graph.drawing.words import clean
from graph.layout import place
from graph.layout.colours import ColorBy, colours

_LARGEST = 17.0  # radius of a node, in points
_LEAST = 1.3


@dataclass(frozen=True, slots=True)
class Sketch:
    """A network on a sheet: marks and labels by node."""

    marks: Mapping[Any, Mark]
    labels: Mapping[Any, Label]


def sketch(
    canvas: Canvas,
    graph: "nx.Graph[Any]",
    area: Area,
    color_by: ColorBy,
    most: int | None,
) -> Sketch:
    """Within the area; a network that has no places yet gets them. `most` names, None for as many as find room."""
    left, low, right, high = area
    if not all("x" in data and "y" in data and "size" in data for _node, data in graph.nodes(data=True)):
        place(graph, aspect=(right - left) / (high - low))
    nodes = list(graph.nodes(data=True))
    middle = np.array([(data["x"], data["y"]) for _node, data in nodes])
    size = np.array([data["size"] / 2 for _node, data in nodes])
    lowest, highest = (middle - size[:, None]).min(axis=0), (middle + size[:, None]).max(axis=0)
    air = np.array([0.06, 0.03]) * (right - left) if len(nodes) < 60 else np.array([0.01, 0.01]) * (right - left)
    room = np.array([right - left, high - low]) - 2 * air
    scale = float((room / np.maximum(highest - lowest, 1e-9)).min())
    growth = min(scale, _LARGEST / float(size.max()))
    centre = np.array([(left + right) / 2, (low + high) / 2])
    on_sheet = (middle - (lowest + highest) / 2) * scale + centre
    shades = colours(graph, color_by)
    marks = {}
    for (node, data), (x, y), radius in zip(nodes, on_sheet, size * growth, strict=True):
        shape, hollow = look(data.get("kind", ""))
        marks[node] = Mark(float(x), float(y), max(float(radius), _LEAST), shades[node], shape, hollow)
    return Sketch(marks, _labels(canvas, graph, marks, area, most))


def _labels(
    canvas: Canvas,
    graph: "nx.Graph[Any]",
    marks: Mapping[Any, Mark],
    area: Area,
    most: int | None,
) -> dict[Any, Label]:
    paper, nodes = canvas.paper, list(graph)
    strength = dict(graph.degree(weight="weight"))
    top = max(strength.values())
    ranked = sorted(range(len(nodes)), key=lambda n: (-strength[nodes[n]], str(nodes[n])))
    wanted = []
    for number in ranked:
        node, data = nodes[number], graph.nodes[nodes[number]]
        text = clean(str(data.get("label", "")))
        if text and data.get("kind") != "narrator":  # whose name is its kind
            size = paper.label + (paper.label_most - paper.label) * float(np.sqrt(strength[node] / top))
            bold, italic = data.get("side") == "outlet", data.get("kind") in HOLLOW
            wanted.append(Wanted(number, text, round(size, 1), bold, italic, _directions(graph, node, marks)))
    discs = [Disc(mark.x, mark.y, mark.radius) for mark in marks.values()]
    placed = place_labels(wanted, discs, area, _enough(len(nodes)) if most is None else most)
    return {nodes[label.wanted.node]: label for label in placed}


def _enough(count: int) -> int:
    """How many names so many nodes bear: all of few, and of thousands as many as one still reads."""
    return count if count <= 120 else round(90 + 2 * (count - 120) ** 0.5)


def _directions(graph: "nx.Graph[Any]", node: Any, marks: Mapping[Any, Mark]) -> tuple[tuple[float, float], ...]:
    """Of the node's edges, as unit vectors."""
    here, found = marks[node], []
    for other in sorted({*nx.all_neighbors(graph, node)} - {node}, key=str):
        x, y = marks[other].x - here.x, marks[other].y - here.y
        length = max(float(np.hypot(x, y)), 1e-9)
        found.append((x / length, y / length))
    return tuple(found)
