"""`quotes graph` on the command line: what all of its commands have in common, and the ways between two."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from graph.cli import COMMANDS, app
from quotes.domain import ParsedArticle, Source, Via
from quotes.errors import StoreError, UsageError
from quotes.store import open_store

Build = Callable[..., ParsedArticle]

CAMERON = Source("named_person", "David Cameron", role="British Prime Minister", via=(Via("AP", "told"),))
CLEGG = Source("named_person", "Nick Clegg")
OFFICIALS = Source("unnamed_group", descriptor="officials", anonymous=True)


@pytest.fixture
def db(tmp_path: Path, build: Build, monkeypatch: pytest.MonkeyPatch) -> str:
    path = str(tmp_path / "quotes.db")
    with open_store(f"sqlite:///{path}") as store:
        store.add(build("a1", ("One", CAMERON), ("Two", OFFICIALS), ("Three", CAMERON)))
        store.add(build("a2", ("Four", CLEGG), ("Five", OFFICIALS)))
        store.add(build("a3", ("Six", CAMERON), outlet="The Bell"))
    monkeypatch.setenv("QUOTES_DB", path)
    return path


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


def exported(*options: str) -> list[tuple[str, str]]:
    data = json.loads(run("export", "--format", "json", *options))
    labels = {node["id"]: node["label"] for node in data["nodes"]}
    return sorted((labels[link["source"]], labels[link["target"]]) for link in data["links"])


@pytest.mark.usefixtures("db")
def test_which_network_is_said_by_options() -> None:
    assert exported("--outlet", "the bell") == [("David Cameron", "The Bell")]
    assert exported("--network", "relay", "--speaker", "Cameron") == [("AP", "The Bell"), ("AP", "The Daily Example")]
    assert exported("--group-unnamed", "--anonymous") == [("unnamed: insiders", "The Daily Example")]
    assert exported("--around", "Bell") == [("David Cameron", "The Bell")]
    assert len(exported("--around", "bell", "--steps", "2")) == 2
    assert exported("--backbone", "0.5") == [("David Cameron", "The Daily Example")]


@pytest.mark.usefixtures("db")
def test_ways_between_two_are_a_table_for_people_and_lines_for_programs() -> None:
    (way,) = map(json.loads, run("path", "cameron", "Nick Clegg").splitlines())
    assert (way["way"], way["weight"]) == (["David Cameron", "The Daily Example", "Nick Clegg"], 1)
    assert [(step["from"], step["to"], step["weight"], step["article_ids"]) for step in way["steps"]] == [
        ("David Cameron", "The Daily Example", 2, ["a1"]), ("Nick Clegg", "The Daily Example", 1, ["a2"]),
    ]  # fmt: skip
    assert all(len(step["evidence"]) == step["weight"] for step in way["steps"])
    table = run("path", "cameron", "Nick Clegg", "--format", "table")
    assert "David Cameron → The Daily Example" in table
    assert "a2" in table
    assert run("path", "Clegg", "Bell", "--format", "jsonl", "--until", "2011").count("\n") == 1
    head, row = run("path", "cameron", "Nick Clegg", "--format", "csv").splitlines()
    assert head == "way,weight,proof"
    assert row.startswith("David Cameron")


@pytest.mark.usefixtures("db")
def test_two_whom_nothing_joins(build: Build, db: str) -> None:
    with open_store(f"sqlite:///{db}") as store:
        store.add(build("a4", ("No", Source("named_person", "Ed Ball")), outlet="Post"))
    assert run("path", "Ed Ball", "Clegg") == ""
    assert run("path", "Ed Ball", "Clegg", "--format", "table") == ""  # that nothing joins them is a note


def test_what_cannot_be_is_told(db: str, tmp_path: Path) -> None:
    for options, message in (
        (("--network", "friends"), "there is no network 'friends'; choose one of these: speaker-outlet, relay"),
        (("--around", "Cameroon"), "nobody called 'Cameroon' is in this network"),
        (("--backbone", "2"), "no level of significance"),
        (("--since", "soon"), "no date"),
    ):
        with pytest.raises(UsageError, match=message):
            run("export", "--format", "json", *options)
    with pytest.raises(StoreError, match="run quotes ingest"):
        run("export", "--db", str(tmp_path / "none.db"), "-o", str(tmp_path / "network.gexf"))
    assert not (tmp_path / "network.gexf").exists()


def test_every_command_and_option_has_help() -> None:
    group = typer.main.get_command(app)
    assert group.help
    assert set(group.commands) == set(COMMANDS["Commands"])  # type: ignore[attr-defined]
    for command in group.commands.values():  # type: ignore[attr-defined]
        assert command.help
        assert [parameter.name for parameter in command.params if not getattr(parameter, "help", None)] == []


def test_the_commands_load_without_networkx() -> None:
    code = (
        "import sys, graph.cli\n"
        "print([name for name in ('networkx', 'matplotlib', 'torch', 'stanza') if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
