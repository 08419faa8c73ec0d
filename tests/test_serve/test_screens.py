"""Articles, people, quotations; the record for programs; the feed."""

import re
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from quotes.serve.side_by_side import to_rows
from tests.test_serve.conftest import REWORDED, Make, fill


def first_id(client: TestClient, words: str) -> str:
    return str(client.get("/api/v1/quotations", params={"q": words}).json()["quotations"][0]["id"])


def csrf(client: TestClient, address: str) -> str:
    found = re.search(r'name="csrf" value="(\w+)"', client.get(address).text)
    assert found is not None
    return found[1]


def test_an_article_has_its_quotations_and_their_proof(client: TestClient) -> None:
    text = client.get("/articles/a1").text
    assert 'id="q1"' in text
    assert "2 quotations, 0 on the word of anonymous sources" in text
    assert "2 quotations, 1 on the word" in client.get("/articles/a2").text
    assert "Ada Álder" in text
    assert f"/quotations/{first_id(client, 'hold')}" in text
    assert client.get("/articles/a1?format=csv").text.count("\n") == 3
    assert client.get("/articles/nothing-like-it").status_code == 404


def test_two_wordings_stand_side_by_side(make_client: Make, url: str) -> None:
    for wording in REWORDED:
        fill(url, (wording,))
    client = make_client()
    assert "/changes/a9?old=1&amp;new=2" in client.get("/articles/a9").text
    text = client.get("/changes/a9?old=1&new=2").text
    assert "<del>surely</del> <ins>hardly</ins> &lt;b&gt;hold&lt;/b&gt;" in text
    row = re.search(r'<tr class="changed"><td>(.*?)</td><td>(.*?)</td></tr>', text, re.DOTALL)
    assert row is not None
    assert ("<del>surely</del>" in row[1], "<ins>hardly</ins>" in row[2], "surely" in row[2]) == (True, True, False)
    assert text.count('<tr class="changed">') == 1


_TEXTS = st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=5).map(" ".join), max_size=6)


@given(_TEXTS, _TEXTS)
def test_side_by_side_both_texts_are_whole(old: list[str], new: list[str]) -> None:
    rows = to_rows("\n".join(old), "\n\n".join(new))
    for texts, side in ((old, [row.old for row in rows]), (new, [row.new for row in rows])):
        assert [" ".join(words for _, words in pieces) for pieces in side if pieces] == texts


def test_an_article_with_an_odd_id_is_found(client: TestClient) -> None:
    answer = client.get("/articles/a5%2Fx%3F%23%26")
    assert answer.status_code == 200
    assert "<b>bold" not in answer.text


def test_a_person_has_roles_outlets_and_who_speaks_of_them(client: TestClient) -> None:
    person = client.get("/api/v1/people?name=Valdez").json()["people"][0]["id"]
    text = client.get(f"/people/{person}").text
    assert "quoted 3 times" in text
    assert "mayor of Lindau" in text
    assert "The Sample" in text
    assert client.get(f"/api/v1/people/{person}").json()["name"] == "Ines Valdez"


def test_a_name_leads_to_the_person_and_a_slip_to_those_who_nearly_go_by_it(client: TestClient) -> None:
    assert "Ines Valdez" in client.get("/people/Ines Valdez").text
    assert "did you mean Ines Valdez?" in client.get("/people?name=Inez Valdez").text
    assert client.get("/people/Nobody Atall").status_code == 404


def test_two_people_are_merged_and_taken_apart_again(editor: TestClient) -> None:
    people = {one["name"]: one["id"] for one in editor.get("/api/v1/people").json()["people"]}
    address = f"/people/{people['Ada Álder']}"
    form = {"csrf": csrf(editor, address), "what": "merge", "who": people["Ada Álder"], "other": "Tom Okafor",
            "reason": "the same woman", "by": "Kim"}  # fmt: skip
    assert editor.post("/people/judge", data=form).status_code == 200
    merged = editor.get(address).text
    assert "the same woman" in merged
    judgement = re.search(r'name="judgement" value="([^"]+)"', merged)
    assert judgement is not None
    undo = {"csrf": form["csrf"], "what": "undo", "who": people["Ada Álder"], "judgement": judgement[1], "by": "Kim"}
    assert "the same woman" in editor.post("/people/judge", data=undo).text
    left = {one["name"] for one in editor.get("/api/v1/people").json()["people"]}
    assert left == set(people)


