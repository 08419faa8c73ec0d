"""A text that is pasted is read at once, by the real parser, and stored nowhere."""

import pytest
from starlette.testclient import TestClient

from quotes.domain import Article
from quotes.serve.errors import BusyError
from quotes.serve.reader import Reader
from quotes.serve.screens.see import EXAMPLE
from quotes.store import open_store
from tests.test_serve.conftest import Make
from tests.test_serve.test_check import csrf_of


@pytest.fixture
def seeing(make_client: Make, parsing: Reader) -> TestClient:
    client = make_client(reads_ahead=False)
    client.app.state.reader = parsing  # type: ignore[attr-defined]
    return client


def test_the_example_is_seen_through_and_hostile_words_are_words(seeing: TestClient, url: str) -> None:
    with open_store(url) as store:
        before = store.info()
    text = f"{EXAMPLE}\n\n“It is <script>alert(1)</script> so, and nothing else,” said Bo <b>Lund</b>."
    answer = seeing.post("/see", data={"csrf": csrf_of(seeing, "/see"), "text": text})
    assert answer.status_code == 200
    assert "Ines Valdez" in answer.text
    assert "<script>alert" not in answer.text
    assert "1 of them anonymous" in answer.text
    with open_store(url) as store:
        assert store.info() == before


def test_as_an_object(seeing: TestClient) -> None:
    data = {"csrf": csrf_of(seeing, "/see"), "text": EXAMPLE, "format": "json"}
    found = seeing.post("/see", data=data).json()
    assert next(quote["speaker"]["name"] for quote in found["quotes"] if quote["speaker"]) == "Ines Valdez"


@pytest.mark.parametrize("text", [" ", "word " * 50_000])
def test_what_cannot_be_seen(seeing: TestClient, text: str) -> None:
    assert seeing.post("/see", data={"csrf": csrf_of(seeing, "/see"), "text": text}).status_code == 400


def test_who_comes_while_the_models_load_is_told_and_loading_goes_on() -> None:
    reader = Reader(seconds=0.01)
    try:
        reader.start()
        loading = reader._process
        with pytest.raises(BusyError, match="still loading"):
            reader.read(Article("early", "“It begins,” said Ann Lee."))
        assert reader._process is loading
    finally:
        reader.close()
