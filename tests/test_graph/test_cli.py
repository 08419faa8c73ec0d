"""`quotes graph` on the command line."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from graph.cli import app
from graph.formats import read_graph
from quotes.domain import ParsedArticle, Source, Via
from quotes.errors import StoreError, UsageError
from quotes.store import open_store

Build = Callable[..., ParsedArticle]

CAMERON = Source("named_person", "David Cameron", role="British Prime Minister", via=(Via("AP", "told"),))


@pytest.fixture
def db(tmp_path: Path, build: Build) -> str:
    path = str(tmp_path / "quotes.db")
    with open_store(f"sqlite:///{path}") as store:
        store.add(build("a1", ("One", CAMERON), ("Two", Source("unnamed_group", descriptor="officials"))))
    return path


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


@pytest.mark.parametrize("name", ["network.gexf", "network.graphml.gz", "network.json"])
def test_export_takes_the_format_from_the_name(db: str, tmp_path: Path, name: str) -> None:
    assert run("export", "--db", db, "-o", str(tmp_path / name)) == ""
    assert read_graph(tmp_path / name).number_of_edges() == 4


def test_export_goes_to_standard_output(db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTES_DB", db)
    assert len(json.loads(run("export", "--format", "json"))["links"]) == 4


def test_a_format_or_a_store_that_is_not_there_is_told(db: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="tells no format"):
        run("export", "--db", db)
    with pytest.raises(StoreError, match="run quotes ingest"):
        run("export", "--db", str(tmp_path / "none.db"), "-o", str(tmp_path / "network.gexf"))
    assert not (tmp_path / "network.gexf").exists()


def test_summary_is_a_table_for_people_and_lines_for_programs(db: str) -> None:
    lines = [json.loads(line) for line in run("summary", "--db", db).splitlines()]
    assert [(line["side"], line["label"], line["neighbours"]) for line in lines] == [
        ("speaker", "David Cameron", 2), ("speaker", "officials", 1),
        ("outlet", "The Daily Example", 3), ("outlet", "AP", 2),
    ]  # fmt: skip
    table = run("summary", "--db", db, "--format", "table", "--top", "1")
    assert [word in table for word in ("David Cameron", "officials", "The Daily Example", "AP")] == [
        True, False, True, False,
    ]  # fmt: skip


def test_every_command_and_option_has_help() -> None:
    group = typer.main.get_command(app)
    assert group.help
    for command in group.commands.values():  # type: ignore[attr-defined]
        assert command.help
        assert [parameter.name for parameter in command.params if not getattr(parameter, "help", None)] == []


def test_the_commands_load_without_networkx_and_the_store() -> None:
    code = (
        "import sys, graph.cli\n"
        "print([name for name in ('networkx', 'sqlalchemy', 'torch', 'stanza') if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
