"""What is written into the page of a network, and what the command says of it."""

import re
from pathlib import Path

import networkx as nx
import pytest
from typer.testing import CliRunner

import graph
from graph.cli import app
from graph.page import write_page
from graph.page.proof import MOST_OF_AN_EDGE, share
from quotes.errors import UsageError
from quotes.store import Selection, Store, open_store
from tests.conftest import build_article
from tests.test_graph.conftest import ADA


def test_shares() -> None:
    assert share([100, 100], MOST_OF_AN_EDGE, 1000) == MOST_OF_AN_EDGE
    assert share([3, 3], 25, 1) == 0


def test_a_store_gives_the_quotations_of_these_ids(store: Store) -> None:
    store.add(build_article("a1", ("It will hold", ADA), ("It may not", ADA), ("We shall see", ADA)))
    wanted = {record.id for record in store.select(Selection())[1:]}
    assert {record.id for record in store.iter(Selection(quotations=(*wanted, "nothing")))} == wanted


def test_the_command_writes_the_page(tmp_path: Path) -> None:
    db, path = tmp_path / "quotes.db", tmp_path / "out" / "net.html"
    with open_store(f"sqlite:///{db}") as store:
        store.add(build_article("a1", ("It will hold", ADA), outlet="The Example"))
    result = CliRunner().invoke(app, ["draw", "--db", str(db), "-o", str(path)], catch_exceptions=False)
    assert result.stderr == f"{path}: 2 of 2 nodes, 1 of 1 edges\n"
    assert "It will hold" in path.read_text(encoding="utf-8")


def test_the_same_network_gives_the_same_page(bridge: Store, tmp_path: Path) -> None:
    first, second = tmp_path / "1.html", tmp_path / "2.html"
    for path in (first, second):
        graph.draw(graph.build(bridge), path, proof=bridge)
    assert first.read_bytes() == second.read_bytes()


def test_nobody_linked_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is nothing to draw"):
        write_page(nx.DiGraph(kind="relay"), tmp_path / "net.html")


def test_the_colours_are_those_of_the_page_of_an_article() -> None:
    root = Path(__file__).parents[2]
    ours, theirs = (
        re.findall(r"--(paper|ink|soft|line|card|link): (#\w+)", (root / name).read_text(encoding="utf-8"))
        for name in ("graph/page/page.css", "quotes/page/page.css")
    )
    assert ours[: len(theirs)] == theirs
