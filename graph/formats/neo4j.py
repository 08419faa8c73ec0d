"""Two tables of CSV for Neo4j's bulk import, whose headers say the types of the columns.

    neo4j-admin database import full neo4j --nodes=net-nodes.csv --relationships=net-edges.csv

A node's labels are Speaker, Outlet or Article and its kind (Person, UnnamedGroup); `name` is what Neo4j shows under it.
The type of a relationship comes from the kind of network. Neo4j's relationships all have a direction: that of a network
without any is by chance, to be asked for as `(a)-[r]-(b)`. Lists are arrays. Line ends, and semicolons in lists, are
written as escapes (see `graph.formats.text`), for the import would take them for separators.

https://neo4j.com/docs/operations-manual/current/import/
"""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

import networkx as nx

from graph.formats.gephi_csv import row
from graph.formats.plain import columns, from_text, to_plain, to_text
from graph.formats.text import escape_also, unescape

RELATIONSHIPS = {
    "speaker-outlet": "QUOTED_BY",
    "relay": "RELAYED_BY",
    "about": "SPOKE_OF",
    "co-quoted": "QUOTED_BESIDE",
    "article-speaker": "QUOTES",
    "within": "QUOTES",
}
_TYPES = {bool: "boolean", int: "long", float: "double", str: "string", list: "string[]"}
_DATES = {"first", "last"}
_KINDS = {name: kind for kind, name in _TYPES.items()} | {"date": str}


def generate_nodes(network: nx.Graph) -> Iterator[str]:
    """The table of nodes."""
    kinds = columns(data for _, data in network.nodes(data=True))
    kinds = {"label": str} | kinds
    yield row("id:ID", *(_header(name, kind) for name, kind in kinds.items()), ":LABEL")
    for node, data in network.nodes(data=True):
        carried = {"label": str(node)} | dict(data)
        yield row(str(node), *_cells(carried, kinds), ";".join(escape_also(label, ";\r\n") for label in _labels(data)))


def generate_edges(network: nx.Graph) -> Iterator[str]:
    """The table of relationships."""
    kinds = columns(data for *_, data in network.edges(data=True))
    relationship = RELATIONSHIPS.get(network.graph.get("kind", ""), "LINKED_TO")
    yield row(":START_ID", ":END_ID", *(_header(name, kind) for name, kind in kinds.items()), ":TYPE")
    for source, target, data in network.edges(data=True):
        yield row(str(source), str(target), *_cells(data, kinds), relationship)


def parse_tables(nodes: str, edges: str) -> nx.DiGraph:
    """The network of both tables; raises ValueError or KeyError for what is none."""
    network: nx.DiGraph = nx.DiGraph()
    for line in csv.DictReader(io.StringIO(nodes, newline="")):
        network.add_node(unescape(line["id:ID"]), **_read(line))
    for line in csv.DictReader(io.StringIO(edges, newline="")):
        network.add_edge(unescape(line[":START_ID"]), unescape(line[":END_ID"]), **_read(line))
    return network


def _header(name: str, kind: type) -> str:
    return f"{'name' if name == 'label' else name}:{'date' if name in _DATES else _TYPES[kind]}"


def _cells(data: Mapping[str, Any], kinds: Mapping[str, type]) -> Iterator[str]:
    for name, kind in kinds.items():
        value = data.get(name)
        if kind is list and value is not None:
            yield ";".join(escape_also(str(element), ";\r\n") for element in value)
        else:
            plain = to_plain(value)
            yield "" if plain is None else escape_also(to_text(plain), "\r\n")


def _labels(data: Mapping[str, Any]) -> list[str]:
    """CamelCase, without what is the same.

    >>> _labels({"side": "outlet", "kind": "outlet"}), _labels({"side": "speaker", "kind": "unnamed_group"})
    (['Outlet'], ['Speaker', 'UnnamedGroup'])
    """
    named = [data[name] for name in ("side", "kind") if name in data]
    return list(dict.fromkeys(name.replace("_", " ").title().replace(" ", "") for name in named))


def _read(line: Mapping[str, str]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for header, text in line.items():
        name, _, kind = header.partition(":")
        if not text or not name or kind == "ID":
            continue
        name = "label" if name == "name" else name
        if kind == "string[]":
            data[name] = [unescape(element) for element in text.split(";")]
        else:
            data[name] = unescape(text) if kind in ("string", "date") else from_text(_KINDS[kind], text)
    return data
