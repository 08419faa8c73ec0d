"""Taking measures of a network: `measure` gives tables, `annotate` writes what nodes have into the network."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np

from graph.measures import definitions, outlets, whole
from graph.measures.definitions import Definition, TableName
from graph.measures.engines import EngineName
from graph.measures.nodes import iter_node_columns
from graph.measures.tables import Table, from_columns
from graph.measures.taking import Taking
from graph.measures.ties import communities_table, ties_table


@dataclass(frozen=True, slots=True)
class Measures:
    """Tables, of which those that nothing was asked of are empty, with the words for their columns.

    `notes` say what a reader has to know of how these values came about: samples, seeds, what was left out.
    """

    network: Table
    nodes: Table
    communities: Table
    outlets: Table
    pairs: Table
    ties: Table
    definitions: tuple[Definition, ...]
    notes: tuple[str, ...] = ()

    def __getitem__(self, name: TableName) -> Table:
        table: Table = getattr(self, name)
        return table

    def __iter__(self) -> Iterator[Table]:
        """Those that hold anything."""
        return (self[name] for name in definitions.TABLES if len(self[name]))


def measure(
    network: nx.Graph,
    *names: str,
    seed: int = 0,
    exact: bool | None = None,
    engine: EngineName | None = None,
) -> Measures:
    """These measures of a network, all that suit its kind if none is named; `graph.measures.definitions` has them.

    Chance begins from `seed`. `exact` betweenness takes long in large networks and is estimated there unless this says
    otherwise. Raises UsageError for unknown measures, and for those that this kind of network does not have.

    >>> network = nx.DiGraph(kind="speaker-outlet")
    >>> network.add_node("speaker:1", kind="person", side="speaker", label="Ann Lee")
    >>> network.add_node("outlet:1", kind="outlet", side="outlet", label="The Example")
    >>> network.add_edge("speaker:1", "outlet:1", weight=3)
    >>> list(measure(network, "strength").nodes)[0]
    {'id': 'speaker:1', 'label': 'Ann Lee', 'kind': 'person', 'side': 'speaker', 'strength': 3}
    """
    asked = definitions.choose(names, str(network.graph.get("kind", "")))
    taking = Taking(network, seed=seed, exact=exact, engine=engine)
    made = {name: _TABLES[name](taking, [one for one in asked if name in one.tables]) for name in definitions.TABLES}
    return Measures(**made, definitions=asked, notes=tuple(taking.notes))


def annotate(network: nx.Graph, *names: str, **options: Any) -> Measures:
    """Take measures and write them into the network as attributes of its nodes, ties and outlets; options as above.

    A community has its name beside its number, as community_name. What cannot be measured of a node is absent.
    """
    found = measure(network, *names, **options)
    for row in found.nodes:
        network.nodes[row["id"]].update(_values(row, "id", "label", "kind", "side"))
    if "community" in found.nodes.columns:
        named = dict(zip(found.communities["community"], found.communities["name"], strict=True))
        for row in found.nodes:  # who is alone in a community is its name
            network.nodes[row["id"]]["community_name"] = named.get(row["community"], row["label"])
    for row in found.outlets:
        network.nodes[row["id"]].update(_values(row, "id", "label"))
    for row in found.ties:
        network.edges[row["source"], row["target"]].update(_values(row, "source", "target", "one", "other"))
    return found


def _values(row: Mapping[str, Any], *but: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in but and value is not None}


def _nodes_table(taking: Taking, asked: list[Definition]) -> Table:
    columns = dict(iter_node_columns(taking, asked))
    if not columns:
        return Table("nodes", ())
    order = np.lexsort([taking.label_order, *(_falling(name, columns[name]) for name in reversed(columns))])
    told = {"id": taking.indexed.nodes, "label": taking.labels, "kind": taking.kinds, "side": taking.sides}
    arranged = {name: [values[place] for place in order] for name, values in told.items()}
    return from_columns("nodes", arranged | {name: values[order] for name, values in columns.items()})


def _falling(name: str, values: Any) -> Any:
    """Values by which a table begins with the highest, and with community 1."""
    return values if name == "community" else -values


_TABLES: Mapping[TableName, Callable[[Taking, list[Definition]], Table]] = {
    "network": whole.network_table,
    "nodes": _nodes_table,
    "communities": communities_table,
    "outlets": outlets.outlets_table,
    "pairs": outlets.pairs_table,
    "ties": ties_table,
}
