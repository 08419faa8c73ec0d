"""`quotes graph stats`, `compare` and `export --with` on the command line."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from graph.cli import app
from graph.formats import read
from quotes.domain import ParsedArticle, Source
from quotes.errors import UsageError
from quotes.store import open_store

Build = Callable[..., ParsedArticle]

ANN = Source("named_person", "Ann Lee", role="mayor of Seaton")
BEN = Source("named_person", "Ben Okoro", role="harbour master of Seaton")
AIDE = Source("unnamed_person", descriptor="an aide")


@pytest.fixture
def db(tmp_path: Path, build: Build) -> str:
    path = str(tmp_path / "quotes.db")
    with open_store(f"sqlite:///{path}") as store:
        for number in range(8):
            said = [(f"One {number}", ANN), *([(f"Two {number}", AIDE)] if number > 4 else [])]
            store.add(build(f"a{number}", *said, published=date(2020, 1 + number, 1)))
        store.add(build("b", ("Three", ANN), ("Four", BEN), outlet="The Other", published=date(2020, 9, 1)))
    return path


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def lines(*arguments: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run(*arguments).splitlines()]


def test_stats_are_lines_for_programs(db: str) -> None:
    found = lines("stats", "--db", db)
    assert list(dict.fromkeys(row["table"] for row in found)) == [
        "network", "nodes", "communities", "outlets", "pairs", "ties"
    ]  # fmt: skip
    first = next(row for row in found if row["table"] == "nodes")
    assert (first["label"], first["degree"], first["strength"]) == ("The Daily Example", 4, 11)
    assert len(lines("stats", "--db", db, "--table", "nodes", "--top", "2")) == 2


def test_stats_are_tables_for_people(db: str) -> None:
    told = run("stats", "--db", db, "--format", "table", "--top", "1")
    assert told.startswith("Who is quoted where: 13 quotations in 9 articles")
    assert [name in told for name in ("Ann Lee", "The Daily Example", "The Other")] == [True, True, True]
    assert "Assortativity by outlet" in told
    nodes = run("stats", "--db", db, "--format", "table", "--top", "1", "--table", "nodes")
    assert [name in nodes for name in ("Ann Lee", "an aide", "The Daily Example", "The Other")] == [
        True, False, True, False
    ]  # fmt: skip


def test_stats_heed_measures_filters_and_kinds(db: str) -> None:
    nodes = lines("stats", "--db", db, "-m", "degree,core", "--table", "nodes", "--outlet", "The Other")
    assert {row["label"] for row in nodes} == {"Ann Lee", "Ben Okoro", "The Other"}
    assert set(nodes[0]) == {"table", "id", "label", "kind", "side", "degree", "core"}
    assert {row["label"] for row in lines("stats", "--db", db, "--network", "co-quoted", "--table", "nodes")} >= {
        "Ben Okoro"
    }


def test_stats_as_csv_are_of_one_table(db: str, tmp_path: Path) -> None:
    run("stats", "--db", db, "--table", "outlets", "-o", str(tmp_path / "outlets.csv"))
    rows = list(csv.DictReader(io.StringIO((tmp_path / "outlets.csv").read_text())))
    assert [(row["label"], row["sources"], row["quotations"]) for row in rows] == [
        ("The Daily Example", "4", "11"), ("The Other", "2", "2")
    ]  # fmt: skip
    with pytest.raises(UsageError, match="choose with --table: network, nodes"):
        run("stats", "--db", db, "--format", "csv")
    with pytest.raises(UsageError, match=r"no name of a known format"):
        run("stats", "--db", db, "-o", str(tmp_path / "outlets.xls"))


def test_what_is_wrong_is_told_before_the_store_is_looked_for() -> None:
    with pytest.raises(UsageError, match="no measure 'fame'"):
        run("stats", "--db", "none.db", "--measure", "fame")
    with pytest.raises(UsageError, match="build one of kind speaker-outlet"):
        run("export", "--db", "none.db", "-o", "net.gexf", "--network", "about", "--with", "hhi")


def test_a_table_that_nothing_stands_in_is_told(db: str) -> None:
    told = run("stats", "--db", db, "--table", "ties", "--outlet", "The Other", "--format", "table")
    assert "nothing of the kind" in told
    with pytest.raises(UsageError, match="choose another --table"):
        run("stats", "--db", db, "--table", "pairs", "--measure", "pagerank")


def test_definitions_need_no_store() -> None:
    found = {row["measure"]: row for row in lines("stats", "--definitions")}
    assert "Herfindahl" in found["hhi"]["source"]
    assert "Ružička" in run("stats", "--definitions", "--format", "table")


def test_help_has_the_definitions() -> None:
    told = " ".join(run("stats", "--help").split())
    assert "Herfindahl 1950" in told


@pytest.mark.parametrize("name", ["net.gexf", "net.graphml", "net.json", "net.gml"])
def test_measures_go_into_exports(db: str, tmp_path: Path, name: str) -> None:
    run("export", "--db", db, "-o", str(tmp_path / name), "--with", "pagerank,community", "--with", "hhi")
    network = read(tmp_path / name)
    for _, data in network.nodes(data=True):
        assert 0 < data["pagerank"] < 1
        assert type(data["community"]) is int
        assert "community_name" in data
        assert ("hhi" in data) == (data["side"] == "outlet")


def test_compare_is_lines_for_programs_and_tables_for_people(db: str) -> None:
    found = lines("compare", "2020-01..2020-04", "2020-05..2020-09", "--db", db, "--resamples", "100")
    by_table = {
        table: [row for row in found if row["table"] == table] for table in ("differences", "newcomers", "gone")
    }
    assert [row["measure"] for row in by_table["differences"]] == [
        "quotations", "sources", "hhi", "effective_sources", "gini", "entropy", "relayed"
    ]  # fmt: skip
    assert [row["label"] for row in by_table["newcomers"]] == ["Ben Okoro"]
    assert by_table["gone"] == []
    told = run("compare", "2020-01..2020-04", "2020-05..2020-09", "--db", db, "--format", "table", "--by", "outlet")
    assert [name in told for name in ("Ben Okoro", "95% interval", "The Daily Example", "The Other")] == [
        True,
        True,
        True,
        False,
    ]


def test_compare_as_csv(db: str, tmp_path: Path) -> None:
    run("compare", "2020-Q1", "2020-Q2..2020-Q4", "--db", db, "--table", "newcomers", "-o", str(tmp_path / "new.csv"))
    assert (tmp_path / "new.csv").read_text().splitlines()[0] == "id,label,kind,quotations,articles"


@pytest.mark.parametrize("args", [("--table", "outlets"), ("--definitions",)], ids=["outlets", "definitions"])
def test_they_have_the_formats_of_every_command(args: tuple[str, ...], db: str, tmp_path: Path) -> None:
    assert run("stats", *args, "--db", db, "--format", "markdown").splitlines()[1].startswith("| --- |")
    run("stats", *args, "--db", db, "-o", str(tmp_path / "answer.xlsx"))
    assert (tmp_path / "answer.xlsx").stat().st_size
