"""GML, for Gephi, Cytoscape, igraph and networkx: ASCII, other characters as &#233;.

A node's `label` is its name and its `name` is the id; networkx wants `read_gml(path, label="name")` for ids.

Himsolt, GML: a portable graph file format (1996).
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import networkx as nx

from graph.attributes import EDGE_ATTRIBUTES, GRAPH_ATTRIBUTES, NODE_ATTRIBUTES
from graph.formats.plain import from_plain, to_plain

_OUTSIDE = re.compile(r"[^ !#-%\'-~]")
_ENTITIES = {'"': "&quot;", "&": "&amp;"}  # which igraph knows; it shows others as they stand, and so does Gephi
_KEY = re.compile(r"[A-Za-z][0-9A-Za-z_]*")
_LONGEST = 2**31  # beyond it a whole number is written as text, as networkx does


def generate_gml(network: nx.Graph) -> Iterator[str]:
    """The lines of a GML document; truth values are 1 and 0. Raises ValueError for an attribute whose name has other
    characters than letters, digits and underscores."""
    yield 'Creator "who-said-what"\ngraph [\n'
    yield f"  directed {int(network.is_directed())}\n"
    yield _values(network.graph, "  ")
    numbers = {node: number for number, node in enumerate(network)}
    for node, data in network.nodes(data=True):
        named = {"label": str(node)} | dict(data) | {"name": str(node)}
        yield f"  node [\n    id {numbers[node]}\n{_values(named, '    ')}  ]\n"
    for source, target, data in network.edges(data=True):
        yield f"  edge [\n    source {numbers[source]}\n    target {numbers[target]}\n{_values(data, '    ')}  ]\n"
    yield "]\n"


def parse_gml(document: str) -> nx.Graph:
    """The network of a document that `generate_gml` wrote; raises networkx.NetworkXError for what is no GML."""
    read = nx.parse_gml(document.splitlines(), label="name")
    network: nx.Graph = nx.DiGraph() if read.is_directed() else nx.Graph()
    network.graph.update(_restore(read.graph, GRAPH_ATTRIBUTES))
    network.graph.pop("Creator", None)
    network.add_nodes_from((node, _restore(data, NODE_ATTRIBUTES)) for node, data in read.nodes(data=True))
    network.add_edges_from(
        (source, target, _restore(data, EDGE_ATTRIBUTES)) for source, target, data in read.edges(data=True)
    )
    return network


def _values(data: Mapping[str, Any], indent: str) -> str:
    lines = []
    for name, value in data.items():
        if not _KEY.fullmatch(name):
            raise ValueError(f"GML knows no attribute named {name!r}")
        plain = to_plain(value)
        if plain is not None:
            lines.append(f"{indent}{name} {_write(plain)}\n")
    return "".join(lines)


def _write(value: str | int | float | bool) -> str:
    if isinstance(value, str):
        return '"' + _OUTSIDE.sub(lambda found: _ENTITIES.get(found[0], f"&#{ord(found[0])};"), value) + '"'
    if isinstance(value, float):
        digits, _, exponent = repr(value).partition("e")
        digits += "" if "." in digits else ".0"  # or it would be read as a whole number
        return f"{digits}e{exponent}" if exponent else digits
    return str(int(value)) if -_LONGEST <= value < _LONGEST else f'"{value}"'


def _restore(data: Mapping[str, Any], kinds: Mapping[str, type]) -> dict[str, Any]:
    return {
        name: kinds[name](value) if kinds.get(name) in (bool, int) else from_plain(name, value)
        for name, value in data.items()
    }
