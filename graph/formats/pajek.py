"""Pajek's .net: names, positions and weights, no other attributes. Read by Pajek, Gephi, igraph, networkx.

A name has no quotation marks, backslashes or line ends here, for Pajek knows no way to write them; where two nodes
share a name, the node's id follows it, since networkx takes names for ids. Positions are scaled to Pajek's square
from 0 to 1, whose y grows downwards.

http://vlado.fmf.uni-lj.si/pub/networks/pajek/
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import networkx as nx

from graph.formats.text import escape

_UNWRITABLE = str.maketrans({'"': "'", "\\": "/"})
_SPACES = re.compile(r"[\s\x85\u2028\u2029]+")
_VERTEX = re.compile(r'\s*(\d+)\s+"([^"]*)"(?:\s+(\S+)\s+(\S+))?')


def generate_pajek(network: nx.Graph) -> Iterator[str]:
    """The lines of a .net file."""
    place = _Square(network)
    yield f"*Vertices {network.number_of_nodes()}\n"
    numbers = {node: number for number, node in enumerate(network, 1)}
    names = _names(network)
    for node, data in network.nodes(data=True):
        yield f'{numbers[node]} "{names[node]}"{place(data)}\n'
    yield "*Arcs\n" if network.is_directed() else "*Edges\n"
    for source, target, data in network.edges(data=True):
        yield f"{numbers[source]} {numbers[target]} {data.get('weight', 1)}\n"


def parse_pajek(document: str) -> nx.Graph:
    """The network of a .net file, with names for ids. Raises ValueError for what is none."""
    network: nx.Graph = nx.DiGraph()
    names: list[str] = []
    part = ""
    for line in document.splitlines():
        if line.startswith("*"):
            part = line.split()[0].lower()
            if part == "*edges":
                network = network.to_undirected()
        elif part == "*vertices":
            found = _VERTEX.match(line)
            if found is None:
                raise ValueError(f"no vertex: {line}")
            names.append(found[2])
            data: dict[str, Any] = {"label": found[2]}
            if found[3]:
                data |= {"x": float(found[3]), "y": float(found[4])}
            network.add_node(found[2], **data)
        elif part in ("*arcs", "*edges") and line.strip():
            source, target, *weight = line.split()
            number = float(weight[0]) if weight else 1.0
            network.add_edge(
                names[int(source) - 1], names[int(target) - 1], weight=int(number) if number.is_integer() else number
            )
    if not part:
        raise ValueError("no *Vertices in it")
    return network


class _Square:
    """Where nodes are in Pajek's square; nowhere, unless all have a position."""

    def __init__(self, network: nx.Graph) -> None:
        across = [data["x"] for _, data in network.nodes(data=True) if "x" in data]
        up = [data["y"] for _, data in network.nodes(data=True) if "y" in data]
        self._known = 0 < len(across) == len(up) == network.number_of_nodes()
        if self._known:
            self._left, self._width = min(across), max(across) - min(across) or 1.0
            self._bottom, self._height = min(up), max(up) - min(up) or 1.0

    def __call__(self, data: dict[str, Any]) -> str:
        if not self._known:
            return ""
        x, y = (data["x"] - self._left) / self._width, 1 - (data["y"] - self._bottom) / self._height
        return f" {x:.4f} {y:.4f} ellipse"


def _names(network: nx.Graph) -> dict[Any, str]:
    names = {node: _name(data.get("label") or str(node)) for node, data in network.nodes(data=True)}
    times = Counter(names.values())
    return {node: name if times[name] == 1 else f"{name} ({_name(str(node))})" for node, name in names.items()}


def _name(text: str) -> str:
    return escape(_SPACES.sub(" ", text.translate(_UNWRITABLE))).replace("\\", "/").strip() or "?"
