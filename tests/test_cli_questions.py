"""The commands that answer more than a list: about, timeline, compare, stats, sources, diff; and every format."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from quotes.cli import main
from quotes.domain import Article, Cast, CastMention, Member, ParsedArticle, Span, member_id
from quotes.store import open_store
from tests.fake_parser import FakeParser

LEE, REES = "Ann Lee", "Bob Rees"
URL = "https://echo.example/match"


def parsed(text: str, article_id: str, outlet: str, day: date, **more: Any) -> ParsedArticle:
    """An article as the fake parser reads it, with a cast of those two, by every mention of their names or of "her"."""
    found = FakeParser().parse(Article(article_id, text, outlet=outlet, published=day, **more))
    members = []
    for name in (LEE, REES):
        spans = [Span(at, at + len(name)) for at in range(len(text)) if text.startswith(name, at)]
        mentions = [CastMention(span, "name") for span in spans]
        if name == LEE and (at := text.find("her ")) > 0:
            mentions.append(CastMention(Span(at, at + 3), "pronoun"))
        if mentions:
            members.append(Member(member_id(article_id, mentions[0].span), "person", name, tuple(mentions), (), ()))
    return replace(found, cast=Cast(tuple(members)))


@pytest.fixture(autouse=True)
def db(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    with open_store(url) as store:
        store.add_all(
            [
                parsed(f"“We won the match,” said {LEE}.\n\n“=Nobody| saw it,” said a steward.", "match", "The Echo",
                       date(2024, 3, 1), title="A match", url=URL),
                parsed(f"“I asked her then,” said {REES}. {LEE} nodded. “{LEE} is right,” said {REES}.", "talk",
                       "The Bell", date(2024, 5, 2), title="A talk"),
            ]
        )  # fmt: skip
    monkeypatch.setenv("QUOTES_DB", url)
    monkeypatch.setenv("COLUMNS", "80")
    return url


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Any:
    def ask(*args: str, code: int = 0) -> str:
        assert main(args) == code
        captured = capsys.readouterr()
        return captured.err if code else captured.out

    return ask


def rows(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_who_spoke_of_somebody_also_where_a_pronoun_does(ask: Any) -> None:
    [row] = rows(ask("about", LEE))
    assert (row["name"], row["quotations"], row["last"]["text"]) == (REES, 2, f"“{LEE} is right,”")
    assert [one["text"] for one in rows(ask("about", "lee", "--list"))] == ["“I asked her then,”", f"“{LEE} is right,”"]
    assert f"{REES} · 2 quotations" in ask("about", LEE, "--format", "table")


def test_what_somebody_spoke_of(ask: Any) -> None:
    assert [one["name"] or one["descriptor"] for one in rows(ask("about", "match OR saw"))] == ["a steward", LEE]
    assert rows(ask("about", "mat*", "--speaker", REES)) == []


def test_the_selection_knows_whom_it_is_about(ask: Any) -> None:
    assert {row["article"] for row in rows(ask("search", "--about", LEE))} == {"talk"}


def test_a_timeline_has_no_gap(ask: Any) -> None:
    found = [(row["period"], row["quotations"]) for row in rows(ask("timeline"))]
    assert found == [("2024-03", 2), ("2024-04", 0), ("2024-05", 2)]
    assert [(row["period"], row["quotations"]) for row in rows(ask("timeline", REES))] == [("2024-05", 2)]
    assert rows(ask("timeline", "--by", "year"))[0]["period"] == "2024"
    assert "2024-05           2         1  ████" in ask("timeline", "--format", "table")


def test_a_timeline_of_nobody(ask: Any) -> None:
    assert "nobody called 'Anne Leigh' is stored" in ask("timeline", "Anne Leigh", code=2)


def test_two_outlets_beside_each_other(ask: Any) -> None:
    found = {(row["measure"], row["place"]): row for row in rows(ask("compare", "echo", "The Bell"))}
    anonymous = found["By anonymous sources", "The Echo"]
    assert (anonymous["count"], anonymous["of"], anonymous["share"]) == (1, 2, 0.5)
    assert (found[REES, "The Bell"]["count"], found[REES, "The Echo"]["count"]) == (2, 0)
    table = ask("compare", "--by", "month", "2024-03", "2024-05", "--format", "table")
    assert "+50 (−27 to +91)" in table
    assert all(len(line) <= 80 for line in table.splitlines())


def test_what_cannot_be_compared(ask: Any) -> None:
    assert "did you mean The Echo?" in ask("compare", "The Ecko", "The Bell", code=2)
    assert "give two to 6" in ask("compare", "The Echo", code=2)
    assert "one of outlet, desk, byline, month, year" in ask("compare", "--by", "size", "a", "b", code=2)


def test_how_much_there_is(ask: Any) -> None:
    found = {row["name"]: row["value"] for row in rows(ask("stats"))}
    assert (found["articles"], found["outlets"], found["quotations"], found["by anonymous sources"]) == (2, 2, 4, 1)
    found = {row["name"]: row["value"] for row in rows(ask("stats", "--outlet", "The Bell"))}
    assert (found["articles"], found["quotations"], found[REES]) == (1, 2, 2)


def test_on_whom_an_article_rests(ask: Any) -> None:
    first, second = rows(ask("sources", "match"))
    assert (first["name"], first["references"]) == (LEE, ["match#1"])
    assert (second["descriptor"], second["anonymous"]) == ("a steward", True)
    assert "A match · The Echo · 1 March 2024" in ask("sources", "match", "--format", "table")


def test_what_became_of_the_quotations_of_a_wording(ask: Any, db: str) -> None:
    with open_store(db) as store:
        text = f"“We nearly won the match,” said {REES}.\n\n“Come again,” said {LEE}."
        store.add(parsed(text, "match", "The Echo", date(2024, 3, 1), url=URL))
    found = [(row["fate"], row["speaker_changed"], row["difference"]) for row in rows(ask("diff", "match"))]
    assert found == [
        ("altered", True, "“We {+nearly+} won the match,”"),
        ("added", False, "“Come again,”"),
        ("dropped", False, "“=Nobody| saw it,”"),
    ]
    assert rows(ask("diff", "match@2", "match@2")) == []
    table = ask("diff", "match@1", "match@2", "--format", "table")
    assert "1 altered, 1 added, 1 dropped, 1 with another speaker" in " ".join(table.split())
    assert "match has 2 wordings" in ask("diff", "match@9", code=2)


def test_one_quotation_in_its_passage(ask: Any) -> None:
    [row] = rows(ask("show", "match#2"))
    assert (row["reference"], row["passage"]) == ("match#2", {"start": 35, "end": 69})
    assert "“=Nobody| saw it,”[2] said a steward." in ask("show", "match#2", "--format", "table")
    assert "has no quotation 7; it has 1 to 2" in ask("show", "match#7", code=2)


# Formats


def test_csv_computes_nothing(ask: Any) -> None:
    found = list(csv.DictReader(io.StringIO(ask("search", "nobody", "--format", "csv"))))
    assert [(row["text"], row["reference"], row["published"]) for row in found] == [
        ("“=Nobody| saw it,”", "match#2", "2024-03-01")
    ]


def test_markdown_keeps_its_cells(ask: Any) -> None:
    lines = ask("search", "nobody", "--format", "markdown").splitlines()
    assert lines[0] == "| Said | By | In | Outlet | Date |"
    assert lines[2].startswith(
        "| “=Nobody\\| saw it,” | a steward · anonymous | [A match](<https://echo.example/match>)"
    )


def test_a_workbook_opens(ask: Any, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    path = tmp_path / "said.xlsx"
    assert ask("search", "--outlet", "The Echo", "-o", str(path)) == ""
    sheet = openpyxl.load_workbook(path).active
    header, *found = sheet.iter_rows(values_only=True)
    assert header[:3] == ("text", "speaker", "who")
    assert len(found) == 2
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "inlineStr", "n", "b", "d"}


def test_the_name_of_a_file_says_the_format(ask: Any, tmp_path: Path) -> None:
    for name in ("a.csv", "a.md", "a.jsonl", "a.txt"):
        assert ask("who", "-o", str(tmp_path / name)) == ""
        assert LEE in (tmp_path / name).read_text(encoding="utf-8")
    assert "let it end in .txt, .jsonl, .csv, .xlsx, .md" in ask("who", "-o", str(tmp_path / "a.doc"), code=2)


@pytest.mark.parametrize(
    "command",
    [["who"], ["who", LEE], ["search", "won"], ["about", LEE], ["stats"], ["sources", "match"],
     ["compare", "The Echo", "The Bell"], ["timeline"], ["people", "list"], ["db", "runs"]],
    ids=" ".join,
)  # fmt: skip
def test_no_table_is_wider_than_the_terminal(command: list[str], ask: Any) -> None:
    lines = ask(*command, "--format", "table").splitlines()
    assert lines
    assert [line for line in lines if len(line.rstrip()) > 80 and "https:" not in line] == []


def test_a_name_that_several_bear_is_said_to_be_of_several(
    db: str, ask: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_store(db) as store:
        store.add(parsed("“It rains,” said Cy Lee.", "rain", "The Echo", date(2024, 6, 1)))
    for command in (["search", "--speaker", "Lee"], ["timeline", "Lee"], ["stats", "--speaker", "Lee"]):
        assert main(command) == 0
        told = capsys.readouterr().err
        assert "'Lee' means 2 speakers, give an id for one of them: " in told
        assert "Ann Lee (" in told
        assert "Cy Lee (" in told
    assert main(["search", "--speaker", "Ann Lee"]) == 0
    assert capsys.readouterr().err == ""
