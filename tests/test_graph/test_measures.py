"""Measures equal those worked out by hand on networks that are small enough for it."""

from typing import Any

import networkx as nx
import pytest

import graph
from graph.measures.definitions import DEFINITIONS
from quotes.errors import UsageError


def small() -> nx.DiGraph:
    """Ben – X – Ann – Y – Cem, a path; what Ann says stands in both outlets, most of it in X."""
    network: nx.DiGraph = nx.DiGraph(kind="speaker-outlet")
    for name in ("Ann", "Ben", "Cem"):
        network.add_node(name, kind="person", side="speaker", label=name)
    for name, received in (("X", 10), ("Y", 0)):
        network.add_node(name, kind="outlet", side="outlet", label=name, words=40, received_words=received)
    network.add_weighted_edges_from([("Ann", "X", 3), ("Ann", "Y", 1), ("Ben", "X", 1), ("Cem", "Y", 1)])
    return network


def column(name: str, network: nx.Graph | None = None) -> dict[Any, Any]:
    found = graph.measure(small() if network is None else network, name).nodes
    return dict(zip(found["id"], found[name], strict=True))


def whole(*names: str, network: nx.Graph | None = None) -> dict[Any, Any]:
    found = graph.measure(small() if network is None else network, *names).network
    return dict(zip(found["measure"], found["value"], strict=True))


def test_degree_strength_and_core() -> None:
    assert column("degree") == {"Ann": 2, "Ben": 1, "Cem": 1, "X": 2, "Y": 2}
    assert column("strength") == {"Ann": 4, "Ben": 1, "Cem": 1, "X": 4, "Y": 2}
    assert set(column("core").values()) == {1}


def test_betweenness_is_the_share_of_pairs_whose_path_leads_through() -> None:
    assert column("betweenness") == pytest.approx({"Ann": 4 / 6, "Ben": 0, "Cem": 0, "X": 3 / 6, "Y": 3 / 6})


def test_pagerank_of_a_star() -> None:
    star: nx.DiGraph = nx.DiGraph([("a", "X"), ("b", "X")], kind="speaker-outlet")
    nx.set_node_attributes(star, {"a": "person", "b": "person", "X": "outlet"}, "kind")
    centre = 0.135 / 0.2775  # c = .05 + .85 · 2 · (.05 + .85 c / 2)
    assert column("pagerank", star) == pytest.approx(
        {"X": centre, "a": 0.05 + 0.425 * centre, "b": 0.05 + 0.425 * centre}
    )


def test_pagerank_and_betweenness_follow_ties_where_they_lead_on() -> None:
    chain: nx.DiGraph = nx.DiGraph([("a", "b"), ("b", "c")], kind="about")
    assert column("betweenness", chain) == {"a": 0, "b": 0.5, "c": 0}  # a to c, but not c to a
    ranks = column("pagerank", chain)
    assert ranks["a"] < ranks["b"] < ranks["c"]


def test_communities_are_numbered_by_size_and_named_after_the_strongest() -> None:
    assert column("community") == {"Ann": 1, "Ben": 1, "X": 1, "Cem": 2, "Y": 2}
    assert list(graph.measure(small(), "community").communities) == [
        {"community": 1, "name": "Ann · X · Ben", "members": 3, "within": pytest.approx(8 / 9)},
        {"community": 2, "name": "Y · Cem", "members": 2, "within": pytest.approx(2 / 3)},
    ]
    assert whole("modularity")["modularity"] == pytest.approx(5 / 6 - (9 / 12) ** 2 - (3 / 12) ** 2)


def test_bridges_say_how_much_they_cut_off() -> None:
    assert whole("bridge")["bridges"] == 4
    found = graph.measure(small(), "bridge").ties
    told = [(row["source"], row["target"], row["weight"], row["cut_off"]) for row in found]
    assert told == [("Ann", "X", 3, 2), ("Ann", "Y", 1, 2)]
    square: nx.Graph = nx.Graph(
        [("a", "b"), ("b", "c"), ("c", "d"), ("d", "a"), ("a", "e"), ("e", "f")], kind="co-quoted"
    )
    assert [(row["source"], row["target"], row["cut_off"]) for row in graph.measure(square, "bridge").ties] == [
        ("a", "e", 2)
    ]


