"""A sequence of networks: one dynamic GEXF, or a file a period."""

import io
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from graph.formats import read, write_each
from graph.formats.gexf_periods import generate_gexf_periods
from graph.formats.text import escape
from graph.periods import Period
from quotes.errors import InputError, UsageError
from tests.test_graph.samples import months

SPACE = {"g": "http://gexf.net/1.3"}
SCHEMA = etree.XMLSchema(etree.parse(str(Path(__file__).parent / "gexf-1.3" / "gexf.xsd")))
LAST_DAYS = {"2020-01": date(2020, 1, 31), "2020-02": date(2020, 2, 29), "2020-03": date(2020, 3, 31)}


def slices() -> list[tuple[Period, nx.Graph]]:
    return [
        (Period(name, LAST_DAYS[name].replace(day=1), LAST_DAYS[name]), network) for name, network in months().items()
    ]


def document() -> Any:
    return etree.fromstring("".join(generate_gexf_periods(slices())).encode())


def spells(element: Any) -> list[tuple[str, str]]:
    return [(spell.get("start"), spell.get("end")) for spell in element.findall("g:spells/g:spell", SPACE)]


def values(element: Any, name: str) -> list[tuple[str, str, str]]:
    found = element.findall(f"g:attvalues/g:attvalue[@for='{name}']", SPACE)
    return [(value.get("value"), value.get("start"), value.get("end")) for value in found]


def test_it_is_valid_and_dynamic() -> None:
    root = document()
    SCHEMA.assertValid(root)
    graph = root.find("g:graph", SPACE)
    assert (graph.get("mode"), graph.get("timerepresentation")) == ("dynamic", "interval")


def test_who_goes_and_comes_back_has_two_spells_and_who_stays_has_one() -> None:
    nodes = {node.get("id"): node for node in document().iterfind(".//g:node", SPACE)}
    january, march = ("2020-01-01", "2020-01-31T23:59:59"), ("2020-03-01", "2020-03-31T23:59:59")
    assert spells(nodes["speaker:1"]) == [january, march]
    assert spells(nodes["speaker:2"]) == [("2020-01-01", "2020-03-31T23:59:59")]
    assert spells(nodes["speaker:3"]) == [march]


def test_numbers_change_with_time_and_the_rest_does_not() -> None:
    root = document()
    outlet = root.find(".//g:node[@id='outlet:1']", SPACE)
    assert [value[0] for value in values(outlet, "quotations")] == ["2", "1", "3"]
    edge = root.find(".//g:edge[@source='speaker:1']", SPACE)
    assert edge.get("weight") is None  # Gephi takes it from the values, and must not be told it twice
    assert values(edge, "weight") == [
        ("1", "2020-01-01", "2020-01-31T23:59:59"), ("1", "2020-03-01", "2020-03-31T23:59:59"),
    ]  # fmt: skip
    assert [value[0] for value in values(edge, "first")] == ["2020-01-01"]
    assert [value[0] for value in values(edge, "last")] == ["2020-03-28"]


def test_no_two_closed_intervals_touch() -> None:
    for element in document().iterfind(".//g:*", SPACE):
        intervals = spells(element)
        assert all(start < end for start, end in intervals)
        assert all(before[1] < after[0] for before, after in pairwise(intervals))


def network_of(period: Period, whole: nx.Graph) -> nx.Graph:
    """What of a dynamic network that networkx has read is there in a period: the numbers are those of the period."""
    start, end = period.first.isoformat(), f"{period.last}T23:59:59"

    def there(data: dict[str, Any]) -> bool:
        return any(since <= start and end <= until for since, until in data["spells"])

    def now(data: dict[str, Any]) -> dict[str, Any]:
        timed = {name: value for name, value in data.items() if isinstance(value, list) and name != "spells"}
        found = {name: [one for one, since, until in values if (since, until) == (start, end)]
                 for name, values in timed.items()}  # fmt: skip
        assert all(len(values) <= 1 for values in found.values())
        return {name: values[0] for name, values in found.items() if values}

    network = whole.__class__()
    network.add_nodes_from((node, now(data)) for node, data in whole.nodes(data=True) if there(data))
    network.add_edges_from((one, other, now(data)) for one, other, data in whole.edges(data=True) if there(data))
    return network


