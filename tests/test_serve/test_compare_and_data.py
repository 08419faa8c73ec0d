"""Places side by side, and what the record is made of."""

import csv
import io
from typing import Any

import pytest
from starlette.testclient import TestClient

from quotes.store import Selection, Verdict, open_store

TWO: list[tuple[str, str | int | float | bool | None]] = [("place", "The Example"), ("place", "sample")]


def test_two_outlets_side_by_side(client: TestClient) -> None:
    text = client.get("/compare", params=TWO).text
    assert "<bdi>The Example</bdi> and <bdi>The Sample</bdi>" in text
    assert "Apart" in text
    assert "Ines Valdez" in text


def test_the_same_as_a_table(client: TestClient) -> None:
    answer = client.get("/compare", params=[*TWO, ("format", "csv")])
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    counted = {(row["measure"], row["place"]): row["count"] for row in rows}
    assert counted["Quotations", "The Example"] == "5"
    assert counted["Quotations", "The Sample"] == "4"


def test_periods_of_a_selection(client: TestClient) -> None:
    places: list[tuple[str, str | int | float | bool | None]] = [
        ("by", "year"),
        ("place", "2020"),
        ("place", "2021"),
        ("outlet", "The Sample"),
    ]
    text = client.get("/compare", params=places).text
    assert "<bdi>2020</bdi> and <bdi>2021</bdi>" in text


@pytest.mark.parametrize(
    ("params", "sentence"),
    [
        ([("by", "moon")], "By=moon is not known"),
        ([("place", "The Example"), ("place", "The Exampel")], "did you mean The Example"),
    ],
)
def test_what_cannot_be_compared(client: TestClient, params: Any, sentence: str) -> None:
    answer = client.get("/compare", params=params)
    assert answer.status_code == 400
    assert sentence in answer.text


def test_what_the_record_is_made_of(client: TestClient, url: str) -> None:
    with open_store(url) as store:
        quotation = next(store.iter(Selection()))
        store.correct(quotation.id, Verdict(said=False), who="<b>Bo</b>", reason="a slogan")
    text = client.get("/data").text
    assert "<b>Bo</b>" not in text
    assert "&lt;b&gt;Bo&lt;/b&gt;" in text
    assert "Nothing is waiting to be mended." in text
    assert client.get("/data?list=runs&format=json").json()[0]["command"] == "add"
    assert client.get("/data?list=corrections&format=json").json()[0]["reason"] == "a slogan"
    assert client.get("/data?list=moon&format=json").status_code == 400
