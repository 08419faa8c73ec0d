"""Two tables of CSV, nodes and edges, whose columns Gephi knows: Id and Label, Source, Target, Type and Weight.

One line a pair, since Gephi sums parallel edges. Truth values are true and false, lists are JSON, what is lacking is
an empty cell; a carriage return is an escape (see `graph.formats.text`), since csv does not quote it. Gephi computes
nothing, but people open such tables in programs that do: text that would be a formula there gets an apostrophe before
it, in Gephi too, and `parse_tables` takes it away.

https://docs.gephi.org/desktop/User_Manual/Import/CSV/
"""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

import networkx as nx

from graph.attributes import EDGE_ATTRIBUTES, NODE_ATTRIBUTES
from graph.formats.plain import Plain, columns, from_plain, from_text, to_plain, to_text
from graph.formats.text import escape_also, unescape
from quotes.spreadsheet import harmless

_NODE_NAMES = {"label": "Label"}
_EDGE_NAMES = {"weight": "Weight"}


def generate_nodes(network: nx.Graph) -> Iterator[str]:
    """The table of nodes."""
    names = columns(data for _, data in network.nodes(data=True))
    order = ["label", *(name for name in names if name != "label")]
    yield row("Id", *(_NODE_NAMES.get(name, name) for name in order))
    for node, data in network.nodes(data=True):
        yield row(str(node), *cells({"label": str(node)} | dict(data), order))


def generate_edges(network: nx.Graph) -> Iterator[str]:
    """The table of edges."""
    names = columns(data for *_, data in network.edges(data=True))
    order = ["weight", *(name for name in names if name != "weight")]
    direction = "Directed" if network.is_directed() else "Undirected"
    yield row("Source", "Target", "Type", *(_EDGE_NAMES.get(name, name) for name in order))
    for source, target, data in network.edges(data=True):
        yield row(str(source), str(target), direction, *cells(data, order))


def parse_tables(nodes: str, edges: str) -> nx.Graph:
    """The network of both tables; raises ValueError or KeyError for what is none."""
    lines = list(csv.DictReader(io.StringIO(edges, newline="")))
    undirected = any(line["Type"] == "Undirected" for line in lines)
    network: nx.Graph = nx.Graph() if undirected else nx.DiGraph()
    for line in csv.DictReader(io.StringIO(nodes, newline="")):
        network.add_node(unescape(line.pop("Id")), **_read(line, NODE_ATTRIBUTES))
    for line in lines:
        del line["Type"]
        source, target = unescape(line.pop("Source")), unescape(line.pop("Target"))
        network.add_edge(source, target, **_read(line, EDGE_ATTRIBUTES))
    return network


def row(*values: str) -> str:
    """A line of CSV."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(values)
    return line.getvalue()


def cells(data: Mapping[str, Any], order: list[str]) -> Iterator[str]:
    for name in order:
        value = to_plain(data.get(name))
        text = "" if value is None else escape_also(to_text(value), "\r")
        yield f"'{text}" if isinstance(value, str) and _is_computed(text) else text


def _is_computed(text: str) -> bool:
    """Whether a spreadsheet program finds a formula in it, or would if it lost apostrophes before it.

    >>> _is_computed("=A1"), _is_computed("''=A1"), _is_computed("'Tis")
    (True, True, False)
    """
    bare = text.lstrip("'")
    return harmless(bare) != bare


def _read(line: Mapping[str, str], kinds: Mapping[str, type]) -> dict[str, Any]:
    names = {shown: name for name, shown in (_NODE_NAMES | _EDGE_NAMES).items()}
    data = {names.get(shown, shown): text for shown, text in line.items() if text}
    return {name: from_plain(name, _read_cell(kinds.get(name), text)) for name, text in data.items()}


def _read_cell(kind: type | None, text: str) -> Plain:
    if text.startswith("'") and _is_computed(text):
        return unescape(text[1:])
    return _value(kind, unescape(text))


def _value(kind: type | None, text: str) -> Plain:
    """A cell as its attribute's kind; of measures and others, whose kind is not told, a number if it is one."""
    if kind in (str, list):
        return text
    for guess in (kind,) if kind else (int, float):
        try:
            return from_text(guess, text)
        except ValueError:
            continue
    return text
