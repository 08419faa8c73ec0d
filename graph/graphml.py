"""GraphML, which most programs for networks read."""

from io import BytesIO

import networkx as nx

from graph.attributes import from_plain, to_plain


def generate_graphml(graph: nx.MultiDiGraph) -> str:
    """The network as a GraphML document. The same network gives the same document."""
    written = BytesIO()
    nx.write_graphml_xml(to_plain(graph), written)
    return written.getvalue().decode() + "\n"


def parse_graphml(document: str) -> nx.MultiDiGraph:
    """The network of a document that `generate_graphml` wrote."""
    return from_plain(nx.read_graphml(BytesIO(document.encode()), edge_key_type=str))
