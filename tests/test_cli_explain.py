"""`quotes explain`: a quotation laid out, by the packaged models, and what it refuses."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from quotes.cli import main
from quotes.domain import Article
from quotes.parser import Parser
from quotes.store import open_store
from tests.fake_parser import FakeParser

TEXT = (
    "The captain was late.\n\n“It rained all night,” said Ann Lee, the captain, as Bob Rees listened.\n\n"
    "Ann Lee said that the boat would sail on Monday.\n"
)
ALONE = "“We shall never forget what they did here.”\n"
TITLE = "The film “The Long Rain” opens on Friday in twelve cinemas.\n"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('explain') / 'store.db'}"
    with open_store(url) as store:
        parser = Parser(threads=1)
        for name, text in (("boat", TEXT), ("alone", ALONE), ("title", TITLE)):
            store.add(parser.parse(Article(name, text)))
        store.add(FakeParser().parse(Article("old", "“We won,” said Ann Lee.")))
    return url


@pytest.fixture
def ask(url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    monkeypatch.setenv("QUOTES_DB", url)
    monkeypatch.setenv("COLUMNS", "100")

    def ask(*args: str) -> tuple[int, str, str]:
        code = main(args)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return ask


def test_the_candidates_of_a_quotation(ask: Any) -> None:
    [quotation] = [json.loads(line) for line in ask("search", "rained")[1].splitlines()]
    code, out, err = ask("explain", quotation["id"], "--json")
    assert (code, err) == (0, "")
    explained = json.loads(out)
    assert (explained["id"], explained["text"]) == (quotation["id"], "“It rained all night,”")
    assert explained["context"]["text"].startswith("“It rained")
    assert explained["speech"]["probability"] >= explained["speech"]["threshold"]
    chosen, *others = explained["candidates"]
    assert (chosen["chosen"], chosen["cue"]["text"]) == (True, "said")
    assert chosen["mention"]["text"].startswith("Ann Lee")
    assert explained["confidence"] == pytest.approx(quotation["confidence"], abs=1e-3)
    assert all(candidate["probability"] < chosen["probability"] for candidate in others)
    assert not any(candidate["chosen"] for candidate in others)
    assert {"feature", "value", "weight", "words"} == chosen["weights"][0].keys()
    assert all(candidate["behind_in"] for candidate in others)
    assert explained["identity"]["name"] == explained["source"]["name"] == "Ann Lee"
    words = TEXT[chosen["mention"]["start"] : chosen["mention"]["end"]]
    assert words == chosen["mention"]["text"]


def test_what_the_store_holds_is_told_beside_it(ask: Any) -> None:
    [quotation] = [json.loads(line) for line in ask("search", "rained")[1].splitlines()]
    explained = json.loads(ask("explain", "boat#1", "--json")[1])
    assert explained["stored"] == quotation
    for ours, theirs in (("name", "name"), ("role", "role")):
        assert explained["source"][ours] == quotation["speaker"][theirs]
    assert explained["source"]["source_type"] == quotation["source_type"]
    assert "Stored" in ask("explain", "old#1")[1]


def test_whom_of_the_cast_it_is(ask: Any) -> None:
    member = json.loads(ask("explain", "boat#1", "--json")[1])["member"]
    assert (member["kind"], member["name"]) == ("person", "Ann Lee")
    assert [mention["text"] for mention in member["mentions"]] == ["The captain", "Ann Lee", "Ann Lee"]
    assert "signs" not in member
    assert "person, mentioned 3 times: “The captain”, “Ann Lee”" in ask("explain", "boat#1")[1]


def test_a_quotation_by_its_number_for_people(ask: Any) -> None:
    code, out, _ = ask("explain", "boat#1")
    assert code == 0
    for words in (
        "taken as speech",
        "by “said”",
        "stands in the quotation's sentence",
        "the chosen one:",
        "named person",
        "Name",
        "Ann Lee",
    ):
        assert words in out


def test_a_quotation_without_a_speaker_tells_the_cause(ask: Any) -> None:
    explained = json.loads(ask("explain", "alone#1", "--json")[1])
    assert (explained["speech"]["held"], explained["candidates"]) == (True, [])
    assert explained["cause"] == "nobody who could speak stands near the quotation"
    assert explained["identity"] is explained["source"] is None
    assert "unknown: nobody who could speak" in ask("explain", "alone#1")[1]


def test_a_title_that_is_not_held_for_speech(ask: Any) -> None:
    explained = json.loads(ask("explain", "title", "--at", str(TITLE.index("Rain")), "--json")[1])
    assert (explained["text"], explained["speech"]["held"]) == ("“The Long Rain”", False)
    assert not any(candidate["chosen"] for candidate in explained["candidates"])
    assert "not taken as speech" in ask("explain", "title", "--at", str(TITLE.index("Rain")))[1]


def test_an_indirect_report(ask: Any) -> None:
    explained = json.loads(ask("explain", "boat", "--at", str(TEXT.index("sail on")), "--json")[1])
    assert (explained["kind"], explained["text"]) == ("indirect", "that the boat would sail on Monday")
    assert explained["candidates"][0]["cue"]["text"] == "said"
    assert explained["source"]["name"] == "Ann Lee"
    assert "Reading" in ask("explain", "boat#r1")[1]


def test_what_people_said_stands_beside_it(ask: Any) -> None:
    number = re.search(r"--undo (\d+)", ask("correct", "boat#1", "--speaker", "Rees", "--because", "heard it")[2])
    shown = " ".join(ask("explain", "boat#1")[1].split())
    assert "Bob Rees · named person · 100% · corrected by " in shown
    assert ", because “heard it”" in shown
    assert number
    ask("correct", "--undo", number[1])


def test_what_only_people_hold_to_be_a_quotation_says_so(ask: Any) -> None:
    number = re.search(
        r"--undo (\d+)", ask("correct", "--add", "boat", "4", "20", "--speaker", "Ann Lee", "--by", "desk")[2]
    )
    code, _, err = ask("explain", "boat#1")
    assert (code, number is not None) == (2, True)
    assert "these models find no quotation at 4 in 'boat'" in err
    assert "people say that it is one: corrected by desk on " in err
    ask("correct", "--undo", number[1] if number else "")


def test_what_another_version_stored(ask: Any) -> None:
    code, _, err = ask("explain", "old#1")
    assert code == 0
    assert "filled by another version" in err


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["0123456789abcdef"], "no quotation '0123456789abcdef' is stored; give the id of one, or an article"),
        (["boat#9"], "'boat' has no quotation 9; it has 1 to "),
        (["boat#r9"], "'boat' has no quotation r9; it has r1 to "),
        (["boot#1"], "no article 'boot' is stored; did you mean boat?"),
        (["boat", "--at", "9999"], "--at 9999 is behind the end of the article, at "),
        (["boat", "--at", "5"], "at 5 in 'boat' these models find nothing in quotation marks and no indirect speech;"),
    ],
)
def test_what_is_not_there_is_a_matter_of_usage(args: list[str], sentence: str, ask: Any) -> None:
    code, out, err = ask("explain", *args)
    assert (code, out) == (2, "")
    assert err.splitlines()[-1].startswith(f"quotes: {sentence}")


def test_no_store_is_made_by_asking(ask: Any, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere.db"
    assert ask("explain", "boat#1", "--db", str(nowhere))[0] == 5
    assert not nowhere.exists()


def test_missing_models(ask: Any, tmp_path: Path) -> None:
    assert ask("explain", "boat#1", "--models", str(tmp_path))[0] == 4
