"""Every format gives back the network that went in, whatever its texts hold."""

import gzip
import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.attributes import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, escape, unescape
from graph.formats import FORMATS, read_graph, write_graph
from quotes.errors import InputError, UsageError

NASTY = st.text(st.characters(codec=None) | st.sampled_from('\\u0\0\r\n\t\x85\u2028\ufffe\ud800 <&>"'), max_size=12)
UNDATED = {name: kind for name, kind in EDGE_ATTRIBUTES.items() if name not in ("first", "last")}
VALUES: dict[type, st.SearchStrategy[Any]] = {
    str: NASTY,
    int: st.integers(0, 2**31),
    bool: st.booleans(),
    list: st.lists(NASTY, max_size=3),
}


def attributes(kinds: dict[str, type], *required: str) -> st.SearchStrategy[dict[str, Any]]:
    values = {name: VALUES[kind] for name, kind in kinds.items()}
    always = {name: values.pop(name) for name in required}
    return st.fixed_dictionaries(always, optional=values)


@st.composite
def graphs(draw: st.DrawFn) -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    names = [f"speaker:{number}" for number in range(draw(st.integers(0, 3)))]
    for name in names:
        graph.add_node(name, **draw(attributes(NODE_ATTRIBUTES, "kind", "label")))
    for source in names:
        for target in draw(st.lists(st.sampled_from(names), max_size=2)):
            kinds = draw(st.sets(st.sampled_from(["quoted_by", "via", "relayed_by"])))
            for kind in sorted(kinds):
                data = draw(attributes(UNDATED, "weight"))
                dates = draw(st.sampled_from([{}, {"first": "2011-04-01", "last": "2012-01-01"}]))
                graph.add_edge(source, target, key=kind, **data, **dates)
    return graph


def graph_with(label: str) -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    graph.add_node("speaker:1", kind="person", label=label)
    return graph


@settings(max_examples=40, deadline=None)
@given(graph=graphs())
@example(graph=nx.MultiDiGraph())
@example(graph=graph_with(""))
@example(graph=graph_with(" \r\n"))
@example(graph=graph_with("\\u0000\\\\"))
def test_what_is_generated_parses_to_an_equal_network(graph: nx.MultiDiGraph) -> None:
    for chosen in FORMATS.values():
        check_equal(chosen.parse(chosen.generate(graph)), graph)


def check_equal(parsed: nx.MultiDiGraph, graph: nx.MultiDiGraph) -> None:
    assert type(parsed) is nx.MultiDiGraph
    assert dict(parsed.nodes(data=True)) == dict(graph.nodes(data=True))
    assert {edge[:3]: edge[3] for edge in parsed.edges(keys=True, data=True)} == {
        edge[:3]: edge[3] for edge in graph.edges(keys=True, data=True)
    }
    assert nx.utils.graphs_equal(parsed, graph)
    assert [type(value) for _, data in parsed.nodes(data=True) for value in data.values()] == [
        type(data[key]) for node, data in graph.nodes(data=True) for key in parsed.nodes[node]
    ]


@given(text=NASTY)
def test_escaped_text_comes_back(text: str) -> None:
    assert unescape(escape(text)) == text


@pytest.fixture
def small() -> nx.MultiDiGraph:
    graph = graph_with("José \x02 & Ann")
    graph.add_node("outlet:1", kind="outlet", label="The Daily Example", quotations=3, relayed=0)
    proof = {"articles": ["a1"], "evidence": ["q1", "q2"]}
    graph.add_edge("speaker:1", "outlet:1", "quoted_by", weight=2, first="2011-04-01", last="2011-05-01", **proof)
    graph.add_edge("speaker:1", "outlet:1", "via", weight=1, relations=["told"], **proof)
    return graph


def test_gexf_shows_labels_weights_and_times(small: nx.MultiDiGraph) -> None:
    root = ElementTree.fromstring(FORMATS["gexf"].generate(small))
    space = {"": "http://www.gexf.net/1.2draft"}
    labels = [node.get("label") for node in root.findall(".//node", space)]
    assert labels == ["José \\u0002 & Ann", "The Daily Example"]
    shown = ("id", "label", "weight", "start", "end")
    assert [tuple(edge.get(name) for name in shown) for edge in root.findall(".//edge", space)] == [
        ("e0", "quoted by", "2", "2011-04-01", "2011-05-01"),
        ("e1", "via", "1", None, None),
    ]
    graph = root.find("graph", space)
    assert graph is not None
    assert graph.attrib == {"defaultedgetype": "directed", "mode": "dynamic", "timeformat": "date"}
    columns = {attribute.get("id"): attribute.get("title") for attribute in root.findall(".//attribute", space)}
    assert set(columns.values()) == {
        "kind",
        "quotations",
        "relayed",
        "first",
        "last",
        "relations",
        "articles",
        "evidence",
    }
    assert {value.get("for") for value in root.findall(".//attvalue", space)} == set(columns)


