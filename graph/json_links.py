"""Node-link JSON, for programs and for drawing on web pages.

{"directed": true, "multigraph": true, "graph": {}, "nodes": [{"id", …}], "links": [{"source", "target", "key", …}]}
"""

import json
import re

import networkx as nx

_HALF_PAIR = re.compile(r"[\ud800-\udfff]")  # which UTF-8 cannot say, but JSON can


def generate_json(graph: nx.MultiDiGraph) -> str:
    """The network as a JSON document; an edge's kind is its `key`."""
    document = json.dumps(nx.node_link_data(graph, edges="links"), ensure_ascii=False, indent=1)
    return _HALF_PAIR.sub(lambda found: f"\\u{ord(found[0]):04x}", document) + "\n"


def parse_json(document: str) -> nx.MultiDiGraph:
    """The network of a document that `generate_json` wrote."""
    return nx.node_link_graph(json.loads(document), edges="links")
