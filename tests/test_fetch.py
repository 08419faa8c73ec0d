"""Pages and feeds from a server on this machine, which is refused unless a test lets it through."""

import gzip
import ipaddress
import json
import random
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from quotes.cli import fetch as command
from quotes.cli import main
from quotes.configuration import Feed
from quotes.domain import Article, Reject
from quotes.errors import InputError, UsageError
from quotes.fetch.addresses import Addresses, is_public
from quotes.fetch.client import Client, Limits
from quotes.fetch.memory import Memory, Seen
from quotes.fetch.robots import Robots
from quotes.fetch.visits import Round
from quotes.fetch.waiting import Rounds, retry_after, to_seconds
from quotes.read import read_articles
from tests.fake_parser import FakeParser, fake_parser

__all__ = ["fake_parser"]

Answers = dict[str, Any]


def page(words: str) -> bytes:
    return (
        f"<html><head><title>Rain</title></head><body><article><p>{words}</p><p>The ferries stayed in harbour all day, "
        "and those who had wanted to cross went home again in the evening, wet through.</p></article></body></html>"
    ).encode()


RAIN, HAIL = page("“It rained all day,” said Ann Lee, who runs them."), page("“It hailed all night,” said Bo Ray then.")
HTML = {"Content-Type": "text/html"}


class Site:
    """A server whose answers a test sets: (status, headers, body) by path, or a function of the request."""

    def __init__(self) -> None:
        self.answers: Answers = {}
        self.asked: list[str] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                told = site.answers.get(self.path, (404, {}, b""))
                status, headers, body = told(self) if callable(told) else told
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *arguments: object) -> None: ...

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        self.url = f"http://site.example:{self.port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.close()


def addresses(site: Site) -> Addresses:
    """Every name is this machine; only the site's own port is let through."""
    hosts = {"site.example": "127.0.0.1", "inside.example": "10.1.2.3"}
    return Addresses(
        lambda host, port: [hosts.get(host, host)],
        lambda address, port: (str(address), port) == ("127.0.0.1", site.port),
    )


def client(site: Site, **limits: Any) -> Client:
    return Client(addresses(site), Limits(**limits))


def robots(client: Client) -> Robots:
    return Robots(client, wait=lambda seconds: None)


# Where requests may go


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
     "::1", "fe80::1", "fc00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "::", "ff02::1"],
)  # fmt: skip
def test_addresses_that_are_not_of_the_public_web(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))
    with pytest.raises(InputError, match="not of the public web"):
        Addresses(lambda host, port: [address]).find("http://site.example/")


def test_one_private_address_among_several_is_enough() -> None:
    with pytest.raises(InputError, match=r"10\.0\.0\.1"):
        Addresses(lambda host, port: ["8.8.8.8", "10.0.0.1"]).find("https://site.example/")


