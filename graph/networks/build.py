"""From stored quotations to a network."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import networkx as nx

from graph.networks.kinds import DEFAULT, KINDS, kind_of
from graph.networks.wording import describe
from quotes.store import End, Link, Selection, Store


def build(
    store: Store, kind: str = DEFAULT, selection: Selection | None = None, *, group_unnamed: bool = False
) -> nx.DiGraph | nx.Graph:
    """The network of that kind of what is selected, else of all quotations in the store.

    `graph.attributes` says what it carries. People are those of the registry; an unnamed source is a node of its
    article's own, or with `group_unnamed` one for all of the same class of descriptor ("spokesperson", "insider") and
    affiliation. Raises UsageError for an unknown kind, and StoreError.

    >>> import graph
    >>> from quotes.store import open_store
    >>> graph.build(open_store("sqlite://")).graph["title"]
    'who is quoted where'
    """
    chosen = kind_of(kind)
    asked = selection or Selection()
    shape = KINDS[chosen]
    network = (nx.DiGraph if shape.directed else nx.Graph)()
    keys: dict[int, str] = {}
    with _nothing_collected():
        for row in store.network(chosen, asked, group_unnamed=group_unnamed):
            if isinstance(row, End):
                keys[row.key] = row.id
                network.add_node(row.id, **_node(row))
            else:
                network.add_edge(keys[row.source], keys[row.target], **_edge(row))
    counted = store.count(asked)[()]
    network.graph |= {
        "kind": chosen, "title": shape.title, "selection": describe(asked),
        "quotations": counted["quotations"].total, "articles": store.extent(asked).articles,
    }  # fmt: skip
    return network


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Python looks for garbage in cycles whenever there are many more objects. A large network is millions of them, all
    of which stay; looking through them again and again takes a quarter of the time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _node(end: End) -> dict[str, Any]:
    side = end.kind if end.kind in ("outlet", "article") else "speaker"
    data: dict[str, Any] = {"kind": end.kind, "label": end.label, "side": side}
    for name in ("role", "affiliation", "article"):
        if value := getattr(end, name):
            data[name] = value
    if side == "speaker":
        data["anonymous"] = end.anonymous
    data |= {"quotations": end.quotations, "words": end.words, "articles": end.articles}
    if end.reports:
        data["reports"] = end.reports
    if side == "outlet":
        data |= {"relayed": end.relayed, "received": end.received, "received_words": end.received_words}
    if end.first is not None:
        data |= {"first": end.first, "last": end.last}
    return data


def _edge(link: Link) -> dict[str, Any]:
    data: dict[str, Any] = {"weight": link.weight, "words": link.words, "articles": len(link.articles)}
    if link.reports:
        data["reports"] = link.reports
    if link.first is not None:
        data |= {"first": link.first, "last": link.last}
    data |= {"anonymous": link.anonymous / link.weight, "confidence": round(link.confidence, 4)}
    if link.relations:
        data["relations"] = link.relations
    data |= {"evidence": link.evidence, "article_ids": link.articles}
    return data