def numbers_of(network: nx.Graph) -> nx.Graph:
    """The network with nothing but numbers, which change."""

    def kept(data: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in data.items() if type(value) in (int, float)}

    bare = network.__class__()
    bare.add_nodes_from((node, kept(data)) for node, data in network.nodes(data=True))
    bare.add_edges_from((one, other, kept(data)) for one, other, data in network.edges(data=True))
    return bare


def check_read_back(sequence: list[tuple[Period, nx.Graph]]) -> nx.Graph:
    document = "".join(generate_gexf_periods(sequence)).encode()
    SCHEMA.assertValid(etree.fromstring(document))
    whole = nx.read_gexf(io.BytesIO(document), version="1.3")
    for edge in etree.fromstring(document).iterfind(".//g:edge", SPACE):
        # networkx takes weights for what never changes, whatever the file says
        weights = [(int(value), start, end) for value, start, end in values(edge, "weight")]
        whole.edges[edge.get("source"), edge.get("target")]["weight"] = weights
    for period, network in sequence:
        assert nx.utils.graphs_equal(network_of(period, whole), numbers_of(network))
    return whole


def test_networkx_reads_every_period_back() -> None:
    whole = check_read_back(slices())
    assert set(whole) == {"outlet:1", "speaker:1", "speaker:2", "speaker:3"}
    labels = {node: data["label"] for _, network in slices() for node, data in network.nodes(data=True)}
    assert {node: data["label"] for node, data in whole.nodes(data=True)} == {
        node: escape(label) for node, label in labels.items()
    }


NODES = st.dictionaries(
    st.sampled_from("abcde"), st.dictionaries(st.sampled_from(("words", "pagerank")), st.integers(0, 9))
)
WEIGHTS = st.dictionaries(st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde")), st.integers(1, 9))


@given(parts=st.lists(st.tuples(NODES, WEIGHTS), min_size=1, max_size=3), directed=st.booleans())
def test_any_sequence_is_read_back(parts: list[tuple[Any, Any]], directed: bool) -> None:
    sequence = []
    for (period, _), (nodes, weights) in zip(slices(), parts, strict=False):
        network: nx.Graph = nx.DiGraph() if directed else nx.Graph()
        network.add_nodes_from((node, data) for node, data in nodes.items())
        network.add_edges_from((one, other, {"weight": weight}) for (one, other), weight in weights.items())
        sequence.append((period, network))
    check_read_back(sequence)


def test_undirected_pairs_are_one_edge_in_whatever_order() -> None:
    (period, _), (other, _), *_ = slices()
    one, two = nx.Graph(), nx.Graph()
    one.add_edge("a", "b", weight=1)
    two.add_edge("b", "a", weight=2)
    root = etree.fromstring("".join(generate_gexf_periods([(period, one), (other, two)])).encode())
    (edge,) = root.findall(".//g:edge", SPACE)
    assert [value[0] for value in values(edge, "weight")] == ["1", "2"]


def test_it_is_one_file_of_gexf_and_a_file_a_period_of_others(tmp_path: Path) -> None:
    assert write_each(slices(), tmp_path / "net.gexf") == [tmp_path / "net.gexf"]
    written = write_each(slices(), tmp_path / "net.graphml.gz")
    assert [path.name for path in written] == [f"net-2020-0{month}.graphml.gz" for month in (1, 2, 3)]
    assert set(read(written[1])) == {"outlet:1", "speaker:2"}
    assert len(write_each(slices(), tmp_path / "net.csv")) == 6
    with pytest.raises(InputError, match="values that change with time"):
        read(tmp_path / "net.gexf")


def test_what_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="a file a period cannot go to standard output"):
        write_each(slices(), "-", "gml")
    with pytest.raises(UsageError, match="no article with a date"):
        write_each([], tmp_path / "net.gexf")
