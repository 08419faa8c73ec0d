"""The commands that ask the store: who, search, show, anonymous, page."""

import json
from pathlib import Path
from typing import Any

import pytest

from quotes.cli import main
from quotes.domain import Article
from quotes.store import open_store
from tests.fake_parser import FakeParser

ARTICLES = (
    Article("match", "“We won, [really],” said Ann Lee.\n\n“It rained,” said a steward.\n\n“Hm.”", outlet="The Echo"),
    Article("market", "“Prices fall,” said Bob Lee. “We won again,” said Ann Lee.", outlet="The Bell"),
)


@pytest.fixture(autouse=True)
def db(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    with open_store(url) as store:
        for article in ARTICLES:
            store.add(FakeParser().parse(article))
    monkeypatch.setenv("QUOTES_DB", url)
    monkeypatch.setenv("COLUMNS", "100")
    return url


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Any:
    def ask(*args: str) -> tuple[int, str, str]:
        code = main(args)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return ask


def rows(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_who_by_full_name(ask: Any) -> None:
    code, out, err = ask("who", "Ann Lee")
    assert code == 0
    assert err.startswith("2 people go by this name; ask with an id for one of them: ")
    assert [(row["text"], row["article"], row["outlet"]) for row in rows(out)] == [
        ("“We won again,”", "market", "The Bell"),
        ("“We won, [really],”", "match", "The Echo"),
    ]


def test_who_for_people(ask: Any) -> None:
    code, out, _ = ask("who", "ann lee", "--format", "table")
    assert code == 0
    assert out.startswith("Ann Lee · named person\n")
    for words in ("“We won, [really],”", "match", "The Echo", "subject of “said”"):
        assert words in out


def test_who_by_the_id_of_one_of_several_of_a_name(ask: Any) -> None:
    one = next(row["id"] for row in rows(ask("who")[1]) if row["name"] == "Ann Lee")
    code, out, err = ask("who", one)
    assert (code, err, len(rows(out))) == (0, "", 1)


def test_an_ambiguous_name_lists_the_choices(ask: Any) -> None:
    code, out, err = ask("who", "Lee")
    assert (code, out) == (2, "")
    assert "Ann Lee" in err
    assert "Bob Lee" in err
    chosen = next(line.split()[-1] for line in err.splitlines() if line.startswith("Bob Lee"))
    code, out, _ = ask("who", chosen)
    assert (code, [row["text"] for row in rows(out)]) == (0, ["“Prices fall,”"])


def test_an_unknown_name(ask: Any) -> None:
    code, out, err = ask("who", "Nobody Known")
    assert (code, out) == (2, "")
    assert err == "quotes: nobody called 'Nobody Known' is stored; quotes who, without a name, lists everybody\n"


def test_who_without_a_name_lists_everybody(ask: Any) -> None:
    def listed(*args: str) -> list[tuple[str, int]]:
        return [(row["name"] or row["descriptor"], row["quotations"]) for row in rows(ask("who", *args)[1])]

    # nothing but the name speaks for one Ann Lee, who are two people until somebody says otherwise
    assert listed() == [("a steward", 1), ("Ann Lee", 1), ("Ann Lee", 1), ("Bob Lee", 1)]
    assert listed("--by-spelling") == [("Ann Lee", 2), ("a steward", 1), ("Bob Lee", 1)]
    _, out, _ = ask("who", "--format", "table", "--by-spelling")
    assert out.splitlines()[1].split() == ["Ann", "Lee", "named", "person", "2"]


def test_a_copy_counts_once_or_by_appearance(ask: Any, db: str) -> None:
    with open_store(db) as store:
        for outlet in ("The Echo", "The Bell"):
            store.add(FakeParser().parse(Article(outlet, "“We shall see about that,” said Cy Lee.", outlet=outlet)))
    for args, number in (([], 1), (["--appearances"], 2)):
        found = [row["quotations"] for row in rows(ask("who", *args)[1]) if row["name"] == "Cy Lee"]
        assert found == [number]


def test_who_with_a_limit(ask: Any) -> None:
    assert [row["name"] for row in rows(ask("who", "--limit", "1", "--by-spelling")[1])] == ["Ann Lee"]
    assert len(rows(ask("who", "--limit", "1")[1])) == 1
    assert [row["article"] for row in rows(ask("who", "Ann Lee", "--limit", "1")[1])] == ["market"]


def test_search(ask: Any) -> None:
    code, out, _ = ask("search", "won", "we")
    assert code == 0
    assert {row["text"] for row in rows(out)} == {"“We won again,”", "“We won, [really],”"}
    _, out, _ = ask("search", '"won again"', "--format", "table")
    assert "“We won again,”" in out
    assert "Ann Lee" in out
    assert "really" not in out
    assert len(rows(ask("search", "we", "--limit", "1")[1])) == 1


def test_search_without_a_hit(ask: Any) -> None:
    assert ask("search", "unheard") == (0, "", "No quotation holds these words.\n")


def test_search_without_a_word(ask: Any) -> None:
    code, _, err = ask("search", "…")
    assert code == 2
    assert err.startswith("quotes: ")


def test_show_marks_and_numbers(ask: Any) -> None:
    code, out, _ = ask("show", "match", "--format", "table")
    assert code == 0
    assert "“We won, [really],”[1] said Ann Lee." in out
    assert "“Hm.”[3]" in out
    assert "nobody is near" in out
    assert "anonymous" in out


def test_show_names_the_speaker_in_every_row(ask: Any, db: str) -> None:
    with open_store(db) as store:
        store.add(FakeParser().parse(Article("twice", "“One,” said Ann Lee. “Two,” said Ann Lee.")))
    table = ask("show", "twice", "--format", "table")[1].split("Speaker")[1]
    assert table.count("Ann Lee") == 2


def test_show_an_article_without_a_quotation(ask: Any, db: str) -> None:
    with open_store(db) as store:
        store.add(FakeParser().parse(Article("silent", "It rained.")))
    out = ask("show", "silent", "--format", "table")[1]
    assert out.endswith("No quotation was found in it.\n")
    assert "Speaker" not in out


def test_show_for_programs(ask: Any) -> None:
    [shown] = rows(ask("show", "match")[1])
    assert shown["text"] == ARTICLES[0].text
    assert len(shown["quotes"]) == 3


def test_show_an_unknown_article(ask: Any) -> None:
    code, out, err = ask("show", "matsch")
    assert (code, out) == (2, "")
    assert "did you mean match" in err


def test_anonymous(ask: Any) -> None:
    _, out, err = ask("anonymous")
    columns = ("outlet", "quotations", "attributed", "anonymous", "share")
    assert [tuple(row[column] for column in columns) for row in rows(out)] == [
        ("The Bell", 2, 2, 0, 0.0),
        ("The Echo", 3, 2, 1, 0.5),
    ]
    assert "A source is anonymous when" in err


def test_anonymous_for_people(ask: Any) -> None:
    _, out, _ = ask("anonymous", "--format", "table")
    lines = [line.split() for line in out.splitlines()]
    assert ["The", "Echo", "3", "2", "1", "50%", "(9–91)", "1", "50%", "(9–91)", "0", "0"] in lines
    assert ["All", "5", "4", "1", "25%", "(5–70)", "1", "25%", "(5–70)", "0", "0"] in lines
    assert "A source is anonymous when" in out


def test_page_to_file_and_standard_output(ask: Any, tmp_path: Path) -> None:
    target = tmp_path / "match.html"
    code, out, err = ask("page", "match", "-o", str(target))
    assert (code, out, err) == (0, "", f"Wrote {target}\n")
    assert ask("page", "match")[1] == target.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [["who"], ["search", "won"], ["show", "match"], ["anonymous"], ["page", "match"]])
def test_no_store_is_made_by_asking(command: list[str], ask: Any, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere.db"
    code, out, err = ask(*command, "--db", str(nowhere))
    assert (code, out) == (5, "")
    assert err.startswith("quotes: ")
    assert not nowhere.exists()
