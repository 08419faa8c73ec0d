"""Shares of anonymous sources: what the page tells, opens and hands out is what the report counts."""

import csv
import io
import re

import pytest
from starlette.testclient import TestClient

from tests.test_serve.conftest import Make


def test_figures_open_their_quotations(client: TestClient) -> None:
    answer = client.get("/anonymous")
    assert answer.status_code == 200
    assert re.search(r'<a href="/search\?outlet=The\+Sample&amp;anonymous=yes">1</a></td><td>4</td>', answer.text)


@pytest.mark.parametrize("by", ["outlet", "desk", "byline", "month", "outlet,month", "desk,month"])
def test_every_way_to_group(client: TestClient, by: str) -> None:
    answer = client.get("/anonymous", params={"by": by, "of": "sources"})
    assert answer.status_code == 200
    table = client.get("/anonymous", params={"by": by, "format": "csv"})
    rows = list(csv.DictReader(io.StringIO(table.text.removeprefix("\ufeff"))))
    assert sum(int(row["anonymous"]) for row in rows) == 2


def test_the_newest_month_stands_beside_the_one_before(client: TestClient) -> None:
    text = client.get("/anonymous").text
    assert "2021-06 against 2021-05" in text
    assert "the numbers are small" in text


def test_a_selection_narrows_all_of_it(client: TestClient) -> None:
    text = client.get("/anonymous", params={"outlet": "The Example", "since": "2021"}).text
    assert "1 of 2 quotations" in text
    assert "The Sample" not in text


@pytest.mark.parametrize("query", ["by=moon", "of=moon", "since=moon", "format=moon"])
def test_what_cannot_be_asked(client: TestClient, query: str) -> None:
    assert client.get(f"/anonymous?{query}").status_code == 400


def test_hostile_names_are_words(make_client: Make, url: str) -> None:
    from quotes.domain import Source
    from quotes.store import open_store
    from tests.test_serve.conftest import put

    name = '<script>alert(1)</script>"\u202e'
    officials = Source("unnamed_group", descriptor=name, anonymous=True, standing="described")
    with open_store(url) as store:
        store.add(put("x", ("It is so, they say", officials), title=name, outlet=name, day=None))
    text = make_client().get("/anonymous").text
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text