def test_a_public_address_is_the_one_that_is_connected_to() -> None:
    place = Addresses(lambda host, port: ["8.8.8.8"]).find("https://Bücher.example/a?b=c#d")
    assert (place.address, place.host, place.port, place.target) == (
        "8.8.8.8", "xn--bcher-kva.example", 443, "/a?b=c",
    )  # fmt: skip
    assert place.origin == "https://xn--bcher-kva.example"


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("ftp://site.example/a", "begins with http"),
        ("file:///etc/passwd", "begins with http"),
        ("site.example", "begins with http"),
        ("http://user:secret@site.example/", "behind a password"),
        ("http://site.example:22/", "not its usual port"),
        ("http://site.example:99999/", "no address of the web"),
    ],
)
def test_what_is_no_address_of_the_web(url: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        Addresses(lambda host, port: ["8.8.8.8"]).find(url)


# One request


def test_a_redirect_is_followed_and_its_end_told(site: Site) -> None:
    site.answers = {"/a": (301, {"Location": "b"}, b""), "/b": (200, HTML, RAIN)}
    answer = client(site).get(f"{site.url}/a")
    assert (answer.url, answer.status, answer.data, answer.kind) == (f"{site.url}/b", 200, RAIN, "text/html")


@pytest.mark.parametrize("to", ["http://inside.example/", "http://127.0.0.1:1/", "http://[::1]/", "file:///etc/passwd"])
def test_a_redirect_leads_nowhere_inside(to: str, site: Site) -> None:
    site.answers = {"/a": (302, {"Location": to}, b"")}
    with pytest.raises(InputError, match=r"not of the public web|begins with http"):
        client(site).get(f"{site.url}/a")
    assert site.asked == ["/a"]


def test_redirects_end(site: Site) -> None:
    site.answers = {"/a": (302, {"Location": "/a"}, b"")}
    with pytest.raises(InputError, match="more than 5 times"):
        client(site).get(f"{site.url}/a")
    assert len(site.asked) == 6


def test_what_is_too_large_is_not_read_to_its_end(site: Site) -> None:
    site.answers = {"/a": (200, HTML, b"x" * 300_000)}
    with pytest.raises(InputError, match=r"larger than 0 MB"):
        client(site, bytes=100_000).get(f"{site.url}/a")


def test_a_gzip_bomb_is_stopped_while_it_is_unpacked(site: Site) -> None:
    site.answers = {"/a": (200, HTML | {"Content-Encoding": "gzip"}, gzip.compress(b"\0" * 50_000_000))}
    with pytest.raises(InputError, match="larger than 1 MB"):
        client(site, bytes=1_000_000).get(f"{site.url}/a")


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "bare deflate"])
def test_what_is_packed_is_unpacked(encoding: str, site: Site) -> None:
    import zlib

    bare = zlib.compressobj(wbits=-15)
    packed = {"gzip": gzip.compress(RAIN), "deflate": zlib.compress(RAIN),
              "bare deflate": bare.compress(RAIN) + bare.flush()}  # fmt: skip
    site.answers = {"/a": (200, {"Content-Encoding": encoding.rpartition(" ")[2]}, packed[encoding])}
    assert client(site).get(f"{site.url}/a").data == RAIN


def test_packed_in_another_way_and_broken(site: Site) -> None:
    site.answers = {
        "/a": (200, {"Content-Encoding": "br"}, b"x"),
        "/b": (200, {"Content-Encoding": "gzip"}, b"no gzip at all"),
    }
    with pytest.raises(InputError, match="packed as 'br'"):
        client(site).get(f"{site.url}/a")
    with pytest.raises(InputError, match="breaks off"):
        client(site).get(f"{site.url}/b")


def test_a_server_that_says_nothing(site: Site) -> None:
    waiting = threading.Event()

    def silent(request: BaseHTTPRequestHandler) -> tuple[int, dict[str, str], bytes]:
        waiting.wait(30)
        return 200, {}, b""

    site.answers = {"/a": silent}
    with pytest.raises(InputError, match="does not answer"):
        client(site, silence=0.2).get(f"{site.url}/a")
    waiting.set()


def test_a_server_that_never_ends(site: Site) -> None:
    def dribble(request: BaseHTTPRequestHandler) -> tuple[int, dict[str, str], bytes]:
        request.send_response(200)
        request.end_headers()
        try:
            while True:
                request.wfile.write(b"x")
        except OSError:
            return 200, {}, b""

    site.answers = {"/a": dribble}
    with pytest.raises(InputError, match="takes longer than 0 seconds"):
        client(site, seconds=0.3, bytes=10**9).get(f"{site.url}/a")


def test_nobody_there(site: Site) -> None:
    site.close()
    with pytest.raises(InputError, match="does not answer"):
        client(site).get(f"{site.url}/a")


