"""What the nodes and edges of the network carry, and how it is put into files that know plain values only.

Nodes are speakers, the outlets that published their words or passed them on, and, where an article names no outlet,
the article. The key of an edge is its kind:

    quoted_by     speaker → the outlet that published the words
    via           speaker → another outlet or agency that the words came through
    relayed_by    that outlet or agency → the outlet that published them

Indirect speech, where it was asked for, has edges of its own between the same nodes: reported_by, report_via and
report_relayed_by. Reports that were not made ("did not say", "will say") have none.

An attribute that a node or an edge lacks is absent, never None or empty.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

import networkx as nx

Plain = str | int | bool

NODE_ATTRIBUTES: dict[str, type] = {
    "kind": str,  # person, organization, unnamed_person, unnamed_group, document, narrator, outlet, article
    "label": str,  # a person's name in the registry, an unnamed source's descriptor, an outlet's or an article's name
    "role": str,  # the one that articles give most
    "affiliation": str,  # likewise
    "article": str,  # id of the article that an unnamed source, or a node that is an article, belongs to
    "anonymous": bool,  # speakers: whether any of their quotations rests on an identity withheld
    "quotations": int,  # speakers: theirs; outlets and articles: all that they published
    "relayed": int,  # outlets: quotations that came through them
    "reports": int,  # like quotations, of indirect speech; absent where there is none
}
EDGE_ATTRIBUTES: dict[str, type] = {
    "weight": int,  # how many quotations; one over several paragraphs, or in several articles, counts once
    "first": str,  # ISO date of the earliest dated article, and of the latest
    "last": str,
    "relations": list,  # how the articles word it: "told", "according to"
    "articles": list,  # ids of the articles
    "evidence": list,  # ids of the quotations that prove the edge
}
_KIND = "kind"  # of an edge: its key, which not every format keeps

# What XML cannot hold or would change, and the backslash that marks what stands for it.
_UNSAFE = re.compile(r"[\\\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"\\(?:u([0-9a-f]{4})|\\)")


def to_plain(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """The same network with text, numbers and truth values only: lists as JSON, and safe for XML.

    Its edges are keyed e0, e1, … and carry their kind as an attribute.
    """
    plain = nx.MultiDiGraph()
    for node, data in graph.nodes(data=True):
        plain.add_node(node, **_to_plain(data))
    for number, (source, target, kind, data) in enumerate(graph.edges(keys=True, data=True)):
        plain.add_edge(source, target, key=f"e{number}", **{_KIND: kind}, **_to_plain(data))
    return plain


def from_plain(plain: nx.Graph) -> nx.MultiDiGraph:
    """Back from `to_plain`; attributes that are not ours are left out. Raises KeyError for an edge without kind."""
    graph = nx.MultiDiGraph()
    for node, data in plain.nodes(data=True):
        graph.add_node(node, **_from_plain(data, NODE_ATTRIBUTES))
    for source, target, data in plain.edges(data=True):
        graph.add_edge(source, target, key=data[_KIND], **_from_plain(data, EDGE_ATTRIBUTES))
    return graph


def escape(text: str) -> str:
    r"""Text that every XML file keeps.

    >>> escape("C:\\ \x00")
    'C:\\\\ \\u0000'
    """
    return _UNSAFE.sub(lambda found: "\\\\" if found[0] == "\\" else f"\\u{ord(found[0]):04x}", text)


def unescape(text: str) -> str:
    """Back from `escape`."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)) if found[1] else "\\", text)


def _to_plain(data: Mapping[str, Any]) -> dict[str, Plain]:
    plain: dict[str, Plain] = {}
    for name, value in data.items():
        text = json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value
        plain[name] = escape(text) if isinstance(text, str) else text
    return plain


def _from_plain(data: Mapping[str, Any], kinds: Mapping[str, type]) -> dict[str, Any]:
    return {name: _restore(data[name], kind) for name, kind in kinds.items() if name in data}


def _restore(value: Any, kind: type) -> Any:
    if kind is list:
        return json.loads(unescape(value))
    return unescape(value) if kind is str else kind(value)
