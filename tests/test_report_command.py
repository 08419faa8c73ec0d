"""`quotes anonymous` in its formats, as a check, and with its warnings."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from quotes.cli import main
from quotes.report import COUNTING_RULES, HOUSE_RULES, INTERVAL
from quotes.spreadsheet import write_csv
from quotes.store import open_store
from tests.conftest import build_article
from tests.test_report_counting import ANN, CRITICS, OFFICIAL, REPORT, SPEAKS


@pytest.fixture(autouse=True)
def db(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    with open_store(url) as store:
        store.add(build_article("dam", ("It <will> hold.", OFFICIAL), ("No.", ANN), ("So.", SPEAKS), outlet="Echo"))
        store.add(build_article("sale", ("It is off.", ANN), ("Oh.", CRITICS), ("Ah.", REPORT), outlet="Bell"))
    monkeypatch.setenv("QUOTES_DB", url)
    monkeypatch.setenv("COLUMNS", "120")


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Any:
    def ask(*args: str) -> tuple[int, str, str]:
        code = main(["anonymous", *args])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return ask


def test_rows_are_the_same_in_csv_and_json_lines(ask: Any) -> None:
    _, lines, _ = ask("--by", "outlet,month", "--format", "jsonl")
    _, table, _ = ask("--by", "outlet,month", "--format", "csv")
    rows = [json.loads(line) for line in lines.splitlines()]
    assert [{name: str(value) for name, value in row.items()} for row in rows] == list(
        csv.DictReader(io.StringIO(table))
    )
    assert [(row["outlet"], row["month"], row["anonymous"], row["spokespersons"]) for row in rows] == [
        ("Bell", "2011-04", 0, 0), ("Echo", "2011-04", 1, 1),
    ]  # fmt: skip
    echo = rows[1]
    assert (echo["broad_anonymous"], echo["articles_anonymous"], echo["sources"], echo["words"]) == (2, 1, 3, 5)
    assert echo["low"] < echo["share"] < echo["high"]


def test_definitions_come_with_the_figures(ask: Any) -> None:
    for told in (ask()[2], " ".join(ask("--format", "table")[1].split())):
        for words in (INTERVAL, *(rule.definition for rule in COUNTING_RULES.values())):
            assert words in told


def test_the_list_behind_the_figures(ask: Any) -> None:
    rows = [json.loads(line) for line in ask("--list")[1].splitlines()]
    assert [(row["article"], row["counts_as"], row["text"], row["descriptor"]) for row in rows] == [
        ("dam", "anonymous", "“It <will> hold.”", "a senior official"),
        ("dam", "spokesperson", "“So.”", "a spokeswoman for the bank"),
        ("sale", "unnamed", "“Oh.”", "critics"),
        ("sale", "document", "“Ah.”", "the report"),
    ]
    assert rows[0]["warnings"] == ["no-reason", "first-quotation"]
    table = ask("--list", "--format", "table")[1]
    assert "“It <will> hold.”" in table
    assert "warnings: no-reason, first-quotation" in table


def test_warnings_can_be_switched(ask: Any) -> None:
    def minded(*args: str) -> set[str]:
        rows = [json.loads(line) for line in ask("--list", *args)[1].splitlines()]
        return {name for row in rows for name in row["warnings"]}

    assert minded("--no-warn", "no-reason") == {"first-quotation"}
    assert minded("--warn", "no-reason") == {"no-reason"}
    assert minded("--warn", "no-reason", "--no-warn", "no-reason") == set()
    code, out, err = ask("--warn", "noreason")
    assert (code, out) == (2, "")
    assert "choose from bare-source" in err


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["--max-share", "0.15"], 1),
        (["--max-share", "0.2"], 0),
        (["--max-share", "0.2", "--by", "outlet"], 1),
        (["--max-share", "0.2", "--rule", "broad"], 1),
        (["--max-share", "0.4", "--of", "articles"], 1),
        (["--max-share", "1.5"], 2),
    ],
)
def test_the_check(ask: Any, args: list[str], code: int) -> None:
    assert ask(*args)[0] == code


def test_the_check_says_how_sure_it_is(ask: Any) -> None:
    _, out, err = ask("--max-share", "0.15")
    assert out
    assert "All: 1 of 6 quotations, 16.7% (3.0% to 56.4%), is above the limit of 15.0% (strict rule), but chance" in err


@pytest.mark.parametrize(("name", "begin"), [("a.csv", "outlet,quotations,"), ("a.jsonl", '{"outlet": "Bell"')])
def test_the_name_of_the_file_tells_the_format(ask: Any, tmp_path: Path, name: str, begin: str) -> None:
    code, out, err = ask("-o", str(tmp_path / name))
    assert (code, out) == (0, "")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begin)
    assert f"Wrote {tmp_path / name}" in err


@pytest.mark.parametrize(
    "args",
    [
        ["--by", "editor"],
        ["--by", ""],
        ["--panel", "x", "--chart", "a.png"],
        ["--panel", "time"],
        ["--chart", "a.gif"],
        ["-o", "a.png"],
        ["-o", "a.pdf.gz"],
        ["--of", "lines"],
    ],
)
def test_wrong_usage(ask: Any, args: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = ask(*args)
    assert (code, out) == (2, "")
    assert err
    assert [path.name for path in tmp_path.iterdir()] == ["store.db"]


def test_a_drawing_is_asked_for_with_another_option(ask: Any) -> None:
    assert "--chart draws into it" in ask("-o", "a.svg")[2]


def test_rows_that_are_none_have_a_header_too(ask: Any, tmp_path: Path) -> None:
    full = [ask(*args, "--format", "csv")[1].splitlines()[0] for args in ([], ["--list"], ["--by", "desk,month"])]
    url = f"sqlite:///{tmp_path / 'empty.db'}"
    open_store(url).close()
    assert [
        ask(*args, "--format", "csv", "--db", url)[1].splitlines() for args in ([], ["--list"], ["--by", "desk,month"])
    ] == [[header] for header in full]


def test_help_defines_every_rule(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "2000")
    main(["anonymous", "--help"])
    told = " ".join(capsys.readouterr().out.split())
    for words in (*(r.definition for r in HOUSE_RULES.values()), *(r.definition for r in COUNTING_RULES.values())):
        assert words in told


def test_a_spreadsheet_is_not_made_to_compute() -> None:
    stream = io.StringIO()
    row = {"text": "=1+1", "share": -0.5, "also_in": ["a", "b"], "none": None}
    write_csv([row], stream, list(row))
    assert stream.getvalue().splitlines()[1] == "'=1+1,-0.5,a; b,"


def test_it_has_the_formats_of_every_command(ask: Any, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = tmp_path / "figures.xlsx"
    assert ask("-o", str(book))[0] == 0
    assert next(openpyxl.load_workbook(book).active.values)[:3] == ("outlet", "quotations", "attributed")
    for options in ((), ("--list",)):
        code, printed, _ = ask("--format", "markdown", *options)
        assert code == 0
        assert printed.splitlines()[1].startswith("| --- |")
