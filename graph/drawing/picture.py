"""The drawing of a network: a sheet with title, network, legend and source."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np

from graph.drawing.canvas import LINE, SOFT, Area, Canvas
from graph.drawing.captions import ARROWS, WEIGHTS, Captions
from graph.drawing.edges import Line, draw_lines, line_width
from graph.drawing.labels import Disc, Label, Wanted, place_labels
from graph.drawing.legend import Entry, arrow_entry, draw_legend, legend_height, line_entry, mark_entry, rows_of
from graph.drawing.nodes import HOLLOW, KIND_WORDS, Mark, look
from graph.drawing.words import clean, fit, shorten
from graph.layout import place
from graph.layout.colours import COMMUNITIES, KINDS, OTHER, ColorBy, colours, largest_communities

_LARGEST = 17.0  # radius of a node, in points
_LEAST = 1.3


@dataclass(frozen=True, slots=True)
class Sketch:
    """A network on a sheet: marks and labels by node."""

    marks: Mapping[Any, Mark]
    labels: Mapping[Any, Label]
    scale: float  # radius of a mark in points, by the size of its node


def draw_network(
    canvas: Canvas, graph: "nx.Graph[Any]", said: Captions, *, color_by: ColorBy, labels: int | None
) -> Sketch:
    """Draw all of the graph; `labels` is how many names to write at most, None for as many as the sheet bears."""
    paper = canvas.paper
    rows = rows_of(canvas, list(_entries(graph, color_by)))
    foot = paper.margin * 0.75 + 1.9 * paper.text
    head = draw_captions(canvas, said)
    draw_legend(canvas, rows, foot)
    low = foot + legend_height(canvas, rows) + 8
    area = paper.margin, low, paper.width - paper.margin, head - 6
    sketch = _sketch(canvas, graph, area, color_by, labels)
    _draw(canvas, graph, sketch, color_by)
    return sketch


def draw_captions(canvas: Canvas, said: Captions) -> float:
    """Title and subtitle on top, source at the foot; returns the height in points that is left below the titles."""
    paper = canvas.paper
    room, x = paper.width - 2 * paper.margin, paper.margin
    y = paper.height - paper.margin - 0.75 * paper.title
    canvas.write(x, y, fit(said.title, room, paper.title, bold=True), paper.title, bold=True, name="title")
    y -= 0.6 * paper.title + paper.text
    subtitle = fit(said.subtitle, room, paper.text * 1.1)
    canvas.write(x, y, subtitle, paper.text * 1.1, colour=SOFT, name="subtitle")
    source = fit(said.source, room, paper.text * 0.9)
    canvas.write(x, paper.margin * 0.75, source, paper.text * 0.9, colour=SOFT, name="source")
    return y - 0.6 * paper.text


def _sketch(
    canvas: Canvas,
    graph: "nx.Graph[Any]",
    area: Area,
    color_by: ColorBy,
    most: int | None,
) -> Sketch:
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
    return Sketch(marks, _labels(canvas, graph, marks, area, most), growth)


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
            wanted.append(Wanted(number, text, round(size, 1), bold, italic, _open_side(graph, node, marks)))
    discs = [Disc(mark.x, mark.y, mark.radius) for mark in marks.values()]
    placed = place_labels(wanted, discs, area, _enough(len(nodes)) if most is None else most)
    return {nodes[label.wanted.node]: label for label in placed}


def _enough(count: int) -> int:
    """How many names so many nodes bear: all of few, and of thousands as many as one still reads."""
    return count if count <= 120 else round(90 + 2 * (count - 120) ** 0.5)


def _open_side(graph: "nx.Graph[Any]", node: Any, marks: Mapping[Any, Mark]) -> tuple[float, float]:
    """Away from the neighbours, as strongly as they lie on one side."""
    around = {*nx.all_neighbors(graph, node)} - {node}
    if not around:
        return (0.0, 0.0)
    ways = np.array([(marks[node].x - marks[one].x, marks[node].y - marks[one].y) for one in sorted(around, key=str)])
    ways /= np.maximum(np.linalg.norm(ways, axis=1, keepdims=True), 1e-9)
    x, y = ways.mean(axis=0)
    return float(x), float(y)


def _draw(canvas: Canvas, graph: "nx.Graph[Any]", sketch: Sketch, color_by: ColorBy) -> None:
    marks = sketch.marks
    arrows = graph.graph.get("kind") in ARROWS
    lines = []
    for one, other, weight in graph.edges(data="weight", default=1):
        start, end = marks[one], marks[other]
        same = color_by == "community" and start.colour == end.colour != OTHER
        ends = (start.x, start.y), (end.x, end.y)
        lines.append(Line(*ends, start.radius, end.radius, float(weight), start.colour if same else LINE))
    draw_lines(canvas, lines, arrows=arrows)
    for number, node in enumerate(sorted(marks, key=lambda node: -marks[node].radius)):
        canvas.axes.add_patch(marks[node].patch(node_name(number)))
    for number, label in enumerate(sketch.labels.values()):
        wanted = label.wanted
        canvas.write(
            label.x,
            label.baseline,
            label.text,
            wanted.size,
            bold=wanted.bold,
            italic=wanted.italic,
            name=f"label-{number}",
            halo=True,
        )


def node_name(number: int) -> str:
    """The id in an SVG of the node that is drawn so-manieth."""
    return f"node-{number}"


def tips(graph: "nx.Graph[Any]", sketch: Sketch) -> dict[str, str]:
    """What an SVG shows when a node is pointed at, by `node_name`."""
    found = {}
    counted = WEIGHTS.get(graph.graph.get("kind", ""), "quotations")
    strength = dict(graph.degree(weight="weight"))
    for number, node in enumerate(sorted(sketch.marks, key=lambda node: -sketch.marks[node].radius)):
        data = graph.nodes[node]
        words = [shorten(str(data.get("label", node)), 120), data.get("role", ""), f"{strength[node]:,} {counted}"]
        found[node_name(number)] = " · ".join(clean(str(word)) for word in words if word)
    return found


def _entries(graph: "nx.Graph[Any]", color_by: ColorBy) -> "list[Entry]":
    radius = 4.2
    entries: dict[str, Entry] = {}
    kinds = {data.get("kind", "") for _node, data in graph.nodes(data=True)}
    for kind, words in KIND_WORDS.items():
        if kind in kinds and words not in entries:
            shape, hollow = look(kind)
            colour = KINDS[kind] if color_by == "kind" else OTHER
            entries[words] = mark_entry(Mark(0, 0, radius, colour, shape, hollow), words)
    listed = list(entries.values())
    if color_by == "community":
        listed += _communities(graph, radius)
    counted = WEIGHTS.get(graph.graph.get("kind", ""), "quotations")
    heaviest = max(weight for *_ends, weight in graph.edges(data="weight", default=1))
    if heaviest > 1:
        widths = [line_width(weight, heaviest, graph.number_of_edges()) for weight in (1, heaviest)]
        listed.append(line_entry(widths, f"1 and {heaviest:,} {counted}; larger marks have more"))
    if graph.graph.get("kind") in ARROWS:
        listed.append(arrow_entry(ARROWS[graph.graph["kind"]]))
    return listed


def _communities(graph: "nx.Graph[Any]", radius: float) -> list[Entry]:
    names = {
        data["community"]: data.get("community_name", f"community {data['community']}")
        for _node, data in graph.nodes(data=True)
        if "community" in data
    }
    order = largest_communities(graph)
    listed = [
        mark_entry(Mark(0, 0, radius, colour), shorten(str(names[community]), 40))
        for community, colour in zip(order, COMMUNITIES, strict=False)
    ]
    more = len(names) - len(listed)
    return [*listed, mark_entry(Mark(0, 0, radius, OTHER), f"{more} smaller ones")] if more > 0 else listed