def test_who_asks_and_for_whom(site: Site) -> None:
    heard: dict[str, str] = {}

    def hear(request: BaseHTTPRequestHandler) -> tuple[int, dict[str, str], bytes]:
        heard.update(request.headers.items())
        return 200, HTML, RAIN

    site.answers = {"/a": hear}
    client(site).get(f"{site.url}/a", {"If-None-Match": '"1"'})
    assert heard["Host"] == f"site.example:{site.port}"
    assert heard["User-Agent"].startswith("who-said-what/")
    assert heard["If-None-Match"] == '"1"'


# What a host allows


def test_robots_txt_holds(site: Site) -> None:
    site.answers = {
        "/robots.txt": (200, {}, b"User-agent: *\nDisallow: /private\nCrawl-delay: 7\n"),
        "/a": (200, HTML, RAIN),
    }
    waited: list[float] = []
    now = iter(range(0, 1000, 2))
    polite = Robots(client(site), wait=waited.append, clock=lambda: float(next(now)))
    polite.enter(f"{site.url}/a")
    with pytest.raises(InputError, match="not for robots"):
        polite.enter(f"{site.url}/private/b")
    assert not waited
    polite.enter(f"{site.url}/c")
    assert len(waited) == 1
    assert 0 < waited[0] < 7
    assert site.asked == ["/robots.txt"]  # once


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (500, False), (429, False)])
def test_a_host_without_robots_txt(status: int, allowed: bool, site: Site) -> None:
    site.answers = {"/robots.txt": (status, {}, b"")}
    if allowed:
        robots(client(site)).enter(f"{site.url}/a")
    else:
        with pytest.raises(InputError, match="try again later"):
            robots(client(site)).enter(f"{site.url}/a")


# What is remembered


def test_memory_is_written_when_it_is_saved(tmp_path: Path) -> None:
    path = tmp_path / "state" / "fetched.json"
    memory = Memory(path)
    memory.learn("http://a.example/", Seen(etag='"1"', digest="d"))
    assert memory.of("http://a.example/").conditions == {"If-None-Match": '"1"'}
    assert not path.exists()
    memory.save()
    assert Memory(path).of("http://a.example/") == Seen(etag='"1"', digest="d")
    assert Memory(path).of("http://b.example/") == Seen()


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"version": 9, "seen": {}}', '{"version": 1, "seen": {"a": {"x": 1}}}']
)
def test_another_file_is_not_taken_for_a_memory(content: str, tmp_path: Path) -> None:
    path = tmp_path / "fetched.json"
    path.write_text(content)
    with pytest.raises(InputError, match="does not hold what was fetched before"):
        Memory(path)


# A round


def feed(*items: tuple[str, str]) -> tuple[int, dict[str, str], bytes]:
    told = "".join(f"<item><link>{link}</link><title>{title}</title></item>" for link, title in items)
    data = f'<rss version="2.0"><channel><title>The Echo</title>{told}</channel></rss>'
    return 200, {"Content-Type": "application/rss+xml"}, data.encode()


def go(site: Site, memory: Memory, pages: list[str], feeds: list[str]) -> tuple[Round, list[Article | Reject]]:
    made = Round(client(site), robots(client(site)), memory)
    found = list(read_articles(made.visit(pages, map(Feed, feeds))))
    memory.save()
    site.asked = [path for path in site.asked if path != "/robots.txt"]
    return made, found


def test_a_page_is_an_article_under_its_address(site: Site, tmp_path: Path) -> None:
    site.answers = {"/a": (302, {"Location": "/b"}, b""), "/b": (200, HTML, RAIN), "/c": (404, {}, b"")}
    _, (article, reject) = go(site, Memory(), [f"{site.url}/a#top", f"{site.url}/c"], [])
    assert isinstance(article, Article)
    assert article.url == f"{site.url}/b"
    assert "said Ann Lee" in article.text
    assert isinstance(reject, Reject)
    assert reject.origin == f"{site.url}/c"
    assert "status 404" in reject.reason


