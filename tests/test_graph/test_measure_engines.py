"""networkit and networkx say the same, and so does what neither has."""

import networkx as nx
import numpy as np
import pytest

from graph.measures.communities import modularity
from graph.measures.engines import choose_engine
from graph.measures.engines.with_networkx import Networkx
from graph.measures.indexed import Indexed, index
from graph.measures.sampling import estimate_betweenness

SIZES = [(60, 0.05), (400, 0.006), (3000, 0.001)]


def make(size: int, chance: float, *, directed: bool = False) -> Indexed:
    drawn = nx.gnp_random_graph(size, chance, seed=size, directed=directed)
    weights = np.random.default_rng(size).integers(1, 9, drawn.number_of_edges())
    for (one, other), weight in zip(drawn.edges, weights.tolist(), strict=True):
        drawn.edges[one, other]["weight"] = weight
    ties = index(nx.relabel_nodes(drawn, str))
    return ties if directed else ties.undirected()


@pytest.mark.parametrize(("size", "chance"), SIZES)
@pytest.mark.parametrize("directed", [False, True])
def test_pagerank_is_the_same(size: int, chance: float, directed: bool) -> None:
    fast = pytest.importorskip("graph.measures.engines.with_networkit").Networkit
    ties = make(size, chance, directed=directed)
    assert Networkx(ties).pagerank() == pytest.approx(fast(ties).pagerank(), abs=1e-8)


@pytest.mark.parametrize(("size", "chance"), SIZES)
def test_cores_and_bridges_are_the_same(size: int, chance: float) -> None:
    fast = pytest.importorskip("graph.measures.engines.with_networkit").Networkit
    ties = make(size, chance)
    slow = Networkx(ties)
    assert (slow.cores() == fast(ties).cores()).all()
    assert (slow.bridges() == fast(ties).bridges()).all()
    assert slow.bridges().any()


@pytest.mark.parametrize("directed", [False, True])
def test_betweenness_is_the_same_by_three_ways(directed: bool) -> None:
    fast = pytest.importorskip("graph.measures.engines.with_networkit").Networkit
    ties = make(*SIZES[1], directed=directed)
    exact = Networkx(ties).betweenness()
    assert fast(ties).betweenness() == pytest.approx(exact, abs=1e-12)
    every = estimate_betweenness(ties, pivots=ties.size)
    assert every.values == pytest.approx(exact, abs=1e-12)
    assert (every.pivots, every.error.max()) == (None, 0)


@pytest.mark.parametrize("directed", [False, True])
def test_sampled_betweenness_keeps_to_its_error(directed: bool) -> None:
    """Of the twenty nodes that most lies on, over twenty samples: unbiased, and within the error in most."""
    ties = make(500, 0.005, directed=directed)
    exact = Networkx(ties).betweenness()
    top = np.argsort(-exact)[:20]
    samples = [estimate_betweenness(ties, pivots=250, seed=seed) for seed in range(20)]
    mean = np.mean([sample.values[top] for sample in samples], axis=0)
    assert mean == pytest.approx(exact[top], rel=0.1)
    held = np.mean([np.abs(sample.values[top] - exact[top]) <= sample.error[top] for sample in samples])
    assert held > 0.9
    assert (samples[0].values == estimate_betweenness(ties, pivots=250, seed=0).values).all()


def test_communities_that_are_there_are_found_by_both() -> None:
    fast = pytest.importorskip("graph.measures.engines.with_networkit").Networkit
    ties = index(nx.relabel_nodes(nx.planted_partition_graph(8, 40, 0.5, 0.01, seed=1), str)).undirected()
    planted = np.repeat(np.arange(8), 40)
    for engine in (Networkx(ties), fast(ties)):
        found = engine.communities(0)
        assert all(len(set(found[planted == group])) == 1 for group in range(8))
        assert len(set(found)) == 8
        assert (found == engine.communities(0)).all()


def test_communities_are_equally_good() -> None:
    fast = pytest.importorskip("graph.measures.engines.with_networkit").Networkit
    ties = make(*SIZES[2])
    slow, quick = (modularity(engine(ties).communities(0) + 1, ties) for engine in (Networkx, fast))
    assert quick == pytest.approx(slow, rel=0.03)


def test_networkit_takes_over_where_a_network_is_large() -> None:
    pytest.importorskip("networkit")
    assert [choose_engine(size).__name__ for size in (5_000, 5_001)] == ["Networkx", "Networkit"]
    assert choose_engine(1_000_000, "networkx").__name__ == "Networkx"
