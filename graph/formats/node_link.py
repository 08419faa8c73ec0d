"""Node-link JSON, for programs, d3 and networkx (`node_link_graph(data, edges="links")`).

{"directed": true, "multigraph": false, "graph": {"kind", …}, "nodes": [{"id", …}], "links": [{"source", "target", …}]}
"""

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import networkx as nx

_HALF_PAIR = re.compile(r"[\ud800-\udfff]")  # which UTF-8 cannot say, but JSON can
_encode = json.JSONEncoder(ensure_ascii=False, default=lambda value: value.item()).encode


def generate_json(network: nx.Graph) -> Iterator[str]:
    """The lines of a JSON document: a node or a link a line."""
    multigraph = to_json(network.is_multigraph())
    yield f'{{"directed": {to_json(network.is_directed())}, "multigraph": {multigraph},\n'
    yield f'"graph": {to_json(finite(network.graph))},\n"nodes": [\n'
    yield from separated(to_json(finite(data) | {"id": node}) for node, data in network.nodes(data=True))
    yield '],\n"links": [\n'
    yield from separated(
        to_json(finite(data) | {"source": source, "target": target})
        for source, target, data in network.edges(data=True)
    )
    yield "]}\n"


def parse_json(document: str) -> nx.Graph:
    """The network of a document; raises ValueError, TypeError or KeyError for what is none."""
    read = nx.node_link_graph(json.loads(document), edges="links")
    return nx.DiGraph(read) if read.is_directed() else nx.Graph(read)


def to_json(value: object) -> str:
    """One line of JSON that UTF-8 can hold."""
    text = _encode(value)
    return _HALF_PAIR.sub(lambda found: f"\\u{ord(found[0]):04x}", text) if _HALF_PAIR.search(text) else text


def finite(data: Mapping[str, Any]) -> dict[str, Any]:
    """The attributes that JSON can say, for it knows neither infinity nor what is no number."""
    return {
        name: value
        for name, value in data.items()
        if value is not None and not (isinstance(value, float) and not math.isfinite(value))
    }


def separated(lines: Iterable[str]) -> Iterator[str]:
    """Elements of an array, a line each, with commas between them."""
    before = ""
    for line in lines:
        yield before + line
        before = ",\n"
    yield "\n" if before else ""
