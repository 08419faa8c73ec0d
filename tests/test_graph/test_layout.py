"""Positions, sizes and colours."""

import itertools
import re

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.layout import place
from graph.layout.colours import COMMUNITIES, KINDS, OTHER
from graph.layout.repulsion import _exact, _on_mesh
from quotes.errors import UsageError
from tests.test_graph.many import many
from tests.test_graph.samples import SAMPLES, sample


def overlaps(network: nx.Graph) -> int:
    """How many pairs of nodes lie on each other."""
    at = np.array([(data["x"], data["y"]) for _, data in network.nodes(data=True)])
    radius = np.array([data["size"] / 2 for _, data in network.nodes(data=True)])
    gap = np.linalg.norm(at[:, None] - at[None], axis=2) - radius[:, None] - radius[None]
    return int((gap[np.triu_indices(len(at), 1)] < 0).sum())


@pytest.mark.parametrize("count", [20, 200, 2000])
def test_no_node_lies_on_another(count: int) -> None:
    assert overlaps(place(many(count))) == 0


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12), st.integers(1, 99)), min_size=1, max_size=40))
def test_whatever_the_network_every_node_has_a_place_of_its_own(edges: list[tuple[int, int, int]]) -> None:
    network: nx.Graph = nx.Graph()
    network.add_weighted_edges_from(edges)
    network.add_node("alone")
    place(network)
    assert all(np.isfinite([data["x"], data["y"], data["size"]]).all() for _, data in network.nodes(data=True))
    assert overlaps(network) == 0


@pytest.mark.parametrize("kind", SAMPLES)
def test_what_is_written_are_plain_values(kind: str) -> None:
    for _, data in place(sample(kind)).nodes(data=True):
        assert {type(data[name]) for name in ("x", "y", "size")} == {float}
        assert re.fullmatch("#[0-9a-f]{6}", data["color"])


def test_the_same_seed_gives_the_same_place() -> None:
    one, same, other = place(many(200)), place(many(200)), place(many(200), seed=2)
    assert dict(one.nodes(data=True)) == dict(same.nodes(data=True))
    assert dict(one.nodes(data="x")) != dict(other.nodes(data="x"))


def test_an_empty_network_stays_empty() -> None:
    assert len(place(nx.DiGraph())) == 0


def test_area_grows_with_quotations() -> None:
    network: nx.DiGraph = nx.DiGraph()
    network.add_edge("speaker:1", "outlet:1", weight=100)
    network.add_edge("speaker:2", "outlet:2", weight=25)
    place(network)
    assert network.nodes["speaker:1"]["size"] == 2 * network.nodes["speaker:2"]["size"]


def test_speakers_lie_nearer_to_their_outlet_than_outlets_to_each_other() -> None:
    network: nx.DiGraph = nx.DiGraph()
    for outlet, number in itertools.product(range(4), range(12)):
        network.add_edge(f"speaker:{outlet}-{number}", f"outlet:{outlet}", weight=1)
    for outlet in range(4):
        network.add_node(f"outlet:{outlet}", side="outlet")
        network.add_edge("speaker:shared", f"outlet:{outlet}", weight=1)
    place(network)

    def distance(one: str, other: str) -> float:
        a, b = network.nodes[one], network.nodes[other]
        return float(np.hypot(a["x"] - b["x"], a["y"] - b["y"]))

    own = [distance(a, b) for a, b in network.edges if a != "speaker:shared"]
    apart = [distance(f"outlet:{a}", f"outlet:{b}") for a, b in itertools.combinations(range(4), 2)]
    assert max(own) < min(apart)


def test_unconnected_parts_do_not_lie_in_each_other() -> None:
    network = nx.disjoint_union_all([nx.path_graph(5), nx.star_graph(20), nx.complete_graph(4), nx.path_graph(2)])
    place(network)
    boxes = []
    for part in nx.connected_components(network):
        at = np.array([(network.nodes[node]["x"], network.nodes[node]["y"]) for node in part])
        boxes.append((*at.min(axis=0), *at.max(axis=0)))
    for one, other in itertools.combinations(boxes, 2):
        assert one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]


def test_the_mesh_finds_the_forces_that_pairs_have() -> None:
    chance = np.random.default_rng(3)
    places, mass = chance.normal(size=(1500, 2)), chance.uniform(1, 10, 1500)
    exact, found = _exact(places, mass), _on_mesh(places, mass)
    wrong = np.linalg.norm(exact - found, axis=1) / np.linalg.norm(exact, axis=1).mean()
    assert np.median(wrong) < 0.02
    assert np.quantile(wrong, 0.95) < 0.5  # where two are nearer than a cell, it levels their force off


# Colours as people without red or green cones see them: Machado, Oliveira, Fernandes (2009), full severity.
_PROTAN = [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
_DEUTAN = [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]


@pytest.mark.parametrize("cones", [np.eye(3), _PROTAN, _DEUTAN], ids=["all", "protan", "deutan"])
@pytest.mark.parametrize("palette", [sorted({*KINDS.values()}), [*COMMUNITIES, OTHER]], ids=["kinds", "communities"])
def test_colours_can_be_told_apart(palette: list[str], cones: np.ndarray) -> None:
    seen = [np.array(cones) @ [int(c[i : i + 2], 16) / 255 for i in (1, 3, 5)] for c in palette]
    assert min(np.linalg.norm(a - b) for a, b in itertools.combinations(seen, 2)) > 0.1


def test_the_largest_communities_have_colours_of_their_own() -> None:
    network = many(100)
    for number, (_, data) in enumerate(network.nodes(data=True)):
        data["community"] = min(number // 8, 11)
    place(network, color_by="community")
    found = {data["community"]: data["color"] for _, data in network.nodes(data=True)}
    assert set(found.values()) == {*COMMUNITIES, OTHER}
    with pytest.raises(UsageError, match="no communities"):
        place(many(20), color_by="community")
