"""Each thing that keeps the record safe, with a test that fails where it is missing."""

import asyncio
import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from starlette.testclient import TestClient

from quotes.errors import StoreError, UsageError
from quotes.serve.settings import Limits, ServeSettings
from quotes.store import TooSlowError
from quotes.store.bounded import open_bounded
from tests.test_serve.conftest import Make
from tests.test_serve.test_screens import csrf, first_id


def test_another_machine_needs_a_token_or_a_proxy() -> None:
    with pytest.raises(UsageError, match="--token"):
        ServeSettings("sqlite://", host="0.0.0.0")
    with pytest.raises(UsageError, match="too short"):
        ServeSettings("sqlite://", host="0.0.0.0", token="abc")
    assert ServeSettings("sqlite://", host="::1").is_local
    assert not ServeSettings("sqlite://", host="0.0.0.0", user_header="X-Remote-User").is_local


def test_a_strange_host_is_refused(client: TestClient) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 421
    assert client.get("/", headers={"host": "localhost:8000"}).status_code == 200


def test_nothing_inline_may_run_and_nobody_frames_us(client: TestClient) -> None:
    for address in ("/", "/search", "/nowhere", "/api/v1/facets"):
        headers = client.get(address).headers
        policy = headers["content-security-policy"]
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert "server" not in headers


def test_pages_have_no_inline_script_or_style(editor: TestClient) -> None:
    for address in (
        "/",
        "/search?q=bridge",
        "/people",
        "/articles/a1",
        f"/quotations/{first_id(editor, 'hold')}",
        *("/api", "/anonymous", "/network", "/compare?place=The+Example&place=The+Sample", "/check", "/see", "/data"),
        "/review?by=Bo",
    ):
        text = editor.get(address).text
        assert " style=" not in text, address
        assert "<style" not in text, address
        assert text.count("<script") == text.count("<script src="), address
        assert " on" + "click" not in text


def test_the_cookie_is_for_this_site_and_no_script(client: TestClient) -> None:
    cookie = client.get("/").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "set-cookie" not in client.get("/").headers


def test_a_form_without_our_token_is_refused(editor: TestClient) -> None:
    quotation = first_id(editor, "hold")
    form = {"quotation": quotation, "what": "nobody", "by": "Kim"}
    address = f"/quotations/{quotation}"
    token = csrf(editor, address)
    assert editor.post("/quotations/correct", data=form).status_code == 403
    assert editor.post("/quotations/correct", data=form | {"csrf": "0" * 64}).status_code == 403
    strange = {"origin": "https://evil.example", "sec-fetch-site": "cross-site"}
    assert editor.post("/quotations/correct", data=form | {"csrf": token}, headers=strange).status_code == 403
    editor.cookies.clear()
    assert editor.post("/quotations/correct", data=form | {"csrf": token}).status_code == 403


def test_every_form_asks_for_the_token(client: TestClient) -> None:
    posts = [route for route in client.app.routes if "POST" in (getattr(route, "methods", None) or ())]  # type: ignore[attr-defined]
    assert posts
    assert all(getattr(route.endpoint, "takes_form", False) for route in posts)


def test_nobody_corrects_where_it_is_not_allowed(client: TestClient) -> None:
    assert "Correct it" not in client.get(f"/quotations/{first_id(client, 'hold')}").text
    assert client.post("/quotations/correct", data={"what": "nobody"}).status_code == 403
    assert client.post("/people/judge", data={"what": "merge"}).status_code == 403


def test_who_has_the_token_gets_in(make_client: Make) -> None:
    client = make_client(host="0.0.0.0", token="opensesame")
    assert "Sign in" in client.get("/search").text
    assert client.get("/api/v1/facets").status_code == 401
    assert client.get("/api/v1/facets", headers={"authorization": "Bearer opensesame"}).status_code == 200
    assert client.get("/api/v1/facets", headers={"authorization": "Bearer opensesamf"}).status_code == 401
    token = csrf(client, "/sign-in")
    wrong = client.post("/sign-in", data={"csrf": token, "token": "nonsense", "next": "/search"})
    assert wrong.status_code == 403
    before = client.cookies["quotes_session"]
    there = client.post("/sign-in", data={"csrf": token, "token": "opensesame", "next": "/search?q=ribbon"})
    assert "I cut the ribbon" in there.text
    assert client.cookies["quotes_session"] != before


def test_a_cookie_that_we_did_not_sign_is_nothing(make_client: Make) -> None:
    client = make_client(host="0.0.0.0", token="opensesame")
    client.cookies.set("quotes_session", "abc.1.0000")
    assert client.get("/api/v1/facets").status_code == 401


def test_the_proxy_says_who_it_is(make_client: Make) -> None:
    client = make_client(host="0.0.0.0", user_header="X-Remote-User", edit=True)
    assert client.get("/").status_code == 401
    assert "kim@desk" in client.get("/", headers={"x-remote-user": "kim@desk"}).text


