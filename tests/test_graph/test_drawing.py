"""Pictures of networks."""

import itertools
import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.drawing import draw
from graph.drawing.canvas import PAPERS, PaperName, open_canvas
from graph.drawing.captions import Captions
from graph.drawing.charts import draw_chords, draw_months
from graph.drawing.chord import spread
from graph.drawing.flows import REST, Flow, arcs_of, flows_of, order_of
from graph.drawing.picture import draw_network
from graph.drawing.sketch import Sketch
from graph.drawing.thin import thin
from graph.drawing.timeline import series_by_outlet
from graph.drawing.words import clean, shorten, width
from quotes.errors import UsageError
from tests.test_graph.many import many
from tests.test_graph.samples import SAMPLES, sample

SVG = "{http://www.w3.org/2000/svg}"


def words(path: Path, group: str = "") -> list[str]:
    """The texts in an SVG, those of groups whose id begins so."""
    found = ElementTree.parse(path).iterfind(f".//{SVG}g[@id]")
    return [t.text or "" for g in found if g.get("id", "").startswith(group) for t in g.iterfind(f"{SVG}text")]


def sketched(network: nx.Graph, paper: PaperName = "screen") -> Sketch:
    with open_canvas(paper, "png") as canvas:
        return draw_network(canvas, network, Captions("A", "b", "c"), color_by="kind", labels=None)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("count", [20, 200, 2000])
