"""`quotes graph export` writes every format, what measures say, and sequences."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from graph.cli import app
from graph.formats import FORMATS, read
from quotes.domain import ParsedArticle, Source
from quotes.errors import UsageError
from quotes.store import open_store

Build = Callable[..., ParsedArticle]
ANN, BOB = Source("named_person", "Ann Lee"), Source("named_person", "Bob Rees")


@pytest.fixture(autouse=True)
def db(tmp_path: Path, build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(tmp_path / "quotes.db")
    with open_store(f"sqlite:///{path}") as store:
        store.add(build("a1", ("One", ANN), ("Two", BOB), published=date(2020, 1, 5)))
        store.add(build("a2", ("Three", ANN), published=date(2020, 3, 1)))
    monkeypatch.setenv("QUOTES_DB", path)


def export(*arguments: str) -> str:
    result = CliRunner().invoke(app, ("export", *arguments), catch_exceptions=False)
    assert result.exit_code == 0
    return result.stderr + result.stdout


@pytest.mark.parametrize("ending", [ending for chosen in FORMATS.values() for ending in chosen.endings])
def test_the_files_name_tells_the_format(tmp_path: Path, ending: str) -> None:
    told = export("-o", str(tmp_path / f"net.{ending}.gz"))
    assert "3 edges" in told or "3 quotations" in told
    for path in tmp_path.glob("net*"):
        assert str(path) in told
        assert path.read_bytes()[:2] == b"\x1f\x8b"
    assert sum(1 for _ in tmp_path.glob("net*")) == (2 if ending == "csv" else 1)


def test_help_names_every_format() -> None:
    command = get_command(app).commands["export"]  # type: ignore[attr-defined]
    (option,) = [option for option in command.params if option.name == "format"]
    assert all(name in option.help for name in FORMATS)


def test_nodes_have_places_where_programs_show_them(tmp_path: Path) -> None:
    path = tmp_path / "net.gexf"
    export("-o", str(path))
    assert all({"x", "y", "size", "color"} <= set(data) for _, data in read(path).nodes(data=True))
    export("-o", str(path), "--no-layout")
    assert not any("x" in data for _, data in read(path).nodes(data=True))
    assert "x" not in json.loads(export("--format", "json"))["nodes"][0]
    assert "x" in json.loads(export("--format", "json", "--layout"))["nodes"][0]


def test_measures_are_attributes_of_nodes(tmp_path: Path) -> None:
    export("-o", str(tmp_path / "net.graphml"), "--with", "pagerank, community")
    for _, data in read(tmp_path / "net.graphml").nodes(data=True):
        assert {"pagerank", "community", "community_name"} <= set(data)


def test_a_sequence_keeps_its_nodes_in_their_places(tmp_path: Path) -> None:
    told = export("-o", str(tmp_path / "net.graphml"), "--every", "month")
    assert "3 networks, one a month" in told
    january, march = (read(tmp_path / f"net-2020-0{month}.graphml") for month in (1, 3))
    (outlet,) = set(january) & set(march)
    assert january.nodes[outlet]["x"] == march.nodes[outlet]["x"]
    export("-o", str(tmp_path / "net.gexf"), "--every", "month")
    assert 'mode="dynamic"' in (tmp_path / "net.gexf").read_text()


def test_what_makes_no_sense_is_told_before_the_work(tmp_path: Path) -> None:
    for options, message in (
        (("-o", "net.xls"), "tells no format; end it in one of .gexf"),
        (("--format", "xls"), "there is no format 'xls'; choose one of these: gexf"),
        (("--format", "csv"), "standard output cannot hold"),
        (("--format", "prov", "--every", "month"), "leave out --network, --every and --with"),
        (("--format", "json", "--with", "beauty"), "there is no measure 'beauty'"),
        (("--format", "gml", "--every", "month"), "a file a period cannot go to standard output"),
    ):
        with pytest.raises(UsageError, match=message):
            export(*options)
    assert not list(tmp_path.glob("net*"))
