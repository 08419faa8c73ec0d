"""What we write is read by other programs as it was meant: the schema of GEXF, networkx, igraph, graphviz, csv."""

import csv
import io
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from lxml import etree

from graph.attributes import EDGE_ATTRIBUTES
from graph.formats import FORMATS
from graph.formats.text import escape
from tests.test_graph.samples import SAMPLES, laid_out

SCHEMA = etree.XMLSchema(etree.parse(str(Path(__file__).parent / "gexf-1.3" / "gexf.xsd")))
EVERY = pytest.mark.parametrize(
    "network", [make() for make in (*SAMPLES.values(), laid_out)], ids=[*SAMPLES, "laid-out"]
)


def text_of(network: nx.Graph, name: str, part: str = "") -> str:
    return "".join(FORMATS[name].parts[part](network))


def shown(value: Any) -> Any:
    """As an XML file says it."""
    if isinstance(value, list):
        return escape(json.dumps(value, ensure_ascii=False))
    return escape(value) if isinstance(value, str) else value


def check_same(read: nx.Graph, network: nx.Graph) -> None:
    """Nodes, edges and whatever of their attributes the other program has kept; it may have made up further ones."""
    assert read.is_directed() == network.is_directed()
    assert set(read) == set(network)
    for node, data in network.nodes(data=True):
        assert {name: read.nodes[node].get(name) for name in data} == {name: shown(data[name]) for name in data}
    assert len(read.edges) == len(network.edges)
    for source, target, data in network.edges(data=True):
        back = read.edges[source, target]
        assert {name: back.get(name) for name in data} == {name: shown(data[name]) for name in data}


@EVERY
def test_gexf_is_valid(network: nx.Graph) -> None:
    SCHEMA.assertValid(etree.fromstring(text_of(network, "gexf").encode()))


@EVERY
def test_networkx_reads_gexf(network: nx.Graph) -> None:
    for _, data in network.nodes(data=True):
        for name in (
            "x",
            "y",
            "size",
            "color",
        ):  # viz elements are where the schema wants them; networkx looks elsewhere
            data.pop(name, None)
    back = nx.read_gexf(io.BytesIO(text_of(network, "gexf").encode()), version="1.3")
    check_same(back, network)
    elements = [(network.nodes[node], back.nodes[node]) for node in network]
    elements += [(network.edges[edge], back.edges[edge]) for edge in network.edges]
    for data, read in elements:  # and the time that each is there
        spell = [(data["first"], f"{data['last']}T23:59:59")] if "first" in data else None
        assert read.get("spells") == spell


def test_gexf_shows_labels_places_and_times() -> None:
    root = etree.fromstring(text_of(laid_out(), "gexf").encode())
    space = {"g": "http://gexf.net/1.3"}
    graph = root.find("g:graph", space)
    assert dict(graph.attrib) == {
        "defaultedgetype": "directed", "idtype": "string", "mode": "dynamic", "timeformat": "date",
        "timerepresentation": "interval",
    }  # fmt: skip
    node = root.find(".//g:node[@id='speaker:2']", space)
    assert node.get("label") == "Zoë 🦊 李小龍"
    places = [node.find(f"g:{name}", space) for name in ("position", "size", "color")]
    assert [dict(place.attrib) for place in places] == [
        {"x": "-1.5", "y": str(1 / 7), "z": "0.0"}, {"value": "5.0"}, {"r": "1", "g": "128", "b": "255"},
    ]  # fmt: skip
    assert {place.prefix for place in places} == {"viz"}  # which Gephi Lite looks for
    spells = [dict(spell.attrib) for spell in root.findall(".//g:edge/g:spells/g:spell", space)]
    assert spells[:2] == [
        {"start": "2020-01-03", "end": "2020-02-29T23:59:59"}, {"start": "2020-01-03", "end": "2020-01-03T23:59:59"},
    ]  # fmt: skip
    assert all(spell["start"] != spell["end"] for spell in spells)
    columns = {column.get("id"): column.get("title") for column in root.findall(".//g:attribute", space)}
    assert all(identity == title for identity, title in columns.items())  # Gephi Lite shows the ids
    assert {value.get("for") for value in root.findall(".//g:attvalue", space)} <= set(columns)
    assert not {"label", "x", "y", "size", "color"} & set(columns)


def test_gexf_without_dates_has_no_timeline() -> None:
    network: nx.DiGraph = nx.DiGraph([("a", "b")])
    text = text_of(network, "gexf")
    assert 'mode="static"' in text
    assert "spell" not in text
    SCHEMA.assertValid(etree.fromstring(text.encode()))


@EVERY
def test_networkx_reads_graphml(network: nx.Graph) -> None:
    check_same(nx.read_graphml(io.BytesIO(text_of(network, "graphml").encode())), network)


@EVERY
def test_networkx_reads_gml(network: nx.Graph) -> None:
    read = nx.read_gml(io.BytesIO(text_of(network, "gml").encode()), label="name")
    assert read.is_directed() == network.is_directed()
    assert dict(read.nodes(data="label")) == dict(network.nodes(data="label"))
    for source, target, data in network.edges(data=True):
        plain = {name: value for name, value in data.items() if EDGE_ATTRIBUTES[name] is not list}
        assert {name: read.edges[source, target][name] for name in plain} == plain
        lists = {name: value for name, value in data.items() if name not in plain}
        assert {name: json.loads(read.edges[source, target][name]) for name in lists} == lists


