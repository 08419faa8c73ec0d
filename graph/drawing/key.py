"""What the legend of a network says: kinds or communities, what sizes and widths mean, where arrows lead."""

from typing import Any

import networkx as nx

from graph.drawing.captions import ARROWS, WEIGHTS
from graph.drawing.edges import line_width
from graph.drawing.legend import Entry, arrow_entry, line_entry, mark_entry
from graph.drawing.nodes import KIND_WORDS, Mark, look
from graph.drawing.words import shorten
from graph.layout.colours import COMMUNITIES, KINDS, OTHER, ColorBy, largest_communities

_RADIUS = 4.2  # of a mark, in points


def entries_of(graph: "nx.Graph[Any]", color_by: ColorBy) -> list[Entry]:
    """Only what the network has."""
    entries: dict[str, Entry] = {}
    kinds = {data.get("kind", "") for _node, data in graph.nodes(data=True)}
    for kind, words in KIND_WORDS.items():
        if kind in kinds and words not in entries:
            shape, hollow = look(kind)
            colour = KINDS[kind] if color_by == "kind" else OTHER
            entries[words] = mark_entry(Mark(0, 0, _RADIUS, colour, shape, hollow), words)
    listed = list(entries.values())
    if color_by == "community":
        listed += _communities(graph)
    counted = WEIGHTS.get(graph.graph.get("kind", ""), "quotations")
    heaviest = max(weight for *_ends, weight in graph.edges(data="weight", default=1))
    if heaviest > 1:
        widths = [line_width(weight, heaviest, graph.number_of_edges()) for weight in (1, heaviest)]
        listed.append(line_entry(widths, f"1 and {heaviest:,} {counted}; larger marks have more"))
    if graph.graph.get("kind") in ARROWS:
        listed.append(arrow_entry(ARROWS[graph.graph["kind"]]))
    return listed


def _communities(graph: "nx.Graph[Any]") -> list[Entry]:
    names = {
        data["community"]: data.get("community_name", f"community {data['community']}")
        for _node, data in graph.nodes(data=True)
        if "community" in data
    }
    order = largest_communities(graph)
    listed = [
        mark_entry(Mark(0, 0, _RADIUS, colour), shorten(str(names[community]), 40))
        for community, colour in zip(order, COMMUNITIES, strict=False)
    ]
    more = len(names) - len(listed)
    return [*listed, mark_entry(Mark(0, 0, _RADIUS, OTHER), f"{more} smaller ones")] if more > 0 else listed
