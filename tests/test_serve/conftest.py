"""A record of six articles as the web sees it: through a client, and in a real browser."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from starlette.testclient import TestClient

from quotes.domain import Article, IndirectScope, ParsedArticle, Source, Via
from quotes.serve.app import make_app
from quotes.serve.reader import Reader
from quotes.serve.settings import ServeSettings
from quotes.store import open_store
from tests.conftest import build_article

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Make = Callable[..., TestClient]

MAYOR = Source("named_person", "Ines Valdez", role="mayor of Lindau")
ROADS = Source("named_organization", "Ministry of Roads")
ADA = Source("named_person", "Ada Álder", role="engineer")
OFFICIALS = Source("unnamed_group", descriptor="officials", anonymous=True, standing="described")
WIRED = Source("named_person", "Tom Okafor", role="pilot", via=(Via("Coast Wire", "told"),))


def put(
    article: str, *said: Any, title: str, outlet: str, day: date | None, section: str | None = None, **more: Any
) -> ParsedArticle:
    built = build_article(article, *said, outlet=outlet, published=day)
    return replace(built, article=replace(built.article, title=title, section=section, **more))


ARTICLES = (
    put("a1", ("The bridge opens in May", MAYOR), ("It will hold", ADA), title="The bridge", outlet="The Example",
        day=date(2020, 1, 3), section="City", url="https://example.org/bridge"),
    put("a2", ("We pay for the bridge", ROADS), ("Nobody asked us about the bridge", OFFICIALS), title="Who pays",
        outlet="The Sample", day=date(2020, 6, 9), section="City"),
    put("a3", ("I cut the ribbon", MAYOR), ("Lindau has waited for a bridge", MAYOR), title="A ribbon",
        outlet="The Sample", day=date(2021, 5, 1)),
    put("a4", ("The ferry stops", WIRED), ("Ines Valdez promised us boats", OFFICIALS), title="No ferry",
        outlet="The Example", day=date(2021, 6, 2), section="Harbour"),
    put("a5/x?#&", ("An odd address", ADA), title="Odd & <b>bold</b>", outlet="The Example", day=None),
)  # fmt: skip


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The record in a file; where a test asks for the engines, in each."""
    address = f"sqlite:///{tmp_path / 'quotes.db'}"
    fill(address)
    return address


def fill(address: str, articles: tuple[ParsedArticle, ...] = ARTICLES) -> None:
    with open_store(address) as store:
        store.add_all(list(articles))