def test_of_a_feed_only_what_is_new_or_changed_is_fetched(site: Site, tmp_path: Path) -> None:
    path = tmp_path / "fetched.json"
    site.answers = {"/feed": feed(("/a", "Rain"), ("b", "Hail")), "/a": (200, HTML, RAIN), "/b": (200, HTML, HAIL)}
    _, found = go(site, Memory(path), [], [f"{site.url}/feed"])
    assert [one.url for one in found if isinstance(one, Article)] == [f"{site.url}/a", f"{site.url}/b"]
    site.asked.clear()
    again, found = go(site, Memory(path), [], [f"{site.url}/feed"])
    assert (found, again.unchanged, site.asked) == ([], 2, ["/feed"])
    site.answers |= {
        "/feed": feed(("/a", "Rain, again"), ("b", "Hail")),
        "/a": (200, HTML, page("“Again,” said Ann Lee to us.")),
    }
    site.asked.clear()
    _, found = go(site, Memory(path), [], [f"{site.url}/feed"])
    assert [one.url for one in found if isinstance(one, Article)] == [f"{site.url}/a"]
    assert site.asked == ["/feed", "/a"]


def test_what_the_server_says_has_not_changed(site: Site) -> None:
    def conditional(request: BaseHTTPRequestHandler) -> tuple[int, dict[str, str], bytes]:
        if request.headers.get("If-None-Match") == '"1"' and request.headers.get("If-Modified-Since") == "then":
            return 304, {}, b""
        return 200, HTML | {"ETag": '"1"', "Last-Modified": "then"}, RAIN

    site.answers, memory = {"/a": conditional}, Memory()
    assert len(go(site, memory, [f"{site.url}/a"], [])[1]) == 1
    again, found = go(site, memory, [f"{site.url}/a"], [])
    assert (found, again.unchanged, again.answered) == ([], 1, 1)


def test_an_item_that_could_not_be_had_is_tried_again(site: Site) -> None:
    site.answers, memory = {"/feed": feed(("/a", "Rain"))}, Memory()
    _, (reject,) = go(site, memory, [], [f"{site.url}/feed"])
    assert isinstance(reject, Reject)
    site.answers["/a"] = (200, HTML, RAIN)
    _, (article,) = go(site, memory, [], [f"{site.url}/feed"])
    assert isinstance(article, Article)


def test_no_feed_and_a_feed_among_pages(site: Site) -> None:
    site.answers = {"/a": (200, HTML, RAIN), "/feed": feed(("/a", "Rain"))}
    _, (one, other) = go(site, Memory(), [f"{site.url}/feed"], [f"{site.url}/a"])
    assert isinstance(one, Reject)
    assert isinstance(other, Reject)
    assert "give it with --feed" in one.reason
    assert "no feed" in other.reason


def test_a_server_that_wants_to_be_left_alone(site: Site) -> None:
    site.answers = {"/a": (503, {"Retry-After": "120"}, b"")}
    made, _ = go(site, Memory(), [f"{site.url}/a"], [])
    assert (made.alone, made.answered) == (120.0, 0)


# When to look again


def test_times(tmp_path: Path) -> None:
    assert [to_seconds(one) for one in ("90s", "15m", "1.5h", "1d")] == [90, 900, 5400, 86400]
    for bad in ("", "15", "m", "-1m", "1w", "30s"):
        with pytest.raises(UsageError):
            to_seconds(bad)


def test_after_failures_it_waits_longer() -> None:
    rounds = Rounds(900, random.Random(1))
    waits = [rounds.next(failed=failed) for failed in (False, True, True, True, False)]
    for wait, meant in zip(waits, (900, 1800, 3600, 7200, 900), strict=True):
        assert 0.9 * meant <= wait <= 1.1 * meant
    assert rounds.next(failed=False, asked=5000) == 5000
    assert max(rounds.next(failed=True) for _ in range(20)) <= 86400 * 1.1


def test_retry_after() -> None:
    assert retry_after({"retry-after": "30"}) == 30
    assert retry_after({"retry-after": "Fri, 31 Dec 1999 23:59:59 GMT"}) == 0
    assert retry_after({"retry-after": "soon"}) is None
    assert retry_after({}) is None


