"""What passes between the nodes of a directed network, and the parts of a circle that it takes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np

from graph.drawing.words import clean

REST = "the others"
_GAP = 0.035  # radians between two parts of the circle


@dataclass(frozen=True, slots=True)
class Flow:
    source: str
    target: str
    amount: int


@dataclass(frozen=True, slots=True)
class Arc:
    """A part of the circle, in radians clockwise from the top."""

    start: float
    end: float

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2


def flows_of(graph: "nx.DiGraph[Any]", most: int) -> tuple[list[Flow], dict[str, str], int]:
    """Flows between the `most` strongest nodes and the others as one; names of these nodes; how many the others are.

    What passes among the others is left out, and so are loops.
    """
    strength: Counter[str] = Counter(dict.fromkeys(graph, 0))
    for source, target, weight in graph.edges(data="weight", default=1):
        if source != target:
            strength.update({source: weight, target: weight})
    ranked = sorted((node for node in strength if strength[node] > 0), key=lambda node: (-strength[node], str(node)))
    kept = set(ranked if len(ranked) <= most else ranked[: most - 1])
    amounts: Counter[tuple[str, str]] = Counter()
    for source, target, weight in graph.edges(data="weight", default=1):
        one, other = (node if node in kept else REST for node in (source, target))
        if one != other:
            amounts[one, other] += weight
    names = {node: clean(str(graph.nodes[node].get("label", node))) for node in kept}
    return [Flow(*ends, amount) for ends, amount in amounts.items()], names, len(ranked) - len(kept)


def order_of(flows: Sequence[Flow]) -> list[str]:
    """Nodes so that those who exchange most stand beside each other, the others last."""
    tie: Counter[frozenset[str]] = Counter()
    total: Counter[str] = Counter()
    for flow in flows:
        tie[frozenset((flow.source, flow.target))] += flow.amount
        total.update({flow.source: flow.amount, flow.target: flow.amount})
    waiting = sorted((node for node in total if node != REST), key=lambda node: (-total[node], node))
    ordered = waiting[:1]
    del waiting[:1]
    while waiting:
        following = max(waiting, key=lambda node: tie[frozenset((ordered[-1], node))])
        waiting.remove(following)
        ordered.append(following)
    return [*ordered, *([REST] if REST in total else [])]


def arcs_of(order: Sequence[str], flows: Sequence[Flow]) -> tuple[dict[str, Arc], dict[tuple[str, str, str], Arc]]:
    """The part of the circle of each node, and within it of each (node, source, target): first what goes, then what
    comes."""
    amount: Counter[str] = Counter()
    for flow in flows:
        amount.update({flow.source: flow.amount, flow.target: flow.amount})
    unit = (2 * np.pi - _GAP * len(order)) / sum(amount.values())
    place = {node: number for number, node in enumerate(order)}
    nodes, ends = {}, {}
    at = _GAP / 2
    for node in order:
        nodes[node] = Arc(at, at + amount[node] * unit)
        going = [flow for flow in flows if flow.source == node]
        coming = [flow for flow in flows if flow.target == node]

        def way(other: str, node: str = node) -> int:
            return -((place[other] - place[node]) % len(order))

        ordered = sorted(going, key=lambda flow: way(flow.target)) + sorted(coming, key=lambda flow: way(flow.source))
        for flow in ordered:
            wide = flow.amount * unit
            ends[node, flow.source, flow.target] = Arc(at, at + wide)
            at += wide
        at += _GAP
    return nodes, ends