@contextmanager
def _asking(settings: ServeSettings) -> Iterator[TestClient]:
    with TestClient(make_app(settings), base_url="http://127.0.0.1:8000", raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def make_client(url: str) -> Iterator[Make]:
    """Clients of servers with other settings."""
    from contextlib import ExitStack

    with ExitStack() as stack:
        yield lambda **settings: stack.enter_context(_asking(ServeSettings(settings.pop("database", url), **settings)))


@pytest.fixture
def client(make_client: Make) -> TestClient:
    return make_client()


@pytest.fixture
def editor(make_client: Make) -> TestClient:
    """Of a server that takes corrections."""
    return make_client(edit=True)


CHROMIUM = Path("/usr/bin/chromium")
SWITCHES = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
HOSTILE = (
    "</mark><script>document.title='taken'</script><style>main{display:none}</style>"
    "<img src=x onerror=\"document.title='taken'\">\u202ereversed\u202c {{ 7 * 7 }} javascript:alert(1)"
)


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    if not CHROMIUM.exists():
        pytest.skip("no Chromium is installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(CHROMIUM), args=SWITCHES)
        yield opened
        opened.close()


class _LentReader(Reader):
    """One for all servers, so that the models are loaded once; it outlives each of them."""

    def start(self) -> None:
        """Only with the first text, for most pages need none."""

    def read(self, article: Article, indirect: IndirectScope = "speech") -> ParsedArticle:
        super().start()
        return super().read(article, indirect)

    def close(self) -> None:
        """Not with its server."""


@pytest.fixture(scope="session")
def reader() -> Iterator[Reader]:
    lent = _LentReader(seconds=300)
    yield lent
    Reader.close(lent)


@pytest.fixture(scope="session")
def parsing(reader: Reader) -> Reader:
    """The same, with its models loaded."""
    reader.read(Article("warm", "“It begins,” said Ann Lee."), "none")
    return reader


@contextmanager
def server(settings: ServeSettings, reader: Reader | None = None) -> Iterator[str]:
    """A true server in a thread, on a port that is free; its address."""
    from threading import Thread

    import uvicorn

    app = make_app(settings)
    if reader:
        app.state.reader = reader
    running = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning"))
    thread = Thread(target=running.run, daemon=True)
    thread.start()
    while not running.started:
        thread.join(0.01)
        assert thread.is_alive() or running.started
    try:
        yield f"http://127.0.0.1:{running.servers[0].sockets[0].getsockname()[1]}"
    finally:
        running.should_exit = True
        thread.join()


EVIL = put(
    "evil", (HOSTILE, Source("named_person", HOSTILE, role=HOSTILE)),
    ("They know it", Source("unnamed_group", descriptor=HOSTILE, anonymous=True, standing="described")),
    title=HOSTILE, outlet=HOSTILE, day=date(2021, 7, 1), section=HOSTILE, url="javascript:alert(1)",
)  # fmt: skip


# An article that was changed after it was first stored.
REWORDED = tuple(
    put("a9", ("It opens in May", MAYOR), (f"It will {word} <b>hold</b> for years", ADA), title="Reworded",
        outlet="The Example", day=None)
    for word in ("surely", "hardly")
)  # fmt: skip


@pytest.fixture(params=["sqlite", "postgresql"])
def site(request: pytest.FixtureRequest, tmp_path: Path, reader: Reader) -> Iterator[str]:
    """A server that takes corrections, of a record with a hostile article in it, on either engine."""
    address = f"sqlite:///{tmp_path / 'site.db'}"
    if request.param == "postgresql":
        address = str(request.getfixturevalue("empty_postgresql"))
    fill(address, (*ARTICLES, EVIL))
    with server(ServeSettings(address, edit=True), reader) as begun:
        yield begun


@pytest.fixture(scope="module")
def still_site(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Iterator[str]:
    """The same on SQLite, for tests that only look."""
    address = f"sqlite:///{tmp_path_factory.mktemp('still') / 'site.db'}"
    fill(address, (*ARTICLES, EVIL))
    for wording in REWORDED:
        fill(address, (wording,))
    with server(ServeSettings(address, edit=True), reader) as begun:
        yield begun


@contextmanager
def _visiting(browser: "Browser", site: str) -> "Iterator[Callable[..., Page]]":
    wrong: list[str] = []

    def go(path: str, *, width: int = 1280, dark: bool = False, script: bool = True, refused: bool = False) -> "Page":
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
            bypass_csp=False,
        )
        page = context.new_page()
        page.on(
            "request", lambda request: None if request.url.startswith((site, "data:")) else wrong.append(request.url)
        )
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.goto(site + path)
        if refused:  # which a browser writes to its console
            wrong.clear()
        return page

    yield go
    for context in browser.contexts:
        context.close()
    assert wrong == []


@pytest.fixture
def visit(browser: "Browser", site: str) -> "Iterator[Callable[..., Page]]":
    """Opens a page; afterwards no script may have failed, nothing been refused, and nothing fetched from elsewhere."""
    with _visiting(browser, site) as go:
        yield go


@pytest.fixture
def look(browser: "Browser", still_site: str) -> "Iterator[Callable[..., Page]]":
    """As `visit`, where nothing is changed."""
    with _visiting(browser, still_site) as go:
        yield go
