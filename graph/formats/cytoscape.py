"""Cytoscape.js JSON (.cyjs), for Cytoscape and for web pages drawn with cytoscape.js.

{"data": {"kind", …}, "elements": {"nodes": [{"data": {"id", "name", …}, "position": {"x", "y"}}], "edges": [{"data":
{"id", "source", "target", …}}]}}. Positions are in pixels, and y grows downwards.

https://js.cytoscape.org/#notation/elements-json
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import networkx as nx

from graph.formats.node_link import finite, separated, to_json

_RESERVED = ("id", "source", "target", "parent")


def generate_cytoscape(network: nx.Graph) -> Iterator[str]:
    """The lines of a JSON document; `name` repeats the label, for Cytoscape shows that."""
    about = finite(network.graph) | {"name": network.graph.get("title", "")}
    yield f'{{"data": {to_json(about)},\n"directed": {to_json(network.is_directed())}, "multigraph": false,\n'
    yield '"elements": {"nodes": [\n'
    yield from separated(to_json(_node(node, data)) for node, data in network.nodes(data=True))
    yield '],\n"edges": [\n'
    yield from separated(
        to_json({"data": {"id": f"e{number}", "source": source, "target": target, **finite(data)}})
        for number, (source, target, data) in enumerate(network.edges(data=True))
    )
    yield "]}}\n"


def parse_cytoscape(document: str) -> nx.Graph:
    """The network of a document that `generate_cytoscape` wrote, also when Cytoscape has saved it again; raises
    KeyError, TypeError or ValueError for what is none."""
    read = json.loads(document)
    network: nx.Graph = nx.DiGraph() if read.get("directed", True) else nx.Graph()
    network.graph.update(_without(read.get("data", {}), "name"))
    for element in read["elements"]["nodes"]:
        data = _without(element["data"], "name", *_RESERVED)
        if "position" in element:
            data |= {"x": element["position"]["x"], "y": -element["position"]["y"]}
        network.add_node(element["data"]["id"], **data)
    for element in read["elements"]["edges"]:
        data = element["data"]
        network.add_edge(data["source"], data["target"], **_without(data, *_RESERVED))
    return network


def _node(node: Any, data: Mapping[str, Any]) -> dict[str, Any]:
    carried = finite(data)
    element: dict[str, Any] = {"data": {"id": node, "name": carried.get("label", node), **carried}}
    if "x" in carried and "y" in carried:
        element["position"] = {"x": carried["x"], "y": -carried["y"]}
        element["data"] = _without(element["data"], "x", "y")
    return element


def _without(data: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name not in names}