def test_graphml_declares_every_key_and_repeats_no_id(small: nx.MultiDiGraph) -> None:
    root = ElementTree.fromstring(FORMATS["graphml"].generate(small))
    space = {"": "http://graphml.graphdrawing.org/xmlns"}
    keys = {(key.get("for"), key.get("id")): key.get("attr.name") for key in root.findall("key", space)}
    for scope in ("node", "edge"):
        used = {(scope, data.get("key")) for data in root.findall(f".//{scope}/data", space)}
        assert used <= set(keys)
    assert set(keys.values()) >= {"label", "kind", "weight"}
    ids = [element.get("id") for scope in ("node", "edge") for element in root.findall(f".//{scope}", space)]
    assert len(set(ids)) == len(ids) == 4


def test_json_has_links_with_keys(small: nx.MultiDiGraph) -> None:
    data = json.loads(FORMATS["json"].generate(small))
    assert data["nodes"][0] == {"kind": "person", "label": "José \x02 & Ann", "id": "speaker:1"}
    assert [(link["key"], link["evidence"]) for link in data["links"]] == [
        ("quoted_by", ["q1", "q2"]),
        ("via", ["q1", "q2"]),
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_network_gives_the_same_document(small: nx.MultiDiGraph, name: str) -> None:
    generate = FORMATS[name].generate
    assert generate(small) == generate(small.copy())


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("packed", ["", ".gz"])
def test_files_are_read_back(small: nx.MultiDiGraph, tmp_path: Path, name: str, packed: str) -> None:
    path = tmp_path / "new" / f"network.{name.upper()}{packed}"
    write_graph(small, path)
    assert nx.utils.graphs_equal(read_graph(path), small)
    assert (path.read_bytes()[:2] == b"\x1f\x8b") == bool(packed)


def test_standard_streams_stand_for_a_dash(
    small: nx.MultiDiGraph, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_graph(small, "-", "gexf")
    monkeypatch.setattr("sys.stdin", io.StringIO(capsys.readouterr().out))
    assert nx.utils.graphs_equal(read_graph("-", "gexf"), small)


def test_a_wrong_format_lists_the_right_ones(small: nx.MultiDiGraph, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no format 'gml'; choose one of these: gexf, graphml, json"):
        write_graph(small, tmp_path / "network.gexf", "gml")
    with pytest.raises(UsageError, match=r"'-' tells no format; .* --format: gexf, graphml, json"):
        write_graph(small, "-")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", ["", "{}", "[1]", "<a/>", '{"nodes": 1, "links": []}', "<gexf><graph/></gexf>"])
def test_a_file_that_is_no_network_of_ours(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / "network"
    path.write_text(text)
    with pytest.raises(InputError, match="holds no network that we wrote"):
        read_graph(path, name)


@pytest.mark.parametrize("name", FORMATS)
def test_a_network_of_another_program(tmp_path: Path, name: str) -> None:
    path = tmp_path / "network"
    foreign = nx.MultiDiGraph([("a", "b")])
    writers = {"gexf": nx.write_gexf, "graphml": nx.write_graphml_xml}
    if name in writers:
        writers[name](foreign, path)
    else:
        path.write_text(json.dumps(nx.node_link_data(foreign)))  # its edges are called edges
    with pytest.raises(InputError, match="holds no network that we wrote"):
        read_graph(path, name)


def test_a_file_that_cannot_be_read_or_written(small: nx.MultiDiGraph, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_graph(tmp_path / "none.gexf")
    damaged = tmp_path / "damaged.json.gz"
    damaged.write_bytes(gzip.compress(b"{}")[:-4])
    with pytest.raises(InputError, match="cannot be read"):
        read_graph(damaged)
    (tmp_path / "folder.json").mkdir()
    with pytest.raises(UsageError, match="cannot be written"):
        write_graph(small, tmp_path / "folder.json")
