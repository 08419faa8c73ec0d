"""What lies around somebody, what joins two, and whom a name means."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.finding import find_nodes
from graph.paths import around, find_paths
from quotes.errors import UsageError


@pytest.fixture
def network() -> nx.DiGraph:
    made = nx.DiGraph(kind="speaker-outlet")
    for node, label in (
        ("speaker:1", "Ann Lee"), ("speaker:2", "Bob Ray"), ("speaker:3", "Ann Lee Moss"), ("speaker:4", "Cy Dell"),
        ("outlet:1", "The Echo"), ("outlet:2", "Bell"), ("outlet:3", "Post"),
    ):  # fmt: skip
        made.add_node(node, label=label)
    for source, target, weight in (
        (1, 1, 5), (1, 2, 2), (2, 1, 1), (2, 2, 3), (3, 2, 4), (4, 3, 1),
    ):  # fmt: skip
        made.add_edge(f"speaker:{source}", f"outlet:{target}", weight=weight, evidence=[f"q{source}{target}"])
    return made


def test_what_is_near_whichever_way_edges_go(network: nx.DiGraph) -> None:
    assert set(around(network, ["speaker:1"], 1)) == {"speaker:1", "outlet:1", "outlet:2"}
    near = around(network, ["speaker:1"], 2)
    assert set(near) == {"speaker:1", "speaker:2", "speaker:3", "outlet:1", "outlet:2"}
    assert near.has_edge("speaker:2", "outlet:2")
    assert near.graph == network.graph
    assert set(around(network, ["speaker:1", "speaker:4"], 0)) == {"speaker:1", "speaker:4"}
    assert len(around(network, [], 3)) == 0
    with pytest.raises(UsageError, match="lead nowhere"):
        around(network, ["speaker:1"], -1)


@given(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6))), st.integers(0, 4))
def test_it_is_the_ego_network(edges: set[tuple[int, int]], steps: int) -> None:
    made = nx.DiGraph(edges)
    made.add_node(0)
    ego = nx.ego_graph(made.to_undirected(), 0, radius=steps)
    assert set(around(made, [0], steps)) == set(ego)  # type: ignore[list-item]


def test_the_ways_between_two_by_their_weakest_step(network: nx.DiGraph) -> None:
    ways = find_paths(network, ["speaker:1"], ["speaker:2"])
    assert [(way.nodes, way.weight) for way in ways] == [
        (("speaker:1", "outlet:2", "speaker:2"), 2), (("speaker:1", "outlet:1", "speaker:2"), 1),
    ]  # fmt: skip
    assert [(step.ends, step.data["evidence"]) for step in ways[0].steps] == [
        (("speaker:1", "outlet:2"), ["q12"]), (("speaker:2", "outlet:2"), ["q22"]),
    ]  # fmt: skip
    assert len(find_paths(network, ["speaker:1"], ["speaker:2"], 1)) == 1
    assert [way.nodes for way in find_paths(network, ["speaker:1", "speaker:3"], ["outlet:1", "outlet:2"])] == [
        ("speaker:1", "outlet:1"), ("speaker:3", "outlet:2"), ("speaker:1", "outlet:2"),
    ]  # fmt: skip
    assert find_paths(network, ["speaker:1"], ["speaker:4"]) == []
    assert find_paths(network, ["speaker:1"], ["speaker:1"]) == []


def test_whom_a_name_means(network: nx.DiGraph) -> None:
    assert find_nodes(network, "ann  lee") == ["speaker:1"]
    assert find_nodes(network, "lee") == ["speaker:1", "speaker:3"]
    assert find_nodes(network, "echo") == find_nodes(network, "outlet:1") == ["outlet:1"]
    assert find_nodes(network, "Mrs. Ray", ["2"]) == ["speaker:2"]
    with pytest.raises(UsageError, match=r"nobody called 'Bob Roy' is in this network; did you mean Bob Ray\?"):
        find_nodes(network, "Bob Roy")
    with pytest.raises(UsageError, match="choose less narrowly"):
        find_nodes(network, "zzz")
