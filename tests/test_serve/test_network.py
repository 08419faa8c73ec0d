"""The network in the browser: a picture, its strongest links with their proof, and the page to click."""

import re

import pytest
from starlette.testclient import TestClient

from tests.test_serve.conftest import Make, put


def test_who_is_quoted_where(client: TestClient) -> None:
    text = client.get("/network").text
    assert "Who is quoted where" in text
    assert 'src="data:image/svg+xml;base64,' in text
    assert re.search(r"<bdi>Ines Valdez</bdi></th><td><bdi>The Sample</bdi></td><td><a [^>]*>2</a>", text)


def test_the_proof_of_a_link_opens(client: TestClient) -> None:
    found = re.search(r'<bdi>The Sample</bdi></td><td><a href="(/search\?id=[^"]+)">2</a>', client.get("/network").text)
    assert found
    assert "I cut the ribbon" in client.get(found[1].replace("&amp;", "&")).text


@pytest.mark.parametrize("kind", ["relay", "about", "co-quoted", "article-speaker", "within"])
def test_every_kind(client: TestClient, kind: str) -> None:
    assert client.get("/network", params={"kind_of": kind, "since": "2020"}).status_code == 200


def test_the_page_to_click_allows_its_own_script_alone(client: TestClient) -> None:
    answer = client.get("/network/page?outlet=The+Sample")
    assert answer.status_code == 200
    assert "Ines Valdez" in answer.text
    assert "The Example" not in answer.text
    assert "script-src 'sha256-" in answer.text.replace("&#39;", "'")
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(("address", "status"), [("/network?kind_of=moon", 400), ("/network/page?outlet=No", 400)])
def test_what_cannot_be_drawn(client: TestClient, address: str, status: int) -> None:
    assert client.get(address).status_code == status


def test_nothing_to_draw_and_hostile_names(make_client: Make, url: str) -> None:
    from quotes.domain import Source
    from quotes.store import open_store

    name = "<script>alert(1)</script>"
    with open_store(url) as store:
        store.add(put("x", ("It is so", Source("named_person", name)), title=name, outlet=name, day=None))
    client = make_client()
    assert "Nothing in the record is linked so." in client.get("/network?outlet=Nowhere").text
    assert "<script>alert" not in client.get("/network").text
    assert "<script>alert" not in client.get("/network/page").text
