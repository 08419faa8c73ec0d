"""GEXF 1.2, as Gephi opens it: labels, weights and, from the articles' dates, a timeline."""

from io import BytesIO
from xml.etree import ElementTree

import networkx as nx

from graph.attributes import from_plain, to_plain

_VERSION = "1.2draft"
_NAMESPACE = f"http://www.gexf.net/{_VERSION}"


def generate_gexf(graph: nx.MultiDiGraph) -> str:
    """The network as a GEXF document. The same network gives the same document."""
    plain = to_plain(graph)
    for _source, _target, identity, data in plain.edges(keys=True, data=True):
        data["id"], data["label"] = identity, data["kind"].replace("_", " ")
        if "first" in data:
            data["start"], data["end"] = data["first"], data["last"]
    written = BytesIO()
    nx.write_gexf(plain, written, version=_VERSION)
    root = ElementTree.fromstring(written.getvalue())
    _drop_attribute(root.find(f"{{{_NAMESPACE}}}meta"), "lastmodifieddate")
    _drop_attribute(root.find(f"{{{_NAMESPACE}}}graph"), "name")  # networkx writes it, GEXF does not know it
    _drop_key(root)
    ElementTree.register_namespace("", _NAMESPACE)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def parse_gexf(document: str) -> nx.MultiDiGraph:
    """The network of a document that `generate_gexf` wrote."""
    return from_plain(nx.read_gexf(BytesIO(document.encode())))


def _drop_key(root: ElementTree.Element) -> None:
    """Take out the column of networkx's edge keys, which says once more what the edges' ids say."""
    space = {"": _NAMESPACE}
    for column in root.findall(".//attributes/attribute[@title='networkx_key']/..", space):
        key = next(child for child in column if child.get("title") == "networkx_key")
        column.remove(key)
        for values in root.findall(".//edge/attvalues", space):
            for value in [value for value in values if value.get("for") == key.get("id")]:
                values.remove(value)


def _drop_attribute(element: ElementTree.Element | None, name: str) -> None:
    if element is not None:
        element.attrib.pop(name, None)
