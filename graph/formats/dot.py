"""DOT, which graphviz draws (`sfdp -Tsvg net.dot`, `neato -n2` where nodes have positions); Gephi reads it, too.

Written only. Boxes are outlets, dashed ellipses unnamed sources; the thicker the line, the more quotations.

https://graphviz.org/doc/info/lang.html
"""

import math
from collections.abc import Iterator, Mapping
from typing import Any

import networkx as nx

from graph.formats.plain import to_plain, to_text
from graph.formats.text import escape

_SHAPES = {"outlet": "box", "agency": "box", "article": "note"}
_UNNAMED = {"unnamed_person", "unnamed_group"}
_POINTS_IN_AN_INCH = 72


def generate_dot(network: nx.Graph) -> Iterator[str]:
    """The lines of a DOT file. Attributes of ours that mean something else to graphviz have another name there."""
    arrow = "->" if network.is_directed() else "--"
    yield f"{'digraph' if network.is_directed() else 'graph'} {{\n"
    title = "; ".join(filter(None, (network.graph.get("title"), network.graph.get("selection"))))
    yield f'  graph [label={quote(title)}, overlap="prism", splines="true"];\n'
    for node, data in network.nodes(data=True):
        yield f"  {quote(str(node))} [{_list(_drawn_node(node, data), data, {'label', 'x', 'y', 'size', 'color'})}];\n"
    for source, target, data in network.edges(data=True):
        ends = f"{quote(str(source))} {arrow} {quote(str(target))}"
        yield f"  {ends} [{_list(_drawn_edge(data), data, {'weight'})}];\n"
    yield "}\n"


def quote(text: str) -> str:
    r"""Text as a quoted string that graphviz shows as it is, line ends included.

    >>> print(quote('"C:\\temp"\n'))
    "\"C:\\temp\"\n"
    """
    shown = escape(text).replace("\\", "\\\\").replace('"', '\\"').replace("\r\n", "\n").replace("\r", "\n")
    return '"' + shown.replace("\n", "\\n") + '"'


def _drawn_node(node: Any, data: Mapping[str, Any]) -> dict[str, Any]:
    kind = data.get("kind", "")
    drawn: dict[str, Any] = {"label": data.get("label", str(node)), "shape": _SHAPES.get(kind, "ellipse")}
    if kind in _UNNAMED:
        drawn["style"] = "dashed"
    if "x" in data and "y" in data:
        drawn["pos"] = f"{data['x']},{data['y']}"
    if "size" in data:
        drawn["width"] = data["size"] / _POINTS_IN_AN_INCH
    if "color" in data:
        drawn |= {"fillcolor": data["color"], "style": "filled,dashed" if kind in _UNNAMED else "filled"}
    return drawn


def _drawn_edge(data: Mapping[str, Any]) -> dict[str, Any]:
    weight = data.get("weight", 1)
    return {"weight": weight, "penwidth": round(1 + math.log2(max(weight, 1)), 2)}


def _list(drawn: Mapping[str, Any], data: Mapping[str, Any], shown: set[str]) -> str:
    carried = {name: to_plain(value) for name, value in data.items() if name not in shown}
    pairs = [*drawn.items(), *((name, value) for name, value in carried.items() if value is not None)]
    return ", ".join(f"{quote(name)}={quote(to_text(value))}" for name, value in pairs)
