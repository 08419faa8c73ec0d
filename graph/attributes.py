"""What networks, their nodes and their edges carry, and how it is put into files that know plain values only.

A network is a networkx graph with one edge a pair, directed as things were said but where people are quoted together.
The ids of nodes are "speaker:…", "outlet:…" and "article:…" with an id of the store, and "source:…" of unnamed sources
that were grouped. What a node or an edge lacks is absent, never None or empty. Measures and layouts add attributes of
their own names, which are text, numbers or truth values.
"""

import json
import re
from collections.abc import Mapping
from typing import Any, TypeVar

import networkx as nx

Plain = str | int | float | bool
Network = TypeVar("Network", bound=nx.Graph)

GRAPH_ATTRIBUTES: dict[str, type] = {
    "kind": str,  # of network: "speaker-outlet"
    "title": str,  # "who is quoted where"
    "selection": str,  # in plain words; "" for everything
    "quotations": int,  # that were asked for, each counted once
    "articles": int,
}
NODE_ATTRIBUTES: dict[str, type] = {
    "kind": str,  # person, organization, unnamed_person, unnamed_group, document, outlet, article
    "label": str,  # a person's name in the registry, an unnamed source's descriptor, an outlet's or an article's name
    "side": str,  # speaker, outlet, article
    "role": str,  # the one that articles give most
    "affiliation": str,  # likewise
    "article": str,  # id of the article that an unnamed source, or a node that is an article, belongs to
    "anonymous": bool,  # speakers: whether any of their quotations rests on an identity withheld
    "quotations": int,  # speakers: theirs; outlets and articles: all that they published
    "words": int,  # of these
    "articles": int,  # that have them
    "reports": int,  # like quotations, of indirect speech
    "relayed": int,  # outlets: quotations that others have through them
    "received": int,  # outlets: of their quotations, those that came through others
    "received_words": int,  # the words of these
    "first": str,  # ISO date of the earliest dated article, and of the latest
    "last": str,
}
EDGE_ATTRIBUTES: dict[str, type] = {
    "weight": int,  # quotations, each counted once; of people who are quoted together, articles
    "words": int,
    "articles": int,
    "reports": int,  # how many of the weight are indirect speech
    "first": str,  # ISO date of the earliest dated article, and of the latest
    "last": str,
    "anonymous": float,  # 0 to 1: share of the weight that rests on an identity withheld
    "confidence": float,  # 0 to 1: the mean of the quotations
    "relations": list,  # how the articles word it: "told", "according to"
    "evidence": list,  # ids of the quotations that prove the edge, by date
    "article_ids": list,
}

# What XML cannot hold or would change, and the backslash that marks what stands for it.
_UNSAFE = re.compile(r"[\\\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"\\(?:u([0-9a-f]{4})|\\)")


def to_plain(network: Network) -> Network:
    """The same network with text, numbers and truth values only: lists as JSON, and safe for XML."""
    plain: Network = network.__class__(**_to_plain(network.graph))
    plain.add_nodes_from((node, _to_plain(data)) for node, data in network.nodes(data=True))
    plain.add_edges_from((source, target, _to_plain(data)) for source, target, data in network.edges(data=True))
    return plain


def from_plain(plain: Network) -> Network:
    """Back from `to_plain`."""
    network: Network = plain.__class__(**_from_plain(plain.graph, GRAPH_ATTRIBUTES))
    network.add_nodes_from((node, _from_plain(data, NODE_ATTRIBUTES)) for node, data in plain.nodes(data=True))
    network.add_edges_from(
        (source, target, _from_plain(data, EDGE_ATTRIBUTES)) for source, target, data in plain.edges(data=True)
    )
    return network


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


def _from_plain(data: Mapping[str, Any], types: Mapping[str, type]) -> dict[str, Any]:
    return {name: _restore(value, types.get(name, type(value))) for name, value in data.items()}


def _restore(value: Any, kind: type) -> Any:
    if kind is list:
        return json.loads(unescape(value))
    return unescape(value) if kind is str else kind(value)