def test_no_name_lies_on_another_or_off_the_sheet(count: int, paper: PaperName) -> None:
    sketch, sheet = sketched(many(count), paper), PAPERS[paper]
    boxes = [label.box for label in sketch.labels.values()]
    assert len(boxes) >= min(count, 60) * 0.9
    for left, low, right, high in boxes:
        assert 0 <= left < right <= sheet.width
        assert 0 <= low < high <= sheet.height
    for one, other in itertools.combinations(boxes, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_names_are_as_wide_as_they_were_measured() -> None:
    with open_canvas("screen", "png") as canvas:
        draw_network(canvas, many(20), Captions("A", "b", "c"), color_by="kind", labels=None)
        canvas.figure.set_dpi(360)  # at which letters are not put on whole pixels that matter
        canvas.figure.canvas.draw()
        texts = {t.get_text(): t for t in canvas.axes.texts if (t.get_gid() or "").startswith("label-")}
        for text in texts.values():
            bold, italic = text.get_fontweight() == "bold", text.get_fontstyle() == "italic"
            measured = width(text.get_text(), float(text.get_fontsize()), bold=bold, italic=italic)
            assert text.get_window_extent().width / 5 == pytest.approx(measured, rel=0.03)
    assert texts


def test_an_svg_says_in_words_what_it_shows(tmp_path: Path) -> None:
    path = tmp_path / "net.svg"
    draw(many(30), path, store="demo.db")
    assert words(path, "title") == ["Who is quoted where"]
    assert words(path, "subtitle") == ["Since 2020. All 30 sources and outlets, 30 links."]
    assert words(path, "source") == ["Source: demo.db · 30 articles, 90 quotations · 2 January 2020 to 4 March 2021"]
    assert {"person", "organisation", "unnamed source", "document", "outlet"} < {*words(path, "legend")}
    labels = {data["label"] for _, data in many(30).nodes(data=True)}
    assert {*words(path, "label-")} <= labels
    root = ElementTree.parse(path).getroot()
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "Who is quoted where"
    tips = [g.findtext(f"{SVG}title") for g in root.iterfind(f".//{SVG}g") if g.get("id", "").startswith("node-")]
    assert len(tips) == 30
    assert all(tip and "quotations" in tip for tip in tips)


def test_unnamed_sources_are_hollow(tmp_path: Path) -> None:
    network: nx.DiGraph = nx.DiGraph(kind="speaker-outlet")
    network.add_node("speaker:1", kind="unnamed_person", side="speaker", label="a clerk")
    network.add_node("speaker:2", kind="person", side="speaker", label="Ada Alder")
    network.add_node("outlet:1", kind="outlet", side="outlet", label="The Example")
    network.add_edges_from([("speaker:1", "outlet:1"), ("speaker:2", "outlet:1")], weight=2)
    draw(network, tmp_path / "net.svg")
    fills = {}
    for group in ElementTree.parse(tmp_path / "net.svg").iterfind(f".//{SVG}g[{SVG}title]"):
        path = group.find(f"{SVG}path")
        assert path is not None
        fills[str(group.findtext(f"{SVG}title")).partition(" · ")[0]] = path.get("style", "").partition(";")[0]
    assert fills["a clerk"] == "fill: #ffffff"
    assert fills["Ada Alder"] == "fill: #0072b2"


@pytest.mark.parametrize("kind", ["relay", "about", "within"])
def test_arrows_tell_the_way_where_it_matters(kind: str, tmp_path: Path) -> None:
    draw(sample(kind), tmp_path / "net.svg")
    assert 'id="arrowheads"' in (tmp_path / "net.svg").read_text(encoding="utf-8")
    draw(sample("speaker-outlet"), tmp_path / "other.svg")
    assert 'id="arrowheads"' not in (tmp_path / "other.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", SAMPLES)
@pytest.mark.parametrize("ending", ["svg", "png", "pdf"])
def test_awkward_names_do_not_break_a_file(kind: str, ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"net.{ending}"
    draw(sample(kind), path, store="a<b>&.db")
    if ending == "svg":
        ElementTree.parse(path)
    assert path.stat().st_size > 3000


def test_names_and_titles_of_hostile_length_are_shortened(tmp_path: Path) -> None:
    network = many(20)
    network.graph["title"] = "who " * 5000
    network.graph["selection"] = "x" * 100_000
    for _, data in network.nodes(data=True):
        data["label"] = "Wolfeschlegelsteinhausen" * 1000
    draw(network, tmp_path / "net.svg", store="y" * 10_000)
    assert max(map(len, words(tmp_path / "net.svg"))) < 300
    assert words(tmp_path / "net.svg", "label-")[0].endswith("…")
    assert len((tmp_path / "net.svg").read_bytes()) < 200_000


@given(st.text(), st.integers(2, 40))
def test_shortened_words_are_one_safe_line(text: str, most: int) -> None:
    short = shorten(text, most)
    assert len(short) <= most
    assert short == clean(short)
    assert short.isprintable() or not text.isprintable()


def test_a_png_and_a_pdf_open(tmp_path: Path) -> None:
    from PIL import Image

    draw(many(30), tmp_path / "net.png")
    with Image.open(tmp_path / "net.png") as image:
        assert image.size == (2400, 1500)
        assert len(image.convert("RGB").getcolors(10**7) or ()) > 100
    draw(many(30), tmp_path / "net.pdf", paper="a4")
    assert (tmp_path / "net.pdf").read_bytes().startswith(b"%PDF")
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler is not installed")
    read = subprocess.run(["pdftotext", tmp_path / "net.pdf", "-"], capture_output=True, text=True, check=True).stdout
    assert "Who is quoted where" in read
    assert "The Alder Post 0" in read
    size = subprocess.run(["pdfinfo", tmp_path / "net.pdf"], capture_output=True, text=True, check=True).stdout
    assert "842 x 595 pts (A4)" in " ".join(size.split())


@pytest.mark.parametrize("ending", ["svg", "png", "pdf"])
def test_the_same_network_gives_the_same_file(ending: str, tmp_path: Path) -> None:
    code = (
        "import sys; from graph.drawing import draw; from tests.test_graph.many import many;"
        "draw(many(200), sys.argv[1], max_nodes=90)"
    )
    files = []
    for seed in "12":
        path = tmp_path / f"{seed}.{ending}"
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[2])}
        subprocess.run([sys.executable, "-c", code, path], env=environment, check=True)
        files.append(path.read_bytes())
    assert files[0] == files[1]


@pytest.mark.parametrize("kind", [nx.DiGraph, nx.Graph])
def test_the_order_of_nodes_and_edges_does_not_matter(kind: type[nx.Graph], tmp_path: Path) -> None:
    network = kind(many(60))
    turned = kind(**network.graph)
    turned.add_nodes_from(reversed(list(network.nodes(data=True))))
    turned.add_edges_from(reversed(list(network.edges(data=True))))
    draw(network, tmp_path / "one.svg")
    draw(turned, tmp_path / "other.svg")
    assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "other.svg").read_bytes()


def test_drawing_changes_nothing(tmp_path: Path) -> None:
    network = many(20)
    draw(network, tmp_path / "net.svg")
    assert nx.utils.graphs_equal(network, many(20))


def test_the_most_quoted_are_drawn_all_of_them_linked() -> None:
    drawn = thin(many(300), 50)
    assert len(drawn.graph) == 50
    assert drawn.all_nodes == 300
    assert min(degree for _, degree in drawn.graph.degree()) > 0


