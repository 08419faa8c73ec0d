"""A record of six articles as the web sees it: through a client, and in a real browser."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from quotes.domain import ParsedArticle, Source, Via
from quotes.serve.app import make_app
from quotes.serve.settings import ServeSettings
from quotes.store import open_store
from tests.conftest import build_article

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
