"""GEXF 1.2 and 1.3 back into a network, as we, Gephi and Gephi Lite write it: with the positions it was given there."""

from io import BytesIO
from typing import Any

import networkx as nx
from lxml import etree

from graph.formats.plain import from_plain, from_text
from graph.formats.text import unescape

_TYPES = {
    "boolean": bool, "integer": int, "long": int, "short": int, "byte": int, "biginteger": int, "float": float,
    "double": float, "bigdecimal": float,
}  # fmt: skip


def parse_gexf(document: str) -> nx.Graph:
    """The network of a document. Of what describes all of it, kind and title remain; spells are left out, for
    `first` and `last` say the same.

    Raises ValueError for a sequence of networks, whose values change with time, and for what is no GEXF.
    """
    network: nx.Graph = nx.DiGraph()
    kinds: dict[str, dict[str, tuple[str, type]]] = {"node": {}, "edge": {}}
    seen = False
    for event, element in etree.iterparse(
        BytesIO(document.encode()), events=("start", "end"), resolve_entities=False, no_network=True, huge_tree=True
    ):
        name = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if event == "start":
            if name == "graph":
                seen = True
                if element.get("defaultedgetype") == "undirected":
                    network = nx.Graph(**network.graph)
            continue
        if name == "attributes":
            for column in element:
                kind = _TYPES.get(column.get("type"), str)
                kinds[element.get("class")][column.get("id")] = (unescape(column.get("title")), kind)
        elif name == "keywords":
            network.graph["kind"] = unescape(element.text or "")
        elif name == "description":
            network.graph["title"] = unescape(element.text or "")
        elif name == "node":
            network.add_node(unescape(element.get("id")), **_read_node(element, kinds["node"]))
            _free(element)
        elif name == "edge":
            source, target = unescape(element.get("source")), unescape(element.get("target"))
            if source not in network or target not in network:
                raise ValueError(f"an edge from {source} to {target}, which are not both nodes")
            network.add_edge(source, target, **_read_edge(element, kinds["edge"]))
            _free(element)
    if not seen:
        raise ValueError("no graph in it")
    return network


def _read_node(element: Any, kinds: dict[str, tuple[str, type]]) -> dict[str, Any]:
    label = element.get("label")
    data: dict[str, Any] = {} if label is None else {"label": unescape(label)}
    data |= _read_values(element, kinds)
    for child in element:
        match etree.QName(child).localname:
            case "position":
                data |= {"x": float(child.get("x")), "y": float(child.get("y"))}
            case "size":
                data["size"] = float(child.get("value"))
            case "color":
                data["color"] = child.get("hex") or "#" + "".join(f"{int(child.get(part)):02x}" for part in "rgb")
    return data


def _read_edge(element: Any, kinds: dict[str, tuple[str, type]]) -> dict[str, Any]:
    weight = element.get("weight")
    data = {} if weight is None else {"weight": int(weight) if weight.isdecimal() else float(weight)}
    return data | _read_values(element, kinds)


def _read_values(element: Any, kinds: dict[str, tuple[str, type]]) -> dict[str, Any]:
    data = {}
    for value in element.iterfind("{*}attvalues/{*}attvalue"):
        if value.get("start") is not None:
            raise ValueError("values that change with time: a sequence of networks is for Gephi, not for reading back")
        name, kind = kinds[value.get("for")]
        text = value.get("value")
        data[name] = from_plain(name, unescape(text) if kind is str else from_text(kind, text))
    return data


def _free(element: Any) -> None:
    """What is read is let go, so that memory does not grow with the document."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]
