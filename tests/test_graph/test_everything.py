"""Every network, measure, file and picture, from the command line, on the demo's store and on one of 300 articles."""

import json
from dataclasses import replace
from itertools import product
from pathlib import Path
from xml.etree import ElementTree

import pytest
from lxml import etree
from typer.testing import CliRunner

from graph.cli import app
from graph.formats import FORMATS, read
from graph.measures.definitions import choose
from graph.networks import KINDS
from quotes.domain import Article, Cast, CastMention, Member, ParsedArticle, Source, Span, member_id
from quotes.errors import UsageError
from quotes.parser import Parser
from quotes.read import read_articles
from quotes.settings import database_url
from quotes.store import open_store
from tests.bench.archive import newsroom
from tests.conftest import build_article

ARTICLES = Path(__file__).parents[2] / "data" / "articles"
SCHEMA = etree.XMLSchema(etree.parse(str(Path(__file__).parent / "gexf-1.3" / "gexf.xsd")))
NOBODY = ("demo", "within")  # its articles have nobody who quotes another
BEGINNINGS = {".svg": b"<?xml", ".png": b"\x89PNG", ".pdf": b"%PDF", ".html": b"<!DOCTYPE html>"}
NESTED = ("They told me ‘the weir will hold’ and went", Source("named_person", "Ilka Brandau"))
SPOKEN_OF = ("I pay what Ilka Brandau asks", Source("named_person", "Oskar Riemann"))
TWO = {"demo": ("Marcus Ellery", "Lorraine Pascoe"), "archive": ("Olech Ashsworth", "Kayley Weyshaw")}


def speaking_of_each_other() -> ParsedArticle:
    """One who quotes another, who speaks of the first: neither is found in a made-up archive."""
    parsed = build_article("weir", NESTED, ("the weir will hold", SPOKEN_OF[1]), SPOKEN_OF)
    text, (outer, inner, last) = parsed.article.text, parsed.quotations
    start = text.index("‘")
    stands = replace(inner.quotation, span=Span(start, start + 20), content=Span(start + 1, start + 19), parent=0)
    inner = replace(inner, attribution=replace(inner.attribution, quotation=stands))
    place = Span(text.rindex("Ilka Brandau"), text.rindex("Ilka Brandau") + len("Ilka Brandau"))
    member = Member(member_id("weir", place), "person", "Ilka Brandau", (CastMention(place, "name"),))
    return replace(parsed, quotations=(outer, inner, last), cast=Cast((member,)))


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("stores")
    newsroom.make(str(folder / "archive.db"))
    with open_store(database_url(str(folder / "archive.db"))) as store:
        store.add(speaking_of_each_other())
    parser = Parser(threads=1)
    articles = [one for one in read_articles([ARTICLES]) if isinstance(one, Article)]
    with open_store(database_url(str(folder / "demo.db"))) as store:
        store.add_all(parser.parse_all(articles))
    return {name: str(folder / f"{name}.db") for name in ("demo", "archive")}


@pytest.fixture(params=["demo", "archive"])
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def db(name: str, stores: dict[str, str]) -> str:
    return stores[name]


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def check_picture(path: Path) -> None:
    assert path.read_bytes().startswith(BEGINNINGS[path.suffix])
    if path.suffix == ".svg":
        assert ElementTree.parse(path).getroot().tag.endswith("svg")


@pytest.mark.parametrize("kind", KINDS)
def test_every_network_is_measured(kind: str, name: str, db: str) -> None:
    asked = ("stats", "--network", kind, "--format", "jsonl", "--db", db)
    rows = [json.loads(line) for line in run(*asked).splitlines()]
    tables = {str(row["table"]) for row in rows}
    assert {"network", "nodes"} <= tables if (name, kind) != NOBODY else tables == {"network"}
    for one in choose((), kind):
        told = run(*asked, "--measure", one.name)
        assert one.name in told or {*one.tables} <= {"ties", "communities", "pairs"} or (name, kind) == NOBODY


