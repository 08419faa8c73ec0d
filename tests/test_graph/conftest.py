"""A store of three articles, and a real browser to open pages of networks in."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import graph
from graph.page import write_page
from quotes.domain import ParsedArticle, Source
from quotes.store import Store, open_store
from tests.conftest import build_article

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Visit = Callable[..., "Page"]

CHROMIUM = Path("/usr/bin/chromium")
SWITCHES = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
MAYOR = Source("named_person", "Ines Valdez", role="mayor of Lindau")
ROADS = Source("named_organization", "Ministry of Roads")
ADA = Source("named_person", "Ada Álder", role="engineer")
OFFICIALS = Source("unnamed_group", descriptor="officials")


def titled(parsed: ParsedArticle, title: str, url: str | None = None) -> ParsedArticle:
    return replace(parsed, article=replace(parsed.article, title=title, url=url))


@pytest.fixture
def bridge() -> Iterator[Store]:
    one = build_article(
        "a1",
        ("The bridge opens in May", MAYOR),
        ("It will hold", ADA),
        outlet="The Example",
        published=date(2020, 1, 3),
    )
    two = build_article(
        "a2",
        ("We pay for the bridge", ROADS),
        ("Nobody asked us", OFFICIALS),
        outlet="The Sample",
        published=date(2020, 6, 9),
    )
    three = build_article("a3", ("I cut the ribbon", MAYOR), ("Lindau has waited", MAYOR), outlet="The Sample",
                          published=date(2021, 5, 1))  # fmt: skip
    first = titled(one, "The bridge", "https://example.org/bridge")
    with open_store("sqlite://") as opened:
        opened.add_all([first, titled(two, "Who pays"), titled(three, "A ribbon")])
        yield opened


@pytest.fixture
def file(bridge: Store, tmp_path: Path) -> Path:
    path = tmp_path / "net.html"
    write_page(graph.build(bridge), path, proof=bridge, store="example.db")
    return path


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    if not CHROMIUM.exists():
        pytest.skip("no Chromium is installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(CHROMIUM), args=SWITCHES)
        yield opened
        opened.close()


@pytest.fixture
def visit(browser: "Browser") -> Iterator[Visit]:
    """Opens a file; afterwards nothing may have been fetched, nor a script have failed."""
    wrong: list[str] = []

    def asked(url: str) -> None:
        if not url.startswith(("file:", "data:")):
            wrong.append(url)

    def go(path: Path, address: str = "", *, width: int = 1300, dark: bool = False, script: bool = True) -> "Page":
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
        )
        page = context.new_page()
        page.on("request", lambda request: asked(request.url))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.goto(path.as_uri() + address)
        return page

    yield go
    for context in browser.contexts:
        context.close()
    assert wrong == []
