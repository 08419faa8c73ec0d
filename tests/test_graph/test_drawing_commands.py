"""`quotes graph draw`, `chord` and `timeline` on the command line."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner

from graph.cli import app
from graph.cli.draw import store_name
from quotes.domain import ParsedArticle, Source, Via
from quotes.errors import UsageError
from quotes.store import open_store

Build = Callable[..., ParsedArticle]

CAMERON = Source("named_person", "David Cameron", role="British Prime Minister", via=(Via("AP", "told"),))
MAYOR = Source("named_person", "Ines Valdez")


@pytest.fixture
def db(tmp_path: Path, build: Build) -> str:
    path = str(tmp_path / "quotes.db")
    one = build("a1", ("One", CAMERON), ("Two", Source("unnamed_group", descriptor="officials")), outlet="The Example",
                published=date(2020, 1, 3))  # fmt: skip
    other = build("a2", ("Three", CAMERON), ("Four", MAYOR), outlet="The Sample", published=date(2020, 3, 9))
    with open_store(f"sqlite:///{path}") as store:
        store.add_all([one, other])
    return path


def run(*arguments: str) -> str:
    """What is noted on standard error."""
    result = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert result.exit_code == 0
    assert result.stdout == ""
    return result.stderr


def texts(path: Path) -> Iterator[str]:
    return ("".join(text.itertext()) for text in ElementTree.parse(path).iter("{http://www.w3.org/2000/svg}text"))


def test_draw_names_everybody_and_the_source(db: str, tmp_path: Path) -> None:
    path = tmp_path / "out" / "net.svg"
    assert run("draw", "--db", db, "-o", str(path)) == f"{path}: 5 of 5 nodes, 4 of 4 edges\n"
    found = {*texts(path)}
    assert {"David Cameron", "officials", "Ines Valdez", "The Example", "The Sample"} < found
    assert any(text.startswith("Source: quotes.db · 2 articles, 4 quotations") for text in found)


def test_draw_says_what_was_selected(db: str, tmp_path: Path) -> None:
    run("draw", "--db", db, "--since", "2020-02", "-o", str(tmp_path / "net.svg"))
    found = {*texts(tmp_path / "net.svg")}
    assert "The Example" not in found
    assert any("2020-02" in text for text in found)
    run("draw", "--db", db, "--around", "Ines Valdez", "-o", str(tmp_path / "near.svg"))
    assert any(text.startswith("Within 1 step of Ines Valdez") for text in texts(tmp_path / "near.svg"))


def test_draw_by_community_and_on_paper(db: str, tmp_path: Path) -> None:
    run("draw", "--db", db, "--color-by", "community", "--labels", "2", "-o", str(tmp_path / "net.svg"))
    run("draw", "--db", db, "--paper", "a4", "-o", str(tmp_path / "net.pdf"))
    assert (tmp_path / "net.pdf").read_bytes().startswith(b"%PDF")


def test_chord_shows_who_relays_whom(db: str, tmp_path: Path) -> None:
    assert "of" in run("chord", "--by", "outlet", "--db", db, "-o", str(tmp_path / "chord.svg"))
    assert {"AP", "The Example", "The Sample"} < {*texts(tmp_path / "chord.svg")}


def test_timeline_shows_each_month(db: str, tmp_path: Path) -> None:
    assert run("timeline", "cameron", "--db", db, "-o", str(tmp_path / "t.svg")).endswith(": 2 quotations\n")
    assert {"How often David Cameron is quoted", "All outlets", "The Sample"} < {*texts(tmp_path / "t.svg")}


def test_whoever_is_not_there_or_is_several_is_told(db: str, build: Build, tmp_path: Path) -> None:
    path = str(tmp_path / "net.svg")
    with pytest.raises(UsageError, match="nobody called 'Nemo'"):
        run("timeline", "Nemo", "--db", db, "-o", path)
    with pytest.raises(UsageError, match="nothing to draw"):
        run("draw", "--db", db, "--since", "2030", "-o", path)
    with pytest.raises(UsageError, match="nothing to draw"):
        run("chord", "--db", db, "--by", "speaker", "-o", path)
    with pytest.raises(UsageError, match="tells no kind of picture"):
        run("draw", "--db", "none.db", "-o", str(tmp_path / "net.gif"))
    with open_store(f"sqlite:///{db}") as store:
        store.add(build("a3", ("Five", Source("named_person", "Samantha Cameron")), published=date(2020, 1, 3)))
    with pytest.raises(UsageError, match="can be any of 2; ask again with an id"):
        run("timeline", "Cameron", "--db", db, "-o", path)
    assert not Path(path).exists()


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("some/folder/demo.db", "demo.db"),
        ("postgresql+psycopg://me:secret@host/articles?sslmode=require", "articles"),
    ],
)
def test_a_picture_names_its_store_without_what_is_private(url: str, name: str) -> None:
    assert store_name(url) == name
