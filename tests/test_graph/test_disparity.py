"""The backbone: what the filter keeps, against numbers by hand and the definition over again."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import graph
from graph.disparity import significance
from quotes.errors import UsageError

ENDS = st.integers(0, 7)
LINKS = st.dictionaries(st.tuples(ENDS, ENDS).filter(lambda pair: pair[0] < pair[1]), st.integers(1, 50), max_size=20)


def weighted(kind: type[nx.Graph], links: dict[tuple[int, int], int]) -> nx.Graph:
    network = kind(kind="co-quoted", title="who is quoted together")
    for (one, other), weight in links.items():
        network.add_node(str(one), label=f"Speaker {one}")
        network.add_node(str(other), label=f"Speaker {other}")
        network.add_edge(str(one), str(other), weight=weight, evidence=["q1"])
    return network


def test_the_share_of_a_nodes_weight_decides() -> None:
    network = weighted(nx.Graph, {(0, 1): 6, (0, 2): 2, (0, 3): 2, (1, 2): 6})
    chances = {"".join(sorted(pair)): chance for pair, chance in significance(network).items()}
    # node 0: 6 of 10 over three edges; node 1: 6 of 12, and 6 of 12 of two; node 2: 2 and 6 of 8
    assert chances == pytest.approx({"01": 0.4**2, "02": 0.8**2, "03": 0.8**2, "12": 0.25})
    kept = graph.backbone(network, 0.2)
    assert list(kept.edges(data=True)) == [
        ("0", "1", {"weight": 6, "evidence": ["q1"], "significance": pytest.approx(0.16)})
    ]
    assert dict(kept.nodes(data="label")) == {"0": "Speaker 0", "1": "Speaker 1"}
    assert kept.graph == {"kind": "co-quoted", "title": "who is quoted together", "alpha": 0.2}
    assert "alpha" not in network.graph


def test_in_a_directed_network_each_end_has_its_own_edges() -> None:
    network = weighted(nx.DiGraph, {(0, 1): 9, (0, 2): 1, (3, 1): 1})
    assert significance(network) == pytest.approx(
        {("0", "1"): 0.1, ("0", "2"): 0.9, ("3", "1"): 0.9}
    )  # of what goes out of 0, and of what comes into 1


@given(LINKS, st.sampled_from([nx.Graph, nx.DiGraph]), st.floats(0.001, 1))
def test_it_is_the_definition(links: dict[tuple[int, int], int], kind: type[nx.Graph], alpha: float) -> None:
    network = weighted(kind, links)

    def chance(end: str, pairs: list[tuple[str, str]], pair: tuple[str, str]) -> float:
        if len(pairs) < 2:
            return 1.0
        share = network.edges[pair]["weight"] / sum(network.edges[one]["weight"] for one in pairs)
        return float((1 - share) ** (len(pairs) - 1))

    kept = graph.backbone(network, alpha)
    for one, other in network.edges:
        if network.is_directed():
            of_one, of_other = list(network.out_edges(one)), list(network.in_edges(other))
        else:
            of_one, of_other = list(network.edges(one)), list(network.edges(other))
        smaller = min(chance(one, of_one, (one, other)), chance(other, of_other, (one, other)))
        if abs(smaller - alpha) > 1e-9:
            assert kept.has_edge(one, other) == (smaller < alpha)
    assert type(kept) is kind
    assert all(degree for _, degree in kept.degree)


@pytest.mark.parametrize("alpha", [0, -1, 1.5])
def test_a_level_that_is_none_is_told(alpha: float) -> None:
    with pytest.raises(UsageError, match="no level of significance"):
        graph.backbone(nx.Graph(), alpha)