def test_concentration_of_an_outlet_on_its_sources() -> None:
    x, y = graph.measure(small()).outlets
    assert x == pytest.approx(
        {"id": "X", "label": "X", "sources": 2, "quotations": 4, "hhi": 10 / 16, "effective_sources": 1.6, "gini": 0.25,
         "entropy": 0.8112781, "exclusive": 0.5, "relayed": 0.25}
    )  # fmt: skip
    assert [y[name] for name in ("hhi", "effective_sources", "gini", "entropy", "relayed")] == [0.5, 2, 0, 1, 0]
    assert all(type(value) in (int, float) for value in whole().values())
    assert whole("hhi", "relayed") == pytest.approx(
        {"speakers": 3, "outlets": 2, "ties": 4, "hhi": (16 + 1 + 1) / 36, "relayed": 10 / 80}
    )


def test_overlap_of_two_outlets() -> None:
    (pair,) = graph.measure(small(), "jaccard", "weighted_jaccard").pairs
    assert (pair["one"], pair["other"], pair["shared"]) == ("X", "Y", 1)
    assert (pair["jaccard"], pair["weighted_jaccard"]) == pytest.approx((1 / 3, 0.5 / 1.5))


def test_overlap_is_of_those_with_names() -> None:
    network = small()
    network.nodes["Ann"]["kind"] = "unnamed_person"
    assert len(graph.measure(network, "jaccard").pairs) == 0
    assert graph.measure(network, "exclusive").outlets["exclusive"] == (1, 1)


def test_assortativity_by_outlet() -> None:
    """Of Ann's four quotations three stand in X: two in six of her pairs would, and .625 of all by chance."""
    assert whole("assortativity")["assortativity"] == pytest.approx((0.5 - 0.625) / 0.375)
    apart: nx.DiGraph = nx.DiGraph(kind="speaker-outlet")
    apart.add_weighted_edges_from([("a", "X", 2), ("b", "Y", 2)])
    nx.set_node_attributes(apart, {"a": "person", "b": "person", "X": "outlet", "Y": "outlet"}, "kind")
    assert whole("assortativity", network=apart)["assortativity"] == 1


def test_reciprocity_density_and_parts() -> None:
    relay: nx.DiGraph = nx.DiGraph([("a", "b"), ("b", "a"), ("c", "b"), ("d", "d")], kind="relay")
    nx.set_node_attributes(relay, "outlet", "kind")
    found = whole("reciprocity", "density", "components", network=relay)
    assert found["reciprocity"] == pytest.approx(2 / 3)
    assert found["density"] == pytest.approx(3 / 12)
    assert (found["components"], found["largest_component"]) == (2, 0.75)
    assert whole("density")["density"] == pytest.approx(4 / 6)


def test_annotate_writes_what_was_measured_into_the_network() -> None:
    network = small()
    graph.annotate(network, "pagerank", "community", "hhi", "bridge")
    assert network.nodes["Cem"]["community_name"] == "Y · Cem"
    assert (network.nodes["X"]["hhi"], "hhi" in network.nodes["Ann"]) == (0.625, False)
    assert network.edges["Ann", "X"]["cut_off"] == 2
    assert type(network.nodes["Ann"]["pagerank"]) is float
    assert type(network.nodes["Ann"]["community"]) is int


def test_who_is_alone_is_a_community_of_its_own_name() -> None:
    network = small()
    network.add_node("Dot", kind="person", side="speaker", label="Dot")
    found = graph.annotate(network, "community")
    assert (network.nodes["Dot"]["community"], network.nodes["Dot"]["community_name"]) == (3, "Dot")
    assert len(found.communities) == 2


@pytest.mark.parametrize("kind", ["speaker-outlet", "relay", "about", "co-quoted", "article-speaker", "within"])
def test_a_network_of_nobody_has_measures_of_nothing(kind: str) -> None:
    found = graph.measure(nx.Graph(kind=kind))
    assert len(found.nodes) == len(found.ties) == len(found.pairs) == len(found.outlets) == 0


def test_unknown_and_unsuitable_measures_are_told() -> None:
    with pytest.raises(UsageError, match="no measure 'pagrank'; choose from degree"):
        graph.measure(small(), "pagrank")
    with pytest.raises(UsageError, match="build one of kind speaker-outlet"):
        graph.measure(nx.Graph(kind="co-quoted"), "hhi")


def test_every_measure_is_defined_with_its_source_and_taken() -> None:
    assert all(one.meaning.endswith(".") and one.source for one in DEFINITIONS.values())
    relay: nx.DiGraph = nx.DiGraph([("a", "b")], kind="relay")
    for network in (small(), relay):
        found = graph.measure(network)
        taken = {name for table in found for name in table.columns} | set(found.network["measure"])
        also = {"bridge": "bridges", "modularity": "modularity"}
        assert [one.name for one in found.definitions if also.get(one.name, one.name) not in taken] == []