def test_of_dense_links_the_backbone_is_drawn_and_said(tmp_path: Path) -> None:
    network = nx.Graph(kind="co-quoted", title="who is quoted together")
    for one, other in itertools.combinations(range(40), 2):
        network.add_edge(one, other, weight=30 if (one + other) % 13 == 0 else 1)
    drawn = draw(network, tmp_path / "net.svg")
    assert drawn.alpha == 0.05
    assert 40 <= drawn.graph.number_of_edges() < 150
    assert len(drawn.graph) == 40
    assert "of 780 the backbone, α = 0.05" in words(tmp_path / "net.svg", "source")[0]


def test_nothing_and_a_file_of_no_kind_are_told(tmp_path: Path) -> None:
    alone: nx.DiGraph = nx.DiGraph()
    alone.add_node("outlet:1", kind="outlet", label="The Example")
    with pytest.raises(UsageError, match="nothing to draw"):
        draw(alone, tmp_path / "net.svg")
    with pytest.raises(UsageError, match=r"end it in \.svg, \.png or \.pdf"):
        draw(many(20), tmp_path / "net.gif")
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="cannot be written"):
        draw(many(20), tmp_path / "file" / "net.svg")


def test_communities_are_named_in_the_legend(tmp_path: Path) -> None:
    network = many(40)
    for number, (_, data) in enumerate(network.nodes(data=True)):
        data.update(community=number % 2, community_name=f"around {number % 2}")
    draw(network, tmp_path / "net.svg", color_by="community")
    assert {"around 0", "around 1"} < {*words(tmp_path / "net.svg", "legend")}


def test_a_chord_diagram_names_who_gives_and_who_takes(tmp_path: Path) -> None:
    assert draw_chords(sample("relay"), tmp_path / "chord.svg") == 3
    found = words(tmp_path / "chord.svg")
    assert "passed on 4, took over 1" in found
    with pytest.raises(UsageError, match="nothing to draw"):
        draw_chords(nx.DiGraph(), tmp_path / "chord.svg")


def test_whoever_has_least_is_one_of_the_others() -> None:
    network: nx.DiGraph = nx.DiGraph()
    network.add_weighted_edges_from([("a", "b", 9), ("b", "a", 8), ("c", "a", 2), ("d", "c", 1), ("a", "a", 5)])
    flows, names, others = flows_of(network, 3)
    assert {*flows} == {Flow("a", "b", 9), Flow("b", "a", 8), Flow(REST, "a", 2)}
    assert (sorted(names), others) == (["a", "b"], 2)


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"), st.integers(1, 50)), min_size=1))
def test_every_band_has_both_ends_and_the_circle_is_full(edges: list[tuple[str, str, int]]) -> None:
    network: nx.DiGraph = nx.DiGraph()
    network.add_weighted_edges_from(edges)
    flows, _, _ = flows_of(network, 4)
    if flows:
        nodes, ends = arcs_of(order_of(flows), flows)
        assert len(ends) == 2 * len(flows)
        for (node, _source, _target), arc in ends.items():
            assert nodes[node].start - 1e-9 <= arc.start <= arc.end <= nodes[node].end + 1e-9
        spans = sorted((arc.start, arc.end) for arc in nodes.values())
        assert all(one[1] < other[0] for one, other in itertools.pairwise(spans))


@given(st.lists(st.floats(0, 400), max_size=20))
def test_names_beside_a_circle_keep_their_distance(places: list[float]) -> None:
    moved = spread(sorted(places), 20, 0, 400)
    assert all(other - one >= 20 - 1e-6 for one, other in itertools.pairwise(moved))
    assert not moved or max(moved) <= 400


def test_a_timeline_counts_each_month_and_outlet(tmp_path: Path) -> None:
    counted = {("2020-01", "A"): 2, ("2020-03", "A"): 1, ("2020-03", None): 4, (None, "A"): 7}
    everything, rows, undated = series_by_outlet(counted)
    assert dict(everything.counts) == {(2020, 1): 2, (2020, 3): 5}
    assert [(row.name, row.total) for row in rows] == [("(no outlet)", 4), ("A", 3)]
    assert undated == 7
    assert draw_months(counted, tmp_path / "months.svg", name="Ada Alder") == 7
    found = words(tmp_path / "months.svg")
    assert found[0] == "How often Ada Alder is quoted" or "How often Ada Alder is quoted" in found
    assert "Quotations by month. January 2020 to March 2020. 7 in articles without a date are left out." in found
    with pytest.raises(UsageError, match="is dated"):
        series_by_outlet({(None, "A"): 3})


def test_many_outlets_are_one_row() -> None:
    _, rows, _ = series_by_outlet({("2020-01", f"outlet {number:02}"): 30 - number for number in range(12)})
    assert len(rows) == 8
    assert rows[-1].name == "5 other outlets"
