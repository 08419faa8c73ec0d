"""A sequence of networks as one dynamic GEXF, for Gephi's timeline.

A node or an edge has a spell for each run of periods that have it. Numbers change with time, a value a period, the
weight of edges too; of text the last period's is shown, lists are joined, and what is true in one period is true.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import networkx as nx

from graph.formats.gexf import (
    EDGE_SHOWN,
    NODE_SHOWN,
    generate_columns,
    generate_head,
    open_edge,
    open_node,
    spell,
    values,
    viz,
)
from graph.formats.plain import columns, to_plain
from graph.formats.xml import quote
from graph.periods import Period

_FIXED = {"x", "y", "size", "color"}  # a node stays where it is


@dataclass(slots=True)
class _Element:
    """A node or an edge over all periods: what it has in each, by the number of the period."""

    data: dict[int, Mapping[str, Any]] = field(default_factory=dict)

    def fixed(self, numbers: Iterable[str]) -> dict[str, Any]:
        """What does not change with time."""
        merged: dict[str, Any] = {}
        for data in self.data.values():
            for name, value in data.items():
                if name in merged:
                    merged[name] = _merge(name, merged[name], value)
                elif name not in numbers:
                    merged[name] = value
        return merged


def generate_gexf_periods(slices: Sequence[tuple[Period, nx.Graph]]) -> Iterator[str]:
    """The lines of a GEXF document; periods in order of time, which do not overlap. Raises ValueError for none."""
    if not slices:
        raise ValueError("a sequence needs a network")
    periods = [period for period, _ in slices]
    nodes, edges = _gather(network for _, network in slices)
    changing_nodes, fixed_nodes = _split(nodes.values(), NODE_SHOWN)
    changing_edges, fixed_edges = _split(edges.values(), ())
    yield from generate_head(slices[-1][1], dynamic=True)
    yield from generate_columns("node", fixed_nodes, NODE_SHOWN)
    yield from generate_columns("node", changing_nodes, (), "dynamic")
    yield from generate_columns("edge", fixed_edges, EDGE_SHOWN)
    yield from generate_columns("edge", changing_edges, (), "dynamic")
    yield f'<nodes count="{len(nodes)}">\n'
    for node, element in nodes.items():
        data = element.fixed(changing_nodes)
        inner = _values(element, periods, changing_nodes, values(data, NODE_SHOWN))
        yield f"{open_node(node, data)}{inner}{_spells(element, periods)}{viz(data)}</node>\n"
    yield f'</nodes>\n<edges count="{len(edges)}">\n'
    for number, ((source, target), element) in enumerate(edges.items()):
        data = element.fixed(changing_edges)
        inner = _values(element, periods, changing_edges, values(data, ()))
        yield f"{open_edge(number, source, target, {})}{inner}{_spells(element, periods)}</edge>\n"
    yield "</edges>\n</graph>\n</gexf>\n"


def _gather(networks: Iterable[nx.Graph]) -> tuple[dict[Any, _Element], dict[tuple[Any, Any], _Element]]:
    nodes: dict[Any, _Element] = {}
    edges: dict[tuple[Any, Any], _Element] = {}
    for number, network in enumerate(networks):
        for node, data in network.nodes(data=True):
            nodes.setdefault(node, _Element()).data[number] = data
        for source, target, data in network.edges(data=True):
            ends = (source, target) if network.is_directed() or (target, source) not in edges else (target, source)
            edges.setdefault(ends, _Element()).data[number] = data
    return nodes, edges


def _split(elements: Iterable[_Element], shown: Iterable[str]) -> tuple[dict[str, type], dict[str, type]]:
    """Columns that change with time, and the others."""
    kinds = columns(data for element in elements for data in element.data.values())
    changing: dict[str, type] = {
        name: kind for name, kind in kinds.items() if kind in (int, float) and name not in _FIXED and name not in shown
    }
    return changing, {name: kind for name, kind in kinds.items() if name not in changing}


def _values(element: _Element, periods: Sequence[Period], changing: Iterable[str], fixed: str) -> str:
    timed = "".join(
        f"<attvalue for={quote(name)} value={quote(value)} {_interval(periods[number], periods[number])}/>"
        for name in changing
        for number, data in element.data.items()
        if (value := to_plain(data.get(name))) is not None
    )
    inner = fixed.removeprefix("<attvalues>").removesuffix("</attvalues>") + timed
    return f"<attvalues>{inner}</attvalues>" if inner else ""


def _spells(element: _Element, periods: Sequence[Period]) -> str:
    runs: list[tuple[Period, Period]] = []
    for number in element.data:
        period = periods[number]
        if runs and runs[-1][1].last + timedelta(days=1) == period.first:
            runs[-1] = (runs[-1][0], period)
        else:
            runs.append((period, period))
    return "<spells>" + "".join(f"<spell {_interval(*run)}/>" for run in runs) + "</spells>"


def _interval(since: Period, until: Period) -> str:
    return spell(since.first.isoformat(), until.last.isoformat())


def _merge(name: str, before: Any, now: Any) -> Any:
    if isinstance(now, list) and isinstance(before, list):
        return list(dict.fromkeys([*before, *now]))
    if isinstance(now, bool):
        return before or now
    return min(before, now) if name == "first" else now
