"""The drawing of a network: a sheet with title, network, legend and source."""

from typing import Any

import networkx as nx

from graph.drawing.canvas import LINE, SOFT, Canvas
from graph.drawing.captions import ARROWS, WEIGHTS, Captions
from graph.drawing.edges import Line, draw_lines
from graph.drawing.key import entries_of
from graph.drawing.legend import draw_legend, legend_height, rows_of
from graph.drawing.sketch import Sketch, sketch
from graph.drawing.words import clean, fit, shorten
from graph.layout.colours import OTHER, ColorBy


def draw_network(
    canvas: Canvas, graph: "nx.Graph[Any]", said: Captions, *, color_by: ColorBy, labels: int | None
) -> Sketch:
    """Draw all of the graph; `labels` is how many names to write at most, None for as many as the sheet bears."""
    paper = canvas.paper
    rows = rows_of(canvas, entries_of(graph, color_by))
    foot = paper.margin * 0.75 + 1.9 * paper.text
    head = draw_captions(canvas, said)
    draw_legend(canvas, rows, foot)
    low = foot + legend_height(canvas, rows) + 8
    area = paper.margin, low, paper.width - paper.margin, head - 6
    found = sketch(canvas, graph, area, color_by, labels)
    _draw(canvas, graph, found, color_by)
    return found


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


def _draw(canvas: Canvas, graph: "nx.Graph[Any]", found: Sketch, color_by: ColorBy) -> None:
    marks = found.marks
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
    for number, label in enumerate(found.labels.values()):
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


def tips(graph: "nx.Graph[Any]", found: Sketch) -> dict[str, str]:
    """What an SVG shows when a node is pointed at, by `node_name`."""
    words_of = {}
    counted = WEIGHTS.get(graph.graph.get("kind", ""), "quotations")
    strength = dict(graph.degree(weight="weight"))
    for number, node in enumerate(sorted(found.marks, key=lambda node: -found.marks[node].radius)):
        data = graph.nodes[node]
        words = [shorten(str(data.get("label", node)), 120), data.get("role", ""), f"{strength[node]:,} {counted}"]
        words_of[node_name(number)] = " · ".join(clean(str(word)) for word in words if word)
    return words_of
