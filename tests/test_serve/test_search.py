"""Search: words, facets, the timeline, files."""

from starlette.testclient import TestClient


def test_words_are_found_with_the_proof(client: TestClient) -> None:
    text = client.get("/search?q=ribbon").text
    assert "<mark>“I cut the ribbon”</mark>" in text
    assert "subject of &#39;said&#39;" in text
    assert 'href="/articles/a3#q1"' in text
    assert "1 quotation" in text


def test_a_facet_narrows_and_a_chip_widens(client: TestClient) -> None:
    text = client.get("/search?q=bridge").text
    assert "/search?q=bridge&amp;outlet=The+Sample" in text
    narrowed = client.get("/search?q=bridge&outlet=The+Example").text
    assert "The bridge opens in May" in narrowed
    assert "We pay" not in narrowed
    assert 'aria-label="Take away: in The Example"' in narrowed


def test_a_bar_of_the_timeline_selects_its_month(client: TestClient) -> None:
    assert "/search?q=bridge&amp;since=2020-06-01&amp;until=2020-06-30" in client.get("/search?q=bridge").text


def test_every_list_is_a_file(client: TestClient) -> None:
    rows = client.get("/search?q=bridge&format=csv").text.splitlines()
    assert len(rows) == 5
    assert client.get("/search?q=bridge&format=xlsx").content[:2] == b"PK"
    found = client.get("/search?q=bridge&format=json").json()
    assert {one["person"]["name"] for one in found if one["person"]} >= {"Ines Valdez", "Ministry of Roads"}


def test_who_looks_for_a_name_is_shown_the_person(client: TestClient) -> None:
    assert "quoted 3 times" in client.get("/search?q=Valdez").text


def test_what_cannot_be_asked_is_told(client: TestClient) -> None:
    for address in ("/search?kind=loud", "/search?since=May", "/search?page=0", "/search?q=AND&format=doc"):
        answer = client.get(address)
        assert answer.status_code == 400, address
        assert "give" in answer.text or "write" in answer.text


def test_hostile_words_stay_words(client: TestClient) -> None:
    text = client.get("/search", params={"q": '<script>alert(1)</script>"'}).text
    assert "<script>alert" not in text
    text = client.get("/search?q=address").text
    assert "Odd &amp; &lt;b&gt;bold&lt;/b&gt;" in text
    assert "/articles/a5%2Fx%3F%23%26#q1" in text