@EVERY
def test_networkx_reads_pajek_and_json(network: nx.Graph) -> None:
    pajek = nx.parse_pajek(text_of(network, "pajek"))
    assert len(pajek) == len(network)
    assert sum(weight for *_, weight in pajek.edges(data="weight")) == network.size("weight")
    assert {type(pajek)} <= {nx.MultiDiGraph if network.is_directed() else nx.MultiGraph}
    linked = nx.node_link_graph(json.loads(text_of(network, "json")), edges="links")
    assert nx.utils.graphs_equal(linked, network)


@EVERY
@pytest.mark.filterwarnings("ignore:One or more unknown entities")  # igraph keeps &#233; as it stands
@pytest.mark.parametrize("name", ["graphml", "gml", "pajek"])
def test_igraph_reads(network: nx.Graph, name: str, tmp_path: Path) -> None:
    igraph = pytest.importorskip("igraph")
    path = tmp_path / "network"
    path.write_text(text_of(network, name), encoding="utf-8")
    read = igraph.Graph.Read(str(path), format=name)
    assert read.is_directed() == network.is_directed()
    assert (read.vcount(), read.ecount()) == (len(network), len(network.edges))
    assert sum(read.es["weight"]) == network.size("weight")
    if name == "graphml":
        assert read.vs["label"] == [shown(data["label"]) for _, data in network.nodes(data=True)]
    if name != "pajek":
        ids = read.vs["id" if name == "graphml" else "name"]
        assert {(ids[edge.source], ids[edge.target]) for edge in read.es} == set(network.edges)


@EVERY
def test_graphviz_reads_dot(network: nx.Graph) -> None:
    if shutil.which("dot") is None:
        pytest.skip("graphviz is not installed")
    ran = subprocess.run(
        ["dot", "-Tdot_json"], input=text_of(network, "dot").encode(), capture_output=True, check=True, timeout=60
    )
    assert ran.stderr == b""
    read = json.loads(ran.stdout)
    assert read["directed"] == network.is_directed()
    labels = {node["name"]: node["label"] for node in read["objects"]}
    assert labels == {
        node: escape(data["label"]).replace("\\", "\\\\").replace("\r\n", "\n").replace("\n", "\\n")
        for node, data in network.nodes(data=True)
    }
    names = {node["_gvid"]: node["name"] for node in read["objects"]}
    assert {(names[edge["tail"]], names[edge["head"]], float(edge["weight"])) for edge in read["edges"]} == {
        (*ends, float(weight)) for *ends, weight in network.edges(data="weight")
    }


@EVERY
def test_cytoscape_has_the_elements_that_it_asks_for(network: nx.Graph) -> None:
    read = json.loads(text_of(network, "cytoscape"))
    nodes, edges = read["elements"]["nodes"], read["elements"]["edges"]
    assert {node["data"]["id"]: node["data"]["name"] for node in nodes} == dict(network.nodes(data="label"))
    assert {(edge["data"]["source"], edge["data"]["target"]) for edge in edges} == set(network.edges)
    ids = [element["data"]["id"] for element in (*nodes, *edges)]
    assert len(set(ids)) == len(ids)
    assert all(set(element) <= {"data", "position"} for element in (*nodes, *edges))
    assert "parent" not in {name for element in (*nodes, *edges) for name in element["data"]}


@EVERY
def test_gephi_finds_its_columns(network: nx.Graph) -> None:
    nodes = list(csv.DictReader(io.StringIO(text_of(network, "csv", "nodes"), newline="")))
    edges = list(csv.DictReader(io.StringIO(text_of(network, "csv", "edges"), newline="")))
    assert list(nodes[0])[:2] == ["Id", "Label"]
    assert list(edges[0])[:4] == ["Source", "Target", "Type", "Weight"]
    assert [node["Id"] for node in nodes] == list(network)
    pairs = [(edge["Source"], edge["Target"]) for edge in edges]
    assert pairs == list(network.edges)
    assert len(set(pairs)) == len(pairs)
    assert {edge["Type"] for edge in edges} == {"Directed" if network.is_directed() else "Undirected"}
    assert {tuple(edge) for edge in edges} == {tuple(edges[0])}  # no cell too many or too few


@EVERY
def test_neo4j_finds_its_headers(network: nx.Graph) -> None:
    nodes = text_of(network, "neo4j", "nodes").split("\n")[:-1]
    edges = text_of(network, "neo4j", "edges").split("\n")[:-1]
    assert len(nodes) == len(network) + 1  # a line a node, whatever its name holds
    assert len(edges) == len(network.edges) + 1
    header = nodes[0].split(",")
    assert header[0] == "id:ID"
    assert "name:string" in header
    assert header[-1] == ":LABEL"
    assert edges[0].split(",")[:3] == [":START_ID", ":END_ID", "weight:long"]
    assert edges[0].split(",")[-1] == ":TYPE"
    types = {column.partition(":")[2] for line in (nodes[0], edges[0]) for column in line.split(",")[1:-1]}
    assert types <= {"boolean", "long", "double", "string", "string[]", "date", "END_ID"}
    known = set(network)
    assert all(line.split(",")[0] in known and line.split(",")[1] in known for line in edges[1:])
