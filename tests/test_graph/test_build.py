"""What becomes a node, what becomes an edge, and what proves it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import networkx as nx
import pytest

from graph.attributes import EDGE_ATTRIBUTES, NODE_ATTRIBUTES
from graph.build import build_graph
from graph.summary import rank_nodes
from quotes.domain import ParsedArticle, Source, Via
from quotes.store import Store, open_store
from quotes.store.people.registry import Registry

Build = Callable[..., ParsedArticle]

CAMERON = Source("named_person", "David Cameron", role="British Prime Minister", affiliation="Conservatives")
OFFICE = Source("named_organization", "Foreign Office", via=(Via("the Guardian", "told"), Via("AP", "according to")))
DIPLOMAT = Source("unnamed_person", descriptor="a western diplomat", anonymous=True)
MEMO = Source("document", "Pentagon memo")


@pytest.fixture
def memory() -> Iterator[Store]:
    with open_store("sqlite://") as opened:
        yield opened


def merge_all(store: Store) -> None:
    """Let all people of the store be one."""
    registry = Registry(store)
    first, *others = list(registry.people())
    for other in others:
        registry.merge(first.id, other.id, judge_name="me", reason="the same")


def node(graph: nx.MultiDiGraph, label: str) -> str:
    (found,) = [node for node, data in graph.nodes(data=True) if data["label"] == label]
    return str(found)


def edge(graph: nx.MultiDiGraph, source: str, target: str, kind: str) -> dict[str, Any]:
    data: dict[str, Any] = graph.edges[node(graph, source), node(graph, target), kind]
    return data


def test_an_edge_carries_weight_dates_and_proof(memory: Store, build: Build) -> None:
    memory.add(build("a1", ("One", CAMERON), ("Two", CAMERON), ("Three", None)))
    memory.add(build("a2", ("Four", replace(CAMERON, role="PM")), published=date(2010, 5, 12)))
    memory.add(build("a3", ("Five", replace(CAMERON, role=None)), published=None))
    (cameron,) = memory.who("Cameron")
    graph = build_graph(memory)
    assert graph.nodes[node(graph, "David Cameron")] == {
        "kind": "person", "label": "David Cameron", "role": "British Prime Minister", "affiliation": "Conservatives",
        "anonymous": False, "quotations": 4,
    }  # fmt: skip
    assert graph.nodes[node(graph, "The Daily Example")] == {
        "kind": "outlet", "label": "The Daily Example", "quotations": 5, "relayed": 0,
    }  # fmt: skip
    assert edge(graph, "David Cameron", "The Daily Example", "quoted_by") == {
        "weight": 4, "first": "2010-05-12", "last": "2011-04-01",
        "articles": ["a2", "a1", "a3"], "evidence": [record.id for record in cameron.quotations],
    }  # fmt: skip
    assert graph.number_of_edges() == 1


def test_words_that_came_through_others(memory: Store, build: Build) -> None:
    memory.add(build("a1", ("One", OFFICE), outlet="The Daily Example"))
    memory.add(build("a2", ("Two", OFFICE), outlet="The Guardian"))
    merge_all(memory)
    graph = build_graph(memory)
    labels = {node: data["label"] for node, data in graph.nodes(data=True)}
    assert sorted((labels[source], labels[target], kind) for source, target, kind in graph.edges(keys=True)) == [
        ("AP", "The Daily Example", "relayed_by"),
        ("AP", "the Guardian", "relayed_by"),
        ("Foreign Office", "AP", "via"),
        ("Foreign Office", "The Daily Example", "quoted_by"),
        ("Foreign Office", "the Guardian", "quoted_by"),
        ("Foreign Office", "the Guardian", "via"),
        ("the Guardian", "The Daily Example", "relayed_by"),
    ]
    assert edge(graph, "Foreign Office", "AP", "via")["relations"] == ["according to"]
    assert edge(graph, "Foreign Office", "AP", "via")["weight"] == 2
    guardian = graph.nodes[node(graph, "the Guardian")]
    assert (guardian["quotations"], guardian["relayed"]) == (1, 1)


def test_an_outlet_that_was_told_by_itself_has_one_edge_for_it(memory: Store, build: Build) -> None:
    memory.add(build("a1", ("One", replace(OFFICE, via=(Via("the Guardian", "told"),))), outlet="The Guardian"))
    assert [kind for *_, kind in build_graph(memory).edges(keys=True)] == ["quoted_by"]


def test_one_text_in_two_outlets_is_one_quotation_with_an_edge_to_each(memory: Store, build: Build) -> None:
    memory.add(build("a1", ("One", CAMERON), outlet="The Echo"))
    memory.add(build("a2", ("One", CAMERON), outlet="The Bell"))
    graph = build_graph(memory)
    assert graph.nodes[node(graph, "David Cameron")]["quotations"] == 1
    for outlet in ("The Echo", "The Bell"):
        assert edge(graph, "David Cameron", outlet, "quoted_by")["weight"] == 1
        assert graph.nodes[node(graph, outlet)]["quotations"] == 1


def test_whom_only_a_pronoun_stands_for_is_no_node(memory: Store, build: Build) -> None:
    memory.add(build("a1", ("One", Source("unnamed_person", descriptor="he"))))
    graph = build_graph(memory)
    assert [data["kind"] for _, data in graph.nodes(data=True)] == ["outlet"]
    assert graph.nodes[node(graph, "The Daily Example")]["quotations"] == 1


def test_unnamed_sources_are_one_node_an_article_and_named_ones_one_for_all(memory: Store, build: Build) -> None:
    for article in ("a1", "a2"):
        memory.add(build(article, (f"One {article}", DIPLOMAT), ("Two", DIPLOMAT), ("Three", MEMO)))
    graph = build_graph(memory)
    unnamed = [data for _, data in graph.nodes(data=True) if data["kind"] == "unnamed_person"]
    assert unnamed == [
        {
            "kind": "unnamed_person",
            "label": "a western diplomat",
            "anonymous": True,
            "article": article,
            "quotations": 2,
        }
        for article in ("a1", "a2")
    ]
    memos = [data["quotations"] for _, data in graph.nodes(data=True) if data["label"] == "Pentagon memo"]
    assert memos == [1, 1]  # documents are sources of their article, too


def test_a_quotation_over_paragraphs_weighs_one_and_all_its_stretches_prove_it(memory: Store, build: Build) -> None:
    parsed = build("a1", ("One", CAMERON), ("two", CAMERON))
    stretches = tuple(
        replace(item, attribution=replace(item.attribution, quotation=replace(item.quotation, group=0)))
        for item in parsed.quotations
    )
    memory.add(replace(parsed, quotations=stretches))
    graph = build_graph(memory)
    quoted = edge(graph, "David Cameron", "The Daily Example", "quoted_by")
    assert (quoted["weight"], len(quoted["evidence"])) == (1, 2)
    assert graph.nodes[node(graph, "David Cameron")]["quotations"] == 1


def test_an_article_stands_for_an_outlet_that_it_does_not_name(memory: Store, build: Build) -> None:
    memory.add(build("a1", ("One", CAMERON), outlet=None))
    graph = build_graph(memory)
    assert graph.nodes[node(graph, "About a1")] == {
        "kind": "article", "label": "About a1", "article": "a1", "quotations": 1,
    }  # fmt: skip
    assert edge(graph, "David Cameron", "About a1", "quoted_by")["weight"] == 1


def test_nothing_is_carried_that_is_not_described(memory: Store, build: Build) -> None:
    memory.add(build("a1", ("One", CAMERON), ("Two", OFFICE), ("Three", DIPLOMAT), ("Four", Source("narrator"))))
    memory.add(build("a2", ("One", CAMERON), outlet=None))
    graph = build_graph(memory)
    for carried, described in ((graph.nodes(data=True), NODE_ATTRIBUTES), (graph.edges(data=True), EDGE_ATTRIBUTES)):
        for *_, data in carried:
            assert {name: type(value) for name, value in data.items()} == {name: described[name] for name in data}
            assert all(value not in (None, "", []) for value in data.values())


def test_an_empty_store_is_an_empty_network(memory: Store) -> None:
    assert len(build_graph(memory)) == 0


def test_nodes_are_ranked_by_neighbours_then_quotations(memory: Store, build: Build) -> None:
    memory.add(build("a1", ("One", CAMERON), ("Two", DIPLOMAT), ("Three", OFFICE), ("Four", CAMERON)))
    graph = build_graph(memory)
    speakers = rank_nodes(graph, "speaker", 2)
    assert [(s.label, s.neighbours, s.quotations) for s in speakers] == [
        ("Foreign Office", 3, 1), ("David Cameron", 1, 2),
    ]  # fmt: skip
    outlets = rank_nodes(graph, "outlet", 9)
    assert [(s.label, s.neighbours, s.quotations, s.relayed) for s in outlets] == [
        ("The Daily Example", 5, 4, 0), ("AP", 2, 0, 1), ("the Guardian", 2, 0, 1),
    ]  # fmt: skip
