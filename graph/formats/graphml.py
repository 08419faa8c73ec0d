"""GraphML, which most programs for networks read: Gephi, Cytoscape, visone, yEd, igraph, R.

http://graphml.graphdrawing.org/
"""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

import networkx as nx
from lxml import etree

from graph.formats.plain import columns, from_plain, from_text, to_plain
from graph.formats.text import unescape
from graph.formats.xml import quote, reference

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_TYPES = {bool: "boolean", int: "long", float: "double", str: "string", list: "string"}
_READ = {"boolean": bool, "int": int, "long": int, "float": float, "double": float}


def generate_graphml(network: nx.Graph) -> Iterator[str]:
    """The lines of a GraphML document. The same network gives the same document."""
    scopes = {
        "graph": columns([network.graph]),
        "node": columns(data for _, data in network.nodes(data=True)),
        "edge": columns(data for *_, data in network.edges(data=True)),
    }
    keys: dict[str, dict[str, str]] = {}
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<graphml xmlns="{_NAMESPACE}" xmlns:xsi="{_XSI}"'
    yield f' xsi:schemaLocation="{_NAMESPACE} {_NAMESPACE}/1.0/graphml.xsd">\n'
    for scope, kinds in scopes.items():
        keys[scope] = {name: f"{scope[0]}{number}" for number, name in enumerate(kinds)}
        for name, kind in kinds.items():
            yield f'<key id="{keys[scope][name]}" for="{scope}" attr.name={quote(name)} attr.type="{_TYPES[kind]}"/>\n'
    yield f'<graph edgedefault="{"directed" if network.is_directed() else "undirected"}">\n'
    if network.graph:
        yield _values(network.graph, keys["graph"]) + "\n"
    for node, data in network.nodes(data=True):
        yield f"<node id={quote(str(node))}>{_values(data, keys['node'])}</node>\n"
    for number, (source, target, data) in enumerate(network.edges(data=True)):
        ends = f"source={quote(str(source))} target={quote(str(target))}"
        yield f'<edge id="e{number}" {ends}>{_values(data, keys["edge"])}</edge>\n'
    yield "</graph>\n</graphml>\n"


def parse_graphml(document: str) -> nx.Graph:
    """The network of a document; parallel edges become one, the last. Raises ValueError for what is no GraphML."""
    kinds: dict[str, tuple[str, type]] = {}
    network: nx.Graph | None = None
    for event, element in etree.iterparse(
        BytesIO(document.encode()), events=("start", "end"), resolve_entities=False, no_network=True, huge_tree=True
    ):
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if event == "start":
            if name == "graph" and network is None:
                network = nx.Graph() if element.get("edgedefault") == "undirected" else nx.DiGraph()
        elif name == "key":
            kinds[element.get("id")] = (unescape(element.get("attr.name")), _READ.get(element.get("attr.type"), str))
        elif network is None:
            continue
        elif name == "node":
            network.add_node(unescape(element.get("id")), **_read(element, kinds))
            element.clear()
        elif name == "edge":
            ends = unescape(element.get("source")), unescape(element.get("target"))
            network.add_edge(*ends, **_read(element, kinds))
            element.clear()
        elif name == "graph":
            network.graph.update(_read(element, kinds))
    if network is None:
        raise ValueError("no graph in it")
    return network


def _values(data: Mapping[str, Any], keys: Mapping[str, str]) -> str:
    plain = [(keys[name], to_plain(value)) for name, value in data.items() if name in keys]
    return "".join(f'<data key="{key}">{reference(value)}</data>' for key, value in plain if value is not None)


def _read(element: Any, kinds: Mapping[str, tuple[str, type]]) -> dict[str, Any]:
    data = {}
    for value in element.iterfind("{*}data"):
        name, kind = kinds[value.get("key")]
        text = value.text or ""
        data[name] = from_plain(name, unescape(text) if kind is str else from_text(kind, text))
    return data
