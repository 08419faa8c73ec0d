"""From stored quotations to the network."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import networkx as nx

from quotes.domain import identify
from quotes.store import QuotationRecord, Store, outlet_id

_KINDS = {"named_person": "person", "named_organization": "organization"}  # else the source type itself
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

    def count(self, record: QuotationRecord) -> None:
        (self.reports if record.kind == "indirect" else self.quotations).add(_whole(record))


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


def build_graph(store: Store, *, indirect: bool = False) -> nx.MultiDiGraph:
    """The network of all quotations in the store, and of indirect speech if asked for; may raise StoreError."""
    return graph_of(store.records(indirect=indirect))


def graph_of(records: Iterable[QuotationRecord]) -> nx.MultiDiGraph:
    """The network that the quotations make, as `graph.attributes` describes it.

    Named speakers are one node each whatever the article, unnamed ones one node an article. A quotation whose speaker
    is unknown counts for the outlet that published it and makes no edge. Of names that are used equally often, the
    first in order of the records is shown.
    """
    nodes: dict[str, _Node] = {}
    edges: dict[tuple[str, str, str], _Edge] = {}
    for record in records:
        quoted_by, came_via, relayed_by = _REPORT_EDGES if record.kind == "indirect" else _QUOTATION_EDGES
        publisher = _add_publisher(nodes, record)
        if record.speaker_id is None:
            continue
        speaker = _add_speaker(nodes, record)
        _add_edge(edges, speaker, publisher, quoted_by, record)
        for via in record.via:
            relay = _add_outlet(nodes, via.name)
            if record.kind != "indirect":
                nodes[relay].relayed.add(_whole(record))
            _add_edge(edges, speaker, relay, came_via, record, via.relation)
            if relay != publisher:
                _add_edge(edges, relay, publisher, relayed_by, record, via.relation)
    graph = nx.MultiDiGraph()
    graph.add_nodes_from((node, tally.attributes()) for node, tally in nodes.items())
    graph.add_edges_from((*ends_and_kind, tally.attributes()) for ends_and_kind, tally in edges.items())
    return graph


def _add_speaker(nodes: dict[str, _Node], record: QuotationRecord) -> str:
    kind = record.source_type or "narrator"
    identity = f"speaker:{record.speaker_id}"
    node = nodes.setdefault(identity, _Node(_KINDS.get(kind, kind)))
    node.labels[record.speaker or record.descriptor or kind.replace("_", " ")] += 1
    node.roles.update([record.role] if record.role else [])
    node.affiliations.update([record.affiliation] if record.affiliation else [])
    node.count(record)
    node.fixed["anonymous"] = node.fixed.get("anonymous", False) or record.anonymous
    if record.speaker is None:
        node.fixed["article"] = record.article_id
    return identity


def _add_publisher(nodes: dict[str, _Node], record: QuotationRecord) -> str:
    if record.outlet is not None:
        identity = _add_outlet(nodes, record.outlet)
    else:
        identity = f"article:{identify('article', record.article_id)}"
        article = nodes.setdefault(identity, _Node("article", fixed={"article": record.article_id}))
        article.labels[record.title or record.article_id] += 1
    nodes[identity].count(record)
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
    record: QuotationRecord,
    relation: str | None = None,
) -> None:
    edge = edges.setdefault((source, target, kind), _Edge())
    edge.quotations.add(_whole(record))
    edge.evidence[record.id] = None
    edge.articles[record.article_id] = None
    if record.published is not None:
        edge.dates.add(record.published)
    if relation is not None:
        edge.relations.add(relation)


def _whole(record: QuotationRecord) -> str:
    """One name for all stretches of a quotation over several paragraphs."""
    return record.id if record.group is None else f"{record.article_id} {record.group}"
