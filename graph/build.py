"""From stored quotations to the network."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import networkx as nx

from quotes.domain import identify
from quotes.store import Selection, Store, Utterance, outlet_id

_QUOTATION_EDGES = ("quoted_by", "via", "relayed_by")
_REPORT_EDGES = ("reported_by", "report_via", "report_relayed_by")


@dataclass(slots=True)
class _Node:
    kind: str
    labels: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    affiliations: Counter[str] = field(default_factory=Counter)
    quotations: set[str] = field(default_factory=set)
    relayed: set[str] = field(default_factory=set)
    reports: set[str] = field(default_factory=set)
    fixed: dict[str, Any] = field(default_factory=dict)

    def attributes(self) -> dict[str, Any]:
        counted = {"label": self.labels, "role": self.roles, "affiliation": self.affiliations}
        chosen = {name: counter.most_common(1)[0][0] for name, counter in counted.items() if counter}
        relayed = {"relayed": len(self.relayed)} if self.kind == "outlet" else {}
        reports = {"reports": len(self.reports)} if self.reports else {}
        return {"kind": self.kind, **chosen, **self.fixed, "quotations": len(self.quotations), **relayed, **reports}

    def count(self, said: Utterance) -> None:
        (self.reports if said.reported else self.quotations).add(said.whole)


@dataclass(slots=True)
class _Edge:
    quotations: set[str] = field(default_factory=set)
    dates: set[date] = field(default_factory=set)
    relations: set[str] = field(default_factory=set)
    articles: dict[str, None] = field(default_factory=dict)
    evidence: dict[str, None] = field(default_factory=dict)

    def attributes(self) -> dict[str, Any]:
        dates = {"first": min(self.dates).isoformat(), "last": max(self.dates).isoformat()} if self.dates else {}
        relations = {"relations": sorted(self.relations)} if self.relations else {}
        proof = {"articles": list(self.articles), "evidence": list(self.evidence)}
        return {"weight": len(self.quotations), **dates, **relations, **proof}


def build_graph(store: Store, selection: Selection | None = None, *, indirect: bool = False) -> nx.MultiDiGraph:
    """The network of what is selected, else of all quotations in the store, and of indirect speech if asked for; may
    raise StoreError."""
    return graph_of(store.utterances(selection or Selection(indirect=indirect)))


def graph_of(utterances: Iterable[Utterance]) -> nx.MultiDiGraph:
    """The network that the quotations make, as `graph.attributes` describes it.

    A speaker is a person of the registry; one without a name is a node of its article's own. A quotation whose speaker
    is unknown, or nobody but a pronoun, counts for the outlets that published it and makes no edge. Of names, roles and
    affiliations that are used equally often, the first in order of the utterances is shown.
    """
    nodes: dict[str, _Node] = {}
    edges: dict[tuple[str, str, str], _Edge] = {}
    for said in utterances:
        quoted_by, came_via, relayed_by = _REPORT_EDGES if said.reported else _QUOTATION_EDGES
        publisher = _add_publisher(nodes, said)
        if said.person_id is None or said.is_nobody:
            continue
        speaker = _add_speaker(nodes, said)
        _add_edge(edges, speaker, publisher, quoted_by, said)
        for via in said.via:
            relay = _add_outlet(nodes, via.name)
            if relay == publisher:  # told it by itself, which is what the edge above says
                continue
            if not said.reported:
                nodes[relay].relayed.add(said.whole)
            _add_edge(edges, speaker, relay, came_via, said, via.relation)
            _add_edge(edges, relay, publisher, relayed_by, said, via.relation)
    graph = nx.MultiDiGraph()
    graph.add_nodes_from((node, tally.attributes()) for node, tally in nodes.items())
    graph.add_edges_from((*ends_and_kind, tally.attributes()) for ends_and_kind, tally in edges.items())
    return graph


def _add_speaker(nodes: dict[str, _Node], said: Utterance) -> str:
    identity = f"speaker:{said.person_id}"
    node = nodes.setdefault(identity, _Node(said.kind or "narrator"))
    node.labels[said.called] += 1
    node.roles.update([said.role] if said.role else [])
    node.affiliations.update([said.affiliation] if said.affiliation else [])
    node.count(said)
    node.fixed["anonymous"] = node.fixed.get("anonymous", False) or said.anonymous
    if said.name is None:
        node.fixed["article"] = said.article_id
    return identity


def _add_publisher(nodes: dict[str, _Node], said: Utterance) -> str:
    if said.outlet is not None:
        identity = _add_outlet(nodes, said.outlet)
    else:
        identity = f"article:{identify('article', said.article_id)}"
        article = nodes.setdefault(identity, _Node("article", fixed={"article": said.article_id}))
        article.labels[said.title or said.article_id] += 1
    nodes[identity].count(said)
    return identity


def _add_outlet(nodes: dict[str, _Node], name: str) -> str:
    identity = f"outlet:{outlet_id(name)}"
    nodes.setdefault(identity, _Node("outlet")).labels[name] += 1
    return identity


def _add_edge(
    edges: dict[tuple[str, str, str], _Edge],
    source: str,
    target: str,
    kind: str,
    said: Utterance,
    relation: str | None = None,
) -> None:
    edge = edges.setdefault((source, target, kind), _Edge())
    edge.quotations.add(said.whole)
    edge.evidence[said.quotation_id] = None
    edge.articles[said.article_id] = None
    if said.published is not None:
        edge.dates.add(said.published)
    if relation is not None:
        edge.relations.add(relation)
