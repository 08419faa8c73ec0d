"""quotes correct and quotes corrections."""

import csv
import json
from pathlib import Path

import pytest

from quotes.cli import main
from quotes.domain import Source
from quotes.evaluate import read_gold
from quotes.store import open_store
from tests.conftest import build_article

ANN = Source("named_person", "Ann Lee", role="mayor")
AIDE = Source("unnamed_person", descriptor="an aide", anonymous=True)


@pytest.fixture(autouse=True)
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    found = f"sqlite:///{tmp_path / 'store.db'}"
    with open_store(found) as store:
        store.add(build_article("a1", ("The road stays shut.", AIDE), ("Yes.", ANN)))
        store.add(build_article("b1", ("The bridge is open.", ANN)))
    monkeypatch.setenv("QUOTES_DB", found)
    return found


def said(url: str) -> list[tuple[str, str | None]]:
    with open_store(url) as store:
        return [(one.text, one.speaker) for one in store.records()]


def test_each_way_to_correct_and_to_undo(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["correct", "a1#1", "--speaker", "Ben Okafor", "--because", "on the tape", "--by", "desk"]) == 0
    assert said(url)[0] == ("“The road stays shut.”", "Ben Okafor")
    assert main(["correct", "a1#2", "--not-a-quotation"]) == 0
    assert main(["correct", "b1#1", "--type", "named_organization", "--via", "The Bell"]) == 0
    assert main(["correct", "--add", "b1", "0", "7", "--speaker", "Cy Dunn"]) == 0
    assert main(["correct", "a1#1", "--span", "15", "23"]) == 0
    assert ("Ann Lee", "Cy Dunn") in said(url)
    capsys.readouterr()
    assert main(["corrections", "list"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["what"] for row in rows] == ["correct", "not a quotation", "correct", "add", "span"]
    for row in rows:
        assert main(["correct", "--undo", str(row["number"])]) == 0
    assert [text for text, _ in said(url)] == ["“The road stays shut.”", "“Yes.”", "“The bridge is open.”"]


@pytest.mark.parametrize(
    "args",
    [
        ["correct"], ["correct", "a1#1"], ["correct", "a1#9", "--nobody"], ["correct", "", "--nobody"],
        ["correct", "--undo", "99"], ["correct", "a1#1", "--nobody", "--speaker", "Ann Lee"],
        ["correct", "a1#1", "--type", "king"],
    ],
)  # fmt: skip
def test_what_cannot_be_is_told(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(args) == 2
    assert capsys.readouterr().err.startswith("quotes: ")


@pytest.mark.parametrize("name", ["c.csv", "c.xlsx"])
def test_a_spreadsheet_there_and_back(url: str, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["correct", "a1#1", "--speaker", "Ben Okafor", "--by", "desk"])
    path = tmp_path / name
    assert main(["corrections", "export", "-o", str(path)]) == 0
    assert main(["corrections", "import", str(path)]) == 0
    assert "row 2: known" in capsys.readouterr().err
    with open_store(url) as store:
        assert len(store.corrections()) == 1


def test_a_bad_row_costs_only_itself(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "c.csv"
    with path.open("w", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerows([["quotation", "what", "speaker"], ["zz", "nobody", ""], ["a1#1", "correct", "Ben Okafor"]])
    assert main(["corrections", "import", str(path)]) == 1
    assert "row 2: rejected: no quotation 'zz'" in (told := capsys.readouterr().err)
    assert "row 3: done" in told
    assert said(url)[0][1] == "Ben Okafor"


def test_gold_is_what_evaluation_reads(tmp_path: Path) -> None:
    main(["correct", "a1#1", "--speaker", "Ann Lee"])
    path = tmp_path / "gold.jsonl"
    assert main(["corrections", "export", "--gold", "-o", str(path)]) == 0
    article = read_gold(path)[0]
    assert [span.of(article.article.text) for span in article.quotes[0].sources] == ["Ann Lee"]