@pytest.mark.parametrize("kind", KINDS)
def test_every_network_becomes_every_file(kind: str, name: str, db: str, tmp_path: Path) -> None:
    sizes = set()
    for format, chosen in FORMATS.items():
        if format == "prov":
            continue  # of quotations, not of a network
        path = tmp_path / f"net.{format}"
        run("export", "--network", kind, "--format", format, "--no-layout", "--db", db, "-o", str(path))
        if chosen.parse is not None:
            back = read(path, format)
            sizes.add((len(back), back.number_of_edges()))
        if format == "gexf":
            SCHEMA.assertValid(etree.parse(str(path)))
    assert len(sizes) == 1, "not every file has the same network"
    (nodes, edges) = sizes.pop()
    assert (nodes > 1 and edges > 0) or (name, kind) == NOBODY


@pytest.mark.parametrize(("kind", "ending"), [*product(KINDS, (".svg", ".html")), ("relay", ".png"), ("about", ".pdf")])
def test_every_network_becomes_a_picture_and_a_page(kind: str, ending: str, name: str, db: str, tmp_path: Path) -> None:
    path = tmp_path / f"net{ending}"
    if (name, kind) == NOBODY:
        with pytest.raises(UsageError, match="nothing to draw: nobody is linked here; choose another network"):
            run("draw", "--network", kind, "--db", db, "-o", str(path))
        return
    run("draw", "--network", kind, "--db", db, "-o", str(path))
    check_picture(path)


def test_every_quotation_has_its_provenance(db: str, tmp_path: Path) -> None:
    rdflib = pytest.importorskip("rdflib")
    run("export", "--db", db, "-o", str(tmp_path / "net.ttl"))
    told = rdflib.Graph().parse(tmp_path / "net.ttl")
    quoted = rdflib.PROV.wasQuotedFrom
    assert len({*told.subjects(quoted)}) > 100


@pytest.mark.parametrize("format", [format for format in FORMATS if format != "prov"])
def test_a_sequence_becomes_every_file(format: str, db: str, tmp_path: Path) -> None:
    run("export", "--every", "year", "--no-layout", "--format", format, "--db", db, "-o", str(tmp_path / "net.file"))
    files = list(tmp_path.iterdir())
    assert files
    if format == "gexf":
        SCHEMA.assertValid(etree.parse(str(files[0])))


def test_measures_go_into_files(db: str, tmp_path: Path) -> None:
    path = tmp_path / "net.json"
    measures = [one for one in choose((), "speaker-outlet") if {*one.tables} & {"nodes", "outlets", "ties"}]
    run("export", "--with", ",".join(one.name for one in measures), "--db", db, "-o", str(path))
    network = read(path)
    carried = {key for _, data in network.nodes(data=True) for key in data}
    carried |= {key for *_, data in network.edges(data=True) for key in data}
    assert {"betweenness", "pagerank", "core", "community", "community_name", "hhi"} <= carried


def test_parts_ways_and_the_other_pictures(name: str, db: str, tmp_path: Path) -> None:
    one, other = TWO[name]
    ways = [json.loads(line) for line in run("path", one, other, "--format", "jsonl", "--db", db).splitlines()]
    assert ways
    assert run("chains", "--format", "jsonl", "--db", db)
    around = tmp_path / "around.json"
    run("export", "--around", one, "--steps", "2", "--backbone", "0.9", "--db", db, "-o", str(around))
    assert len(read(around)) >= 1
    for ending in (".svg", ".png", ".pdf"):
        run("chord", "--by", "outlet", "--db", db, "-o", str(tmp_path / f"chord{ending}"))
        run("timeline", one, "--db", db, "-o", str(tmp_path / f"timeline{ending}"))
        check_picture(tmp_path / f"chord{ending}")
        check_picture(tmp_path / f"timeline{ending}")


def test_periods_are_compared(name: str, db: str) -> None:
    periods = {"demo": ("2023", "2024"), "archive": ("2012..2015", "2016..2020")}[name]
    rows = [json.loads(line) for line in run("compare", *periods, "--format", "jsonl", "--db", db).splitlines()]
    assert rows
    by_outlet = run("compare", *periods, "--by", "outlet", "--resamples", "100", "--format", "jsonl", "--db", db)
    assert len(by_outlet.splitlines()) >= 1
