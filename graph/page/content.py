"""What a page knows of its network: plain values, from which its table is made and its script draws."""

import re
from collections.abc import Iterator
from typing import Any

import networkx as nx

from graph.drawing.captions import ARROWS, WEIGHTS, captions
from graph.drawing.nodes import KIND_WORDS, look
from graph.drawing.thin import Drawn
from graph.drawing.words import clean, shorten
from graph.layout.colours import COMMUNITIES, largest_communities
from graph.page.proof import Proof
from quotes.store import QuotationRecord

_NODE = ("role", "affiliation", "first", "last", "community_name")
_LABEL = 160  # letters
_TEXT = 1_500  # letters of a quotation
_WEB = re.compile(r"https?://", re.IGNORECASE)


def page_data(drawn: Drawn, proof: Proof, store: str = "") -> dict[str, Any]:
    """`nodes` by falling strength, `edges` by falling weight with the places of their ends, and their quotations."""
    graph, said = drawn.graph, captions(drawn, store)
    kind = graph.graph.get("kind", "")
    strength = dict(graph.degree(weight="weight"))
    order = sorted(graph, key=lambda node: (-strength[node], str(graph.nodes[node].get("label", "")), str(node)))
    places = {node: place for place, node in enumerate(order)}
    quotations: dict[str, int] = {}
    edges = list(_edges(graph, places, proof, quotations))
    return {
        "title": said.title, "subtitle": said.subtitle, "source": said.source, "kind": kind,
        "arrows": kind in ARROWS, "directed": graph.is_directed(), "arrow": ARROWS.get(kind, ""),
        "counted": WEIGHTS.get(kind, "quotations"),
        "nodes": [_node(node, graph.nodes[node], strength[node], graph.degree(node)) for node in order],
        "edges": sorted(edges, key=lambda edge: -edge["weight"]),
        "quotations": [_quotation(proof.quotations[found]) for found in quotations],
        "of_an_edge": proof.of_an_edge, "communities": _communities(graph),
    }  # fmt: skip


def _node(node: str, data: dict[str, Any], strength: float, links: int) -> dict[str, Any]:
    shape, hollow = look(data.get("kind", ""))
    found = {
        "id": str(node), "label": shorten(str(data.get("label", node)), _LABEL) or "(without a name)",
        "kind": KIND_WORDS.get(data.get("kind", ""), "other"), "side": data.get("side", "speaker"),
        "x": data["x"], "y": -data["y"], "size": data["size"], "color": data["color"],
        "shape": shape, "hollow": hollow, "strength": strength, "links": links,
    }  # fmt: skip
    found |= {name: shorten(str(data[name]), _LABEL) for name in _NODE if data.get(name)}
    found |= {name: data[name] for name in ("quotations", "articles", "reports", "relayed", "received") if name in data}
    return found | ({"anonymous": True} if data.get("anonymous") else {})


def _edges(
    graph: "nx.Graph[Any]", places: dict[Any, int], proof: Proof, quotations: dict[str, int]
) -> Iterator[dict[str, Any]]:
    for source, target, data in graph.edges(data=True):
        evidence = data.get("evidence", [])
        shown = [quotations.setdefault(one.id, len(quotations)) for one in proof.of(evidence)]
        found = {
            "source": places[source], "target": places[target], "weight": data.get("weight", 1),
            "proofs": len(evidence), "shown": shown,
        }  # fmt: skip
        found |= {name: data[name] for name in ("first", "last", "articles", "confidence", "anonymous") if name in data}
        if relations := [shorten(str(relation), 60) for relation in data.get("relations", [])[:6]]:
            found["relations"] = relations
        yield found


def _quotation(record: QuotationRecord) -> dict[str, Any]:
    speaker = record.person or record.speaker or record.descriptor
    words = {
        "text": shorten(record.text, _TEXT), "speaker": speaker and shorten(speaker, _LABEL),
        "title": record.title and shorten(record.title, 240), "outlet": record.outlet and clean(record.outlet),
        "date": record.published and record.published.isoformat(), "reference": clean(record.reference),
        "url": record.url if record.url and _WEB.match(record.url) else None,
        "confidence": round(record.confidence, 3), "indirect": record.kind == "indirect" or None,
    }  # fmt: skip
    return {name: value for name, value in words.items() if value is not None}


def _communities(graph: "nx.Graph[Any]") -> list[dict[str, str]]:
    """Names and colours of those that nodes are coloured by; none where kinds colour them."""
    nodes = [data for _node, data in graph.nodes(data=True) if "community" in data]
    names = {data["community"]: data.get("community_name") for data in nodes}
    chosen = dict(zip(largest_communities(graph), COMMUNITIES, strict=False))
    coloured = {data["community"]: data.get("color") for data in nodes}
    return [
        {"name": shorten(str(names[community] or f"community {community}"), 60), "color": colour}
        for community, colour in chosen.items()
        if coloured[community] == colour
    ]
