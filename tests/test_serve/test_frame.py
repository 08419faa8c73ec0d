"""The frame of all screens."""

from starlette.testclient import TestClient


def test_the_beginning_says_what_there_is(client: TestClient) -> None:
    answer = client.get("/")
    assert answer.status_code == 200
    assert "9 quotations" in answer.text
    assert "Ines Valdez" in answer.text


def test_a_page_that_is_not_there(client: TestClient) -> None:
    answer = client.get("/nowhere")
    assert answer.status_code == 404
    assert "There is no such page." in answer.text