def test_nobody_is_led_elsewhere_after_signing_in(make_client: Make) -> None:
    client = make_client(host="0.0.0.0", token="opensesame")
    token = csrf(client, "/sign-in")
    form = {"csrf": token, "token": "opensesame", "next": "//evil.example/"}
    assert client.post("/sign-in", data=form, follow_redirects=False).headers["location"] == "/"


def test_too_much_is_not_read(make_client: Make) -> None:
    client = make_client(limits=Limits(body=1000, address=500))
    assert client.post("/sign-in", content=b"x" * 1001).status_code == 413
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert client.post("/sign-in", content=iter([b"x" * 600, b"x" * 600]), headers=form).status_code == 413
    assert client.get("/search?q=" + "a" * 600).status_code == 414


def test_who_sends_for_ever_is_broken_off(make_client: Make) -> None:
    """The rest of a form never comes."""
    app = make_client(limits=Limits(seconds=0.05)).app
    sent: list[Any] = []
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST", "path": "/sign-in",
        "raw_path": b"/sign-in", "query_string": b"", "root_path": "", "scheme": "http", "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 8000),
        "headers": [(b"host", b"127.0.0.1"), (b"content-type", b"application/x-www-form-urlencoded")],
    }  # fmt: skip

    async def receive() -> dict[str, Any]:
        await asyncio.sleep(3600)
        raise AssertionError

    async def send(message: Any) -> None:
        sent.append(message)

    async def ask() -> None:
        await app(scope, receive, send)

    asyncio.run(ask())
    assert sent[0]["status"] == 503
    assert b"too long" in sent[1]["body"]


@pytest.mark.parametrize("address", ["/search", "/people", "/anonymous", "/api/v1/facets"])
def test_a_page_whose_questions_take_too_long_says_so(
    make_client: Make, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quotes.store.bounded._STEPS", 1)  # for a record of six articles needs few
    answer = make_client(limits=Limits(query_seconds=-1)).get(address)
    assert answer.status_code == 504
    assert "too long" in answer.text


def test_a_form_has_so_many_fields(editor: TestClient) -> None:
    answer = editor.post("/review", data={f"f{number}": "x" for number in range(300)}, files={"file": b"x"})
    assert answer.status_code == 400
    assert "Traceback" not in answer.text


def test_what_costs_much_can_be_asked_for_so_often(make_client: Make) -> None:
    client = make_client(limits=Limits(rate=0.0001, burst=2))
    answers = [client.post("/sign-in").status_code for _ in range(3)]
    assert answers == [403, 403, 429]
    assert client.get("/").status_code == 200


def test_a_question_that_takes_too_long_is_broken_off(url: str) -> None:
    store, deadline = open_bounded(url)
    with store:
        deadline.set(0)
        endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"
        with pytest.raises(TooSlowError, match="too long"):
            store._ask(lambda connection: connection.exec_driver_sql(endless).all())


def test_postgresql_breaks_it_off_too(empty_postgresql: str) -> None:
    from tests.test_serve.conftest import fill

    fill(empty_postgresql)
    store, deadline = open_bounded(empty_postgresql)
    with store:
        deadline.set(0.05)
        with pytest.raises(TooSlowError, match="too long"):
            store._ask(lambda connection: connection.exec_driver_sql("SELECT pg_sleep(60)").all())


@pytest.mark.parametrize("engine", ["url", "empty_postgresql"])
def test_what_only_reads_cannot_write(engine: str, request: pytest.FixtureRequest) -> None:
    from tests.test_serve.conftest import fill

    address = str(request.getfixturevalue(engine))
    if engine == "empty_postgresql":
        fill(address)
    store, _ = open_bounded(address)
    with store, pytest.raises(StoreError, match="not written"):
        store._ask(lambda connection: connection.exec_driver_sql("DELETE FROM judgements"))


def test_what_goes_wrong_here_is_not_told(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def fail() -> Iterator[None]:
        raise ZeroDivisionError("secret")
        yield

    monkeypatch.setattr(client.app.state.records, "reading", fail)  # type: ignore[attr-defined]
    answer = client.get("/search")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    assert "content-security-policy" in answer.headers


def test_every_request_is_a_line_of_json(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "quotes.serve.access"):
        client.get("/search?q=a+secret+hunch")
    line = json.loads(caplog.messages[-1])
    assert (line["path"], line["status"], line["method"]) == ("/search", 200, "GET")
    assert "hunch" not in caplog.messages[-1]
    with caplog.at_level(logging.INFO, "quotes.serve.access"):
        client.get("/", headers={"host": "evil.example\n{}"})
        client.get("/nowhere%0A%7B%22status%22%3A200%7D")
    refused, forged = map(json.loads, caplog.messages[-2:])
    assert (refused["status"], forged["status"]) == (421, 404)
