"""Every format that is read gives back the network that went in, whatever its texts hold."""

import csv
import gzip
import io
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.formats import FORMATS, read, write
from graph.formats.text import escape, unescape
from quotes.errors import InputError, UsageError
from tests.test_graph.samples import SAMPLES, laid_out, sample

WHOLE = ("gexf", "graphml", "gml", "json", "cytoscape", "csv", "neo4j")  # which keep every attribute
ABOUT = ("graphml", "gml", "json", "cytoscape")  # and what describes the network as a whole
NASTY = st.text(
    st.characters(codec=None) | st.sampled_from("\\u0041;\0\r\n\t\x85\u2028\ufffe\ud800 <&>\"=,'+-@"),
    min_size=1,
    max_size=12,
)
NODE = {
    "kind": NASTY, "label": NASTY, "role": NASTY, "article": NASTY, "anonymous": st.booleans(),
    "quotations": st.integers(0, 2**40), "words": st.integers(0, 9), "pagerank": st.floats(0, 1) | st.just(1e-07),
    "community": st.integers(0, 9),
}  # fmt: skip
EDGE = {
    "weight": st.integers(1, 2**40), "words": st.integers(0, 9), "anonymous": st.floats(0, 1),
    "confidence": st.floats(0, 1), "relations": st.lists(NASTY, min_size=1, max_size=3),
    "evidence": st.lists(NASTY, min_size=1, max_size=3), "article_ids": st.lists(NASTY, min_size=1, max_size=3),
}  # fmt: skip
PLACES = st.fixed_dictionaries(
    {"x": st.floats(-1e6, 1e6), "y": st.floats(-1e6, 1e6), "size": st.floats(0, 1e3), "color": st.just("#00ff7f")}
)
DATES = st.sampled_from([{}, {"first": "2011-04-01", "last": "2012-01-01"}])


@st.composite
def networks(draw: st.DrawFn, directed: bool) -> nx.Graph:
    network: nx.Graph = nx.DiGraph() if directed else nx.Graph()
    network.graph.update(kind="about", title=draw(NASTY), quotations=draw(st.integers(0, 2**40)))
    names = [f"speaker:{number}" for number in range(draw(st.integers(0, 3)))]
    for name in names:
        label = {"label": draw(NASTY)}
        place = draw(st.just({}) | PLACES)
        network.add_node(name, **draw(st.fixed_dictionaries({}, optional=NODE)) | label | place | draw(DATES))
    ends = st.sampled_from([(a, b) for a in names for b in names if directed or a <= b] or [("", "")])
    for source, target in draw(st.sets(ends, max_size=3)) if names else ():
        weight = {"weight": draw(EDGE["weight"])}
        network.add_edge(source, target, **draw(st.fixed_dictionaries({}, optional=EDGE)) | weight | draw(DATES))
    return network


def turn(network: nx.Graph, name: str) -> nx.Graph:
    """Into text and back."""
    chosen = FORMATS[name]
    assert chosen.parse is not None
    return chosen.parse(*("".join(generate(network)) for generate in chosen.parts.values()))


def check_equal(back: nx.Graph, network: nx.Graph, name: str) -> None:
    assert back.is_directed() == (network.is_directed() or name == "neo4j")
    assert dict(back.nodes(data=True)) == dict(network.nodes(data=True))
    if back.is_directed() != network.is_directed():
        back = back.to_undirected()
    assert nx.utils.edges_equal(back.edges(data=True), network.edges(data=True), directed=network.is_directed())
    for node, data in network.nodes(data=True):
        assert {key: type(value) for key, value in back.nodes[node].items()} == {
            key: type(value) for key, value in data.items()
        }
    if name in ABOUT:
        assert back.graph == network.graph


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("directed", [True, False])
def test_a_network_comes_back_equal(name: str, directed: bool) -> None:
    @settings(max_examples=60, deadline=None)
    @given(network=networks(directed))
    @example(network=nx.DiGraph() if directed else nx.Graph())
    def check(network: nx.Graph) -> None:
        if name == "csv" and not directed and not network.edges:
            return  # two tables without an edge do not say
        check_equal(turn(network, name), network, name)

    check()


@pytest.mark.parametrize(
    "label", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", "\r=1", "'=1", "''-1", "'Tis", "a=1"]
)
def test_no_label_is_a_formula_in_the_tables_for_gephi(label: str) -> None:
    network: nx.DiGraph = nx.DiGraph()
    network.add_node("a", label=label, community_name=label, x=-1.5)
    network.add_edge("a", "b", weight=1)
    (_, cells, _) = csv.reader(io.StringIO("".join(FORMATS["csv"].parts["nodes"](network)), newline=""))
    assert not any(cell.startswith(("=", "+", "@", "\t", "\r", "\n")) for cell in cells)
    assert [cell for cell in cells if cell.startswith("-")] == ["-1.5"]  # a number stays one
    network.add_node("b", label="b")
    check_equal(turn(network, "csv"), network, "csv")


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("kind", SAMPLES)
def test_every_kind_of_network_comes_back_equal(name: str, kind: str) -> None:
    check_equal(turn(sample(kind), name), sample(kind), name)