# The command


@pytest.fixture
def reachable(site: Site, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Site:
    """The command's own client finds the site; its state is a file of the test's."""
    monkeypatch.setattr(command, "Client", lambda: client(site))
    monkeypatch.setattr(command, "Robots", robots)
    monkeypatch.setattr(command, "fetched_file", lambda url: tmp_path / "state.json")
    return site


def test_what_is_fetched_is_stored_once(
    reachable: Site, fake_parser: FakeParser, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reachable.answers = {"/a": (200, HTML, RAIN), "/b": (500, {}, b"")}
    asked = ["fetch", f"{reachable.url}/a", f"{reachable.url}/b", "--db", str(tmp_path / "store.db")]
    assert main([*asked, "--summary", "jsonl"]) == 1
    told = capsys.readouterr()
    first = json.loads(told.out)
    assert (first["added"], first["quotations"], first["rejected"]) == (1, 1, 1)
    assert "1 fetched, 0 unchanged, 1 rejected" in told.err
    assert main([*asked, "--summary", "jsonl"]) == 1
    assert json.loads(capsys.readouterr().out)["added"] == 0
    assert len(fake_parser.parsed) == 1
    reachable.answers["/a"] = (200, HTML, page("“It stopped,” said Ann Lee, who runs the ferries."))
    assert main([*asked, "--summary", "jsonl"]) == 1
    assert json.loads(capsys.readouterr().out)["new_version"] == 1


def test_an_empty_store_gets_what_was_fetched_for_one_before(
    reachable: Site, fake_parser: FakeParser, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reachable.answers = {"/a": (200, HTML, RAIN)}
    for name in ("one.db", "two.db"):
        assert main(["fetch", f"{reachable.url}/a", "--db", str(tmp_path / name), "--summary", "jsonl"]) == 0
        assert json.loads(capsys.readouterr().out)["added"] == 1


def test_what_is_fetched_is_written(reachable: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reachable.answers = {"/feed": feed(("/a", "Rain")), "/a": (200, HTML, RAIN)}
    for _ in range(2):  # without a state, all of it each time
        assert main(["fetch", "--feed", f"{reachable.url}/feed", "-o", str(tmp_path / "out.jsonl")]) == 0
        [line] = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
        assert json.loads(line)["url"] == f"{reachable.url}/a"
    assert main(["fetch", "--feed", f"{reachable.url}/feed", "-o", "-", "--outlet", "The Echo"]) == 0
    assert json.loads(capsys.readouterr().out)["outlet"] == "The Echo"


def test_a_feed_is_watched(
    reachable: Site,
    fake_parser: FakeParser,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    reachable.answers = {"/feed": feed(("/a", "Rain")), "/a": (200, HTML, RAIN)}
    waited: list[float] = []

    def wait(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) == 2:
            raise InputError("enough")
        reachable.answers |= {"/feed": feed(("/a", "Rain"), ("/b", "Hail")), "/b": (200, HTML, HAIL)}

    monkeypatch.setattr("time.sleep", wait)
    asked = ["fetch", "--feed", f"{reachable.url}/feed", "--every", "15m", "--db", str(tmp_path / "s.db")]
    assert main(asked) == 3
    assert all(810 <= seconds <= 990 for seconds in waited)
    said = capsys.readouterr().err
    assert "1 fetched, 0 unchanged, 0 rejected" in said
    assert "1 fetched, 1 unchanged, 0 rejected" in said
    assert len(fake_parser.parsed) == 2


def test_nothing_to_fetch_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fetch"]) == 2
    assert "--feed" in capsys.readouterr().err
    assert main(["fetch", "http://a.example/", "--every", "often"]) == 2


def test_the_network_inside_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fetch", "http://127.0.0.1:8080/", "http://[::1]/", "-o", str(tmp_path / "o.jsonl")]) == 1
    assert capsys.readouterr().err.count("not of the public web") == 2