def test_a_wrong_speaker_is_corrected_and_the_correction_undone(editor: TestClient) -> None:
    quotation = first_id(editor, "hold")
    address = f"/quotations/{quotation}"
    form = {"csrf": csrf(editor, address), "quotation": quotation, "what": "correct", "speaker": "Bo Quist",
            "by": "Kim", "reason": "page 3"}  # fmt: skip
    text = editor.post("/quotations/correct", data=form).text
    assert "Bo Quist" in text
    assert "corrected" in text
    number = re.search(r'name="number" value="(\d+)"', text)
    assert number is not None
    undo = {"csrf": form["csrf"], "quotation": quotation, "what": "undo", "number": number[1], "by": "Kim"}
    assert "taken back" in editor.post("/quotations/correct", data=undo).text
    assert editor.get(f"/api/v1/quotations/{quotation}").json()["speaker"]["name"] == "Ada Álder"


def test_a_correction_that_says_nothing_is_refused(editor: TestClient) -> None:
    quotation = first_id(editor, "hold")
    form = {"csrf": csrf(editor, f"/quotations/{quotation}"), "quotation": quotation, "what": "correct", "by": "Kim"}
    assert editor.post("/quotations/correct", data=form).status_code == 400


def test_a_quotation_can_stand_in_another_page(client: TestClient) -> None:
    answer = client.get(f"/embed/{first_id(client, 'hold')}")
    assert "frame-ancestors *" in answer.headers["content-security-policy"]
    assert "It will hold" in answer.text
    assert "<script" not in answer.text


def test_programs_get_pages_of_quotations_and_facets(client: TestClient) -> None:
    first = client.get("/api/v1/quotations?limit=4").json()
    rest = client.get(f"/api/v1/quotations?limit=100&offset={first['next_offset']}").json()
    assert len(first["quotations"]) + len(rest["quotations"]) == 9
    assert rest["next_offset"] is None
    assert client.get("/api/v1/facets?q=bridge").json()["hits"] == 4
    assert client.get("/api/v1/articles/a1").json()["text"].startswith("Ines Valdez said")
    assert "give one of" in client.get("/api/v1/quotations?kind=loud").json()["error"]
    assert client.get("/api/v1/nothing").json() == {"error": "there is no such page"}


def test_the_description_tells_of_every_address(client: TestClient) -> None:
    described = client.get("/api/v1/openapi.json").json()
    paths = {path.replace("{id:path}", "{id}") for path in client.app.state.paths}  # type: ignore[attr-defined]
    served = {path.removeprefix("/api/v1") for path in paths if path.startswith("/api/v1/")} - {"/openapi.json"}
    assert served == set(described["paths"])
    assert "Words in any form" in client.get("/api").text


def test_a_feed_tells_of_what_is_new(client: TestClient) -> None:
    answer = client.get("/feed.atom?q=bridge")
    feed = ElementTree.fromstring(answer.text)
    atom = "{http://www.w3.org/2005/Atom}"
    titles = [entry.findtext(f"{atom}title") for entry in feed.iter(f"{atom}entry")]
    assert titles[0] == "Ines Valdez: “Lindau has waited for a bridge”"
    assert answer.headers["content-type"].startswith("application/atom+xml")


def test_both_engines_answer_alike(make_client: Make, url: str, empty_postgresql: str) -> None:
    fill(empty_postgresql)
    clients = [make_client(edit=True, reads_ahead=False)]
    clients.append(make_client(edit=True, reads_ahead=False, database=empty_postgresql))
    person = clients[0].get("/api/v1/people?name=Valdez").json()["people"][0]["id"]
    for address in (
        *("/", "/search?q=bridge", "/search?anonymous=yes", "/people", "/people?name=Valdez", f"/people/{person}"),
        *("/articles/a1", f"/quotations/{first_id(clients[0], 'hold')}", "/feed.atom?q=bridge", "/review?by=Bo"),
        *("/anonymous", "/anonymous?by=desk,month&of=sources", "/network", "/network?kind_of=about"),
        *("/compare", "/compare?place=The+Example&place=The+Sample", "/check", "/see"),
        *("/api/v1/quotations", "/api/v1/facets?q=bridge", f"/api/v1/people/{person}"),
    ):
        answers = [client.get(address) for client in clients]
        assert answers[0].status_code == answers[1].status_code == 200, address
        texts = [re.sub(r'(name="(csrf|judgement)" value=")\w+', r"\1", answer.text) for answer in answers]
        assert texts[0] == texts[1], address


def test_both_engines_tell_the_same_of_the_data(make_client: Make, empty_postgresql: str) -> None:
    fill(empty_postgresql)
    texts = [client.get("/data").text for client in (make_client(), make_client(database=empty_postgresql))]
    moments = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d")  # when each was fed
    assert moments.sub("", texts[0]) == moments.sub("", texts[1])
