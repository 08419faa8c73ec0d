"""The queue in the browser: one verdict and on to the next, taken back, seen by two."""

import re

from starlette.testclient import TestClient

from quotes.store import Selection, open_store


def shown(text: str) -> str:
    found = re.search(r'name="quotation" value="([^"]+)"', text)
    assert found
    return found[1]


def judge(client: TestClient, text: str, what: str, **more: str) -> str:
    token = re.search(r'name="csrf" value="([0-9a-f]+)"', text)
    assert token
    data = {"csrf": token[1], "what": what, "quotation": shown(text), "by": "Bo", "again": "by=Bo", **more}
    answer = client.post("/review", data=data)
    assert answer.status_code == 200, answer.text
    return answer.text


def test_one_verdict_and_on_to_the_next(editor: TestClient, url: str) -> None:
    assert "Review" in editor.get("/").text
    text = editor.get("/review?by=Bo").text
    seen = [shown(text)]
    for what, more in (("right", {}), ("speaker", {"speaker": "Ada Álder"}), ("nobody", {}), ("none", {})):
        text = judge(editor, text, what, **more)
        seen.append(shown(text))
    assert len(set(seen)) == 5
    assert "has seen 4 so far" in text
    with open_store(url) as store:
        held = {one.id: one for one in store.iter(Selection(said=False))}
        assert held[seen[1]].speaker == "Ada Álder"
        assert held[seen[2]].source_type is None
        assert seen[3] not in held
        number = store.corrections()[-1].number
    judge(editor, text, "undo", number=str(number))
    with open_store(url) as store:
        assert seen[3] in {one.id for one in store.iter(Selection(said=False))}


def test_what_is_left_for_now_and_what_another_has_seen(editor: TestClient) -> None:
    text = editor.get("/review?by=Bo").text
    first = shown(text)
    assert shown(editor.get(f"/review?by=Bo&skip={first}").text) != first
    judge(editor, text, "right")
    assert shown(editor.get("/review?by=Ann&pass=second").text) == first
    assert "Nothing is left" in editor.get("/review?by=Bo&pass=second").text


def test_nobody_reviews_what_is_only_read(client: TestClient) -> None:
    assert "Review" not in client.get("/").text
    assert client.get("/review").status_code == 403
