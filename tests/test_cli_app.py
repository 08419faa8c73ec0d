"""The frame of the command line: help, mounted commands, exit codes, and what is not loaded."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest
import typer

import graph.cli
from quotes.cli import app, commands, main
from quotes.cli.deferred import Table, load
from quotes.domain import Article
from quotes.store import open_store
from quotes.version import __version__
from tests.fake_parser import FakeParser, fake_parser

__all__ = ["fake_parser"]

HEAVY = {
    "torch",
    "stanza",
    "networkx",
    "lightgbm",
    "numpy",
    "trafilatura",
    "alembic",
    "openpyxl",
    "quotes.cast",
    "quotes.classify.classify",
}


def every_command(command: Any, path: tuple[str, ...] = ("quotes",)) -> Iterator[tuple[tuple[str, ...], Any]]:
    yield path, command
    if hasattr(command, "list_commands"):
        context = typer.Context(command, info_name=path[-1])
        for name in command.list_commands(context):
            yield from every_command(command.get_command(context, name), (*path, name))


COMMANDS = list(every_command(typer.main.get_command(app)))


@pytest.mark.parametrize(("path", "command"), COMMANDS, ids=[" ".join(path) for path, _ in COMMANDS])
def test_everything_has_help(path: tuple[str, ...], command: Any) -> None:
    assert command.help, f"{' '.join(path)} has no help"
    silent = [parameter.name for parameter in command.params if not parameter.help]
    assert not silent, f"{' '.join(path)} does not explain {silent}"


@pytest.mark.parametrize(
    ("package", "table"),
    [("quotes.cli", commands.COMMANDS), ("graph.cli", graph.cli.COMMANDS)],
    ids=["quotes", "graph"],
)
def test_the_list_of_commands_says_what_each_says_of_itself(package: str, table: Table) -> None:
    for listed in table.values():
        for name, line in listed.items():
            told = " ".join(load(package, name).help.split("\n\n")[0].split())
            assert (name, told) == (name, line)


@pytest.mark.parametrize("group", ["--help", "graph"])
def test_to_list_commands_loads_none_of_them(group: str) -> None:
    code = "import sys; from quotes.cli import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    loaded = run_python(code, *([group] if group == "--help" else [group, "--help"])).stderr.split()
    tables = {"quotes.cli": commands.COMMANDS, "graph.cli": graph.cli.COMMANDS}
    modules = {f"{package}.{name}" for package, table in tables.items() for panel in table.values() for name in panel}
    assert not {*modules, "sqlalchemy"} & {*loaded}


def test_a_slip_in_a_command_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serach"]) == 2
    assert "Did you mean 'search'" in capsys.readouterr().err


def test_all_commands_are_there() -> None:
    names = {path[1] for path, _ in COMMANDS if len(path) == 2}
    expected = (
        "parse ingest who search about timeline compare stats sources diff show anonymous page people evaluate graph"
        " train version"
    )
    assert set(expected.split()) <= names


@pytest.mark.parametrize("args", ["version", "--version"])
def test_version(args: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([args]) == 0
    assert capsys.readouterr().out == f"who-said-what {__version__}\n"


@pytest.mark.parametrize("args", [["-h"], ["who", "-h"], ["people", "list", "-h"], ["graph", "-h"]])
def test_help_is_short_too(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(args) == 0
    assert "Usage: quotes" in capsys.readouterr().out


def test_the_help_names_what_others_bring(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [any(line.startswith(f"│ {name} ") for line in lines) for name in ("graph", "train")] == [True, True]


def test_a_wrong_value_is_told_in_plain_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["who", "--format", "xml"]) == 2
    told = " ".join(capsys.readouterr().err.replace("│", " ").split())
    assert "Invalid value for '--format': 'xml' is not one of 'table', 'jsonl', 'csv', 'xlsx', 'markdown'." in told


@pytest.mark.parametrize(
    "args", [["frobnicate"], ["parse"], ["parse", "--frobnicate", "x"], ["who", "--format", "xml"]]
)
def test_wrong_usage(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(args) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Usage: quotes" in captured.err


def test_interruption(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, fake_parser: FakeParser) -> None:
    def interrupt(article: Article) -> None:
        raise KeyboardInterrupt

    (tmp_path / "a.txt").write_text("“Yes.”")
    monkeypatch.setattr(fake_parser, "parse", interrupt)
    assert main(["parse", str(tmp_path)]) == 130


def mount(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setattr(commands, "_mounted", lambda: {"extra": EntryPoint("extra", value, commands.GROUP)})


def test_a_mounted_command_without_its_packages_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    mount(monkeypatch, "no_such_package.cli:app")
    assert main(["extra", "do", "--this"]) == 2
    assert (
        "quotes: 'extra' needs a package that is not here (No module named 'no_such_package')"
        in capsys.readouterr().err
    )


def test_a_missing_package_does_not_cost_the_help(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    mount(monkeypatch, "no_such_package.cli:app")
    assert main(["--help"]) == 0
    assert "Not available" in capsys.readouterr().out


def test_own_commands_come_before_mounted_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "_load", lambda point: pytest.fail("loaded a mounted command"))
    assert main(["version"]) == 0


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("asking") / "store.db"
    with open_store(f"sqlite:///{path}") as store:
        store.add(FakeParser().parse(Article("match", "“We won,” said Ann Lee.", published=date(2024, 3, 1))))
        store.add(FakeParser().parse(Article("rain", "“It rains,” said Bob Rees.", published=date(2025, 3, 1))))
    return str(path)


def run_python(code: str, *args: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-c", code, *args], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "args",
    [
        ["--help"],
        ["version"],
        ["who", "Ann"],
        ["search", "won"],
        ["show", "match"],
        ["anonymous"],
        ["page", "match"],
        ["about", "won"],
        ["timeline"],
        ["stats"],
        ["sources", "match"],
        ["diff", "match@1", "match@1", "--kept"],
        ["compare", "--by", "year", "2024", "2025"],
    ],
)
def test_asking_loads_no_models(args: list[str], db: str) -> None:
    given = args if args[0] in ("--help", "version") else [*args, "--db", db]
    code = "import sys; from quotes.cli import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    ran = run_python(code, *given)
    assert ran.returncode == 0
    assert ran.stdout
    assert not HEAVY & set(ran.stderr.split())


def test_a_reader_that_leaves_gets_no_complaint(db: str) -> None:
    code = "import sys; from quotes.cli import main; sys.exit(main(sys.argv[1:]))"
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-c", code, "who", "Ann", "--db", db]
    ran = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (ran.returncode, ran.stderr) == (141, b"")
