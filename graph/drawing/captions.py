"""What a picture says of itself: a title, what was selected, what is shown of it, and where it comes from."""

from dataclasses import dataclass
from typing import Any

import networkx as nx

from graph.drawing.thin import Drawn
from graph.drawing.words import clean, shorten

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
MONTHS = (*_MONTHS, "November", "December")

ARROWS = {  # what an arrow means; of the other kinds the direction says nothing that the marks do not
    "relay": "from whose words they are to who published them",
    "about": "from who speaks to who is spoken of",
    "within": "from who quotes to who is quoted",
}
NODES = {
    "speaker-outlet": "sources and outlets",
    "relay": "outlets and agencies",
    "about": "speakers and those they speak of",
    "co-quoted": "sources",
    "article-speaker": "sources and articles",
    "within": "speakers",
}
WEIGHTS = {"co-quoted": "articles"}  # what the weight of an edge counts, if not quotations


@dataclass(frozen=True, slots=True)
class Captions:
    title: str
    subtitle: str
    source: str


def captions(drawn: Drawn, store: str = "") -> Captions:
    """Of the network as it was before it was thinned."""
    about = drawn.graph.graph
    selection = clean(about.get("selection", "")) or "all that is stored"
    if about.get("around"):
        near = f"within {_count(about.get('steps', 1), 'step')} of {shorten(about['around'], 60)}"
        selection = f"{near}, {selection}" if about.get("selection") else near
    title = clean(about.get("title", "")) or "the network"
    return Captions(capital(title), f"{capital(shorten(selection, 160))}. {_shown(drawn)}", _source(drawn, store))


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _shown(drawn: Drawn) -> str:
    nodes, edges = len(drawn.graph), drawn.graph.number_of_edges()
    noun = NODES.get(drawn.graph.graph.get("kind", ""), "nodes")
    whole = nodes == drawn.all_nodes
    what = f"All {nodes:,} {noun}" if whole else f"The {nodes:,} most quoted of {drawn.all_nodes:,} {noun}"
    if nodes < drawn.all_nodes or edges < drawn.all_edges:
        return f"{what}, {edges:,} of {drawn.all_edges:,} links."
    return f"{what}, {_count(edges, 'link')}."


def _source(drawn: Drawn, store: str) -> str:
    about = drawn.graph.graph
    counts = ", ".join(_count(about[name], name[:-1]) for name in ("articles", "quotations") if about.get(name))
    parts = [f"Source: {store}" if store else "", counts, period(drawn.graph)]
    if drawn.alpha is not None:
        some = f"of {drawn.between:,} " if drawn.between is not None else ""
        more = ", and the heaviest of each node" if drawn.between is not None else ""
        parts.append(f"links: {some}the backbone, α = {drawn.alpha:g}{more}")
    return " · ".join(filter(None, parts))


def period(graph: "nx.Graph[Any]") -> str:
    """From the first to the last date on the edges, in words; empty where none is dated."""
    firsts = [data["first"] for *_ends, data in graph.edges(data=True) if "first" in data]
    lasts = [data["last"] for *_ends, data in graph.edges(data=True) if "last" in data]
    if not firsts or not lasts:
        return ""
    first, last = in_words(min(firsts)), in_words(max(lasts))
    return first if first == last else f"{first} to {last}"


def in_words(day: str) -> str:
    """
    >>> in_words("2020-01-09")
    '9 January 2020'
    """
    year, month, date = day[:10].split("-")
    return f"{int(date)} {MONTHS[int(month) - 1]} {year}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