@pytest.mark.parametrize("name", WHOLE)
def test_measures_and_layout_come_back(name: str) -> None:
    check_equal(turn(laid_out(), name), laid_out(), name)


@pytest.mark.parametrize("kind", SAMPLES)
def test_pajek_keeps_names_and_weights(kind: str) -> None:
    network = sample(kind)
    back = turn(network, "pajek")
    assert back.is_directed() == network.is_directed()
    assert len(back) == len(network)
    assert sorted(weight for *_, weight in back.edges(data="weight")) == sorted(
        weight for *_, weight in network.edges(data="weight")
    )
    places = turn(laid_out(), "pajek").nodes(data=True)
    assert all(0 <= data["x"] <= 1 and 0 <= data["y"] <= 1 for _, data in places)


@given(text=NASTY)
def test_escaped_text_comes_back(text: str) -> None:
    assert unescape(escape(text)) == text
    escape(text).encode()


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_network_gives_the_same_document(name: str) -> None:
    for generate in FORMATS[name].parts.values():
        assert list(generate(laid_out())) == list(generate(laid_out()))


@pytest.mark.parametrize("name", [name for name, chosen in FORMATS.items() if chosen.parts])
def test_nothing_is_written_of_what_is_not_known(name: str) -> None:
    network: nx.DiGraph = nx.DiGraph(title="", selection="")
    network.add_node("a", label="Ann", betweenness=float("nan"), closeness=float("inf"), core=None)
    text = "".join(piece for generate in FORMATS[name].parts.values() for piece in generate(network))
    assert "Ann" in text
    assert not {"nan", "inf", "none", "infinity"} & set(text.lower().replace('"', " ").replace(",", " ").split())


@pytest.mark.parametrize("packed", ["", ".gz"])
@pytest.mark.parametrize("name", WHOLE)
def test_files_are_read_back(tmp_path: Path, name: str, packed: str) -> None:
    ending = (FORMATS[name].endings or ("csv",))[0]
    path = tmp_path / "new" / f"network.{ending.upper()}{packed}"
    written = write(sample("relay"), path, name)
    assert sorted(written) == sorted((tmp_path / "new").iterdir())
    assert all((file.read_bytes()[:2] == b"\x1f\x8b") == bool(packed) for file in written)
    check_equal(read(path, name), sample("relay"), name)


def test_two_tables_have_two_files(tmp_path: Path) -> None:
    written = write(sample("about"), tmp_path / "net.csv")
    assert [file.name for file in written] == ["net-nodes.csv", "net-edges.csv"]
    with pytest.raises(UsageError, match="two tables, which standard output cannot hold"):
        write(sample("about"), "-", "csv")


def test_standard_streams_stand_for_a_dash(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    write(sample("within"), "-", "gexf")
    monkeypatch.setattr("sys.stdin", io.StringIO(capsys.readouterr().out))
    check_equal(read("-", "gexf"), sample("within"), "gexf")


def test_a_wrong_format_lists_the_right_ones(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no format 'xls'; choose one of these: gexf, graphml, gml, pajek, json"):
        write(sample("about"), tmp_path / "network.gexf", "xls")
    with pytest.raises(UsageError, match=r"'-' tells no format; end it in one of \.gexf, .* --format: gexf"):
        write(sample("about"), "-")
    with pytest.raises(UsageError, match=r"not read from net\.dot, only from these formats: gexf"):
        read("net.dot")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", [name for name, chosen in FORMATS.items() if chosen.parse and "" in chosen.parts])
@pytest.mark.parametrize("text", ["", "{}", "[1]", "<a/>", '{"nodes": 1, "links": []}', "<gexf/>", "graph [ node ["])
def test_a_file_that_is_no_network(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / "network"
    path.write_text(text)
    with pytest.raises(InputError, match="holds no network that we wrote"):
        read(path, name)


def test_a_file_that_cannot_be_read_or_written(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read(tmp_path / "none.gexf")
    damaged = tmp_path / "damaged.json.gz"
    damaged.write_bytes(gzip.compress(b"{}")[:-4])
    with pytest.raises(InputError, match="cannot be read"):
        read(damaged)
    (tmp_path / "folder.json").mkdir()
    with pytest.raises(UsageError, match="cannot be written"):
        write(sample("about"), tmp_path / "folder.json")
