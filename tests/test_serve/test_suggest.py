"""Words, names and outlets are suggested to whoever types; and the words that mark what somebody says."""

import re
from datetime import date

import pytest
from starlette.testclient import TestClient

from quotes.domain import ParsedArticle, Source
from quotes.store import Selection, Store
from quotes.store.questions.vocabulary import telling_words
from tests.test_serve.conftest import MAYOR, Make, fill, put


def suggested(client: TestClient, begun: str) -> list[str]:
    return re.findall(r'<option value="([^"]*)">', client.get("/suggest", params={"q": begun}).text)


@pytest.fixture(params=["url", "empty_postgresql"])
def asked(request: pytest.FixtureRequest, make_client: Make) -> TestClient:
    address = str(request.getfixturevalue(request.param))
    if request.param == "empty_postgresql":
        fill(address)
    return make_client(database=address)


def test_names_outlets_and_words_by_their_beginnings(asked: TestClient) -> None:
    assert suggested(asked, "val") == ["Ines Valdez", "valdez"]
    assert suggested(asked, "ines va") == ["Ines Valdez", "ines valdez"]
    assert suggested(asked, "alder") == ["Ada Álder"]
    assert suggested(asked, "the sam") == ["The Sample"]
    assert suggested(asked, "bri") == ["bridge"]
    assert suggested(asked, "ferry or bri") == ["ferry or bridge"]


@pytest.mark.parametrize("begun", ["", "b", "“bri", "bri*", "(bri", "b" * 200, "%", "_", "'", "\x00", "z\U0010ffff"])
def test_nothing_is_suggested_for_what_nothing_begins_with(asked: TestClient, begun: str) -> None:
    assert suggested(asked, begun) == []


def test_hostile_names_are_words(make_client: Make, url: str) -> None:
    name = '"><script>alert(1)</script>'
    fill(url, (put("x", ("It is so", Source("named_person", name)), title="T", outlet=name, day=date(2020, 1, 1)),))
    text = make_client().get("/suggest?q=scr").text
    assert "<script" not in text
    assert "&lt;script&gt;" in text


def said_each(who: str, line: str, words: str) -> list[ParsedArticle]:
    """A line for each of the words, by one speaker, or by `who` and the word."""
    return [
        put(f"{line[4:6]}{day}", (line.format(word), Source("named_person", who.format(word.title()))), title="T",
            outlet="The Example", day=date(2022, 1, day))
        for day, word in enumerate(words.split(), 1)
    ]  # fmt: skip


HARBOUR = said_each("Ines Valdez", "The harbour needs {} harbours", "deep wide new old")
ROADS = said_each("Bo {}", "The road needs {} work", "much more less some good fast slow late")


def test_the_words_of_one_are_told_from_those_of_all_others(store: Store) -> None:
    store.add_all([*HARBOUR, *ROADS])
    everybody, theirs = store.vocabulary(), store.vocabulary(Selection(speaker=("Ines Valdez",)))
    assert theirs.quotations == 4
    assert everybody.words["needs"] == 12
    assert telling_words(theirs, everybody.without(theirs), 5) == ["harbour"]


def test_the_same_words_in_many_papers_count_once(store: Store) -> None:
    store.add_all(
        [put(f"c{n}", ("A bridge is a bridge", MAYOR), title="C", outlet=f"Paper {n}", day=None) for n in range(5)]
    )
    assert store.vocabulary().quotations == 1


def test_a_person_is_shown_with_words_to_search_for(make_client: Make, url: str) -> None:
    fill(url, (*HARBOUR, *ROADS))
    client = make_client()
    found = re.search(r'href="(/search\?q=harbour[^"]*)"', client.get("/people/Ines Valdez").text)
    assert found
    assert "4 quotations" in client.get(found[1].replace("&amp;", "&")).text
