"""The page of checked quotations: one file, nothing in it that a draft or an article brought runs, and it prints."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from quotes.check import Checked
from quotes.check.page import generate_page
from quotes.domain import Source
from quotes.store import Store, open_store
from tests.check_samples import BOATS, PAUL, REPORT, WATER, check, fill
from tests.conftest import build_article

HOSTILE = "<script>alert(1)</script> we have “<img src=x onerror=alert(2)>” & boats {{ 7 * 7 }} for the crews"
CHROMIUM = Path("/usr/bin/chromium")
SWITCHES = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="module")
def record() -> Iterator[Store]:
    with open_store("sqlite://") as store:
        yield fill(store)


def findings(store: Store) -> list[Checked]:
    return [
        check(store, BOATS, "Paul Adeyemi"),
        check(store, WATER.replace("an engineer I trust", "Friday"), "Paul Adeyemi"),
        check(store, "Nobody drives under that water. We do not yet have the crews", "Lena Ostrow"),
        check(store, REPORT.replace("nobody", "somebody")),
        check(store, "The lanterns on the viaduct were lit by hand"),
        check(store, "Four words of it"),
    ]


class Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def elements(page: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = Elements()
    parser.feed(page)
    return parser.found


def test_the_page_tells_what_was_found(record: Store) -> None:
    page = generate_page(findings(record))
    for words in (
        "<ins>Friday</ins>",
        "<del>an engineer I trust</del>",
        "It says “Friday” where the source has “an engineer I trust”.",
        "said by somebody else",
        "1 March 2026",
        "Checked by",
    ):
        assert words in page
    assert page.count("<section id=") == 6


def test_a_page_of_nothing() -> None:
    assert "no quotation" in generate_page([])


def test_it_is_one_file_without_scripts(record: Store) -> None:
    page = generate_page(findings(record))
    tags = {tag for tag, _ in elements(page)}
    assert tags.isdisjoint({"script", "img", "iframe", "object", "link", "form"})
    assert "default-src 'none'" in page
    assert not re.search(r"@import|url\(", page)


def test_hostile_words_are_harmless() -> None:
    with open_store("sqlite://") as store:
        name = "<b onclick=alert(3)>Ann</b> Lee"
        article = build_article("<i>x</i>", (HOSTILE, Source("named_person", name)), outlet="<u>Post</u>")
        store.add(article)
        page = generate_page([check(store, HOSTILE.replace("boats", "ships"), name)])
    found = elements(page)
    assert {tag for tag, _ in found}.isdisjoint({"script", "img", "u"})
    assert not [attrs for _, attrs in found if any(attribute.startswith("on") for attribute in attrs)]
    assert "{{ 7 * 7 }}" in page
    assert "49" not in re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
def test_addresses_that_are_no_web_addresses_are_no_links(url: str) -> None:
    from dataclasses import replace

    with open_store("sqlite://") as store:
        article = build_article("a", (BOATS, PAUL))
        store.add(replace(article, article=replace(article.article, url=url)))
        page = generate_page([check(store, BOATS)])
    assert url not in page


@pytest.mark.skipif(not CHROMIUM.exists(), reason="no Chromium is installed")
def test_it_can_be_read_at_any_width_and_printed(record: Store, tmp_path: Path) -> None:
    sync_api = pytest.importorskip("playwright.sync_api")
    path = tmp_path / "page.html"
    path.write_text(generate_page(findings(record)), encoding="utf-8")
    with sync_api.sync_playwright() as playwright:
        browser: Any = playwright.chromium.launch(executable_path=str(CHROMIUM), args=SWITCHES)
        for width in (360, 800, 1400):
            page = browser.new_page(viewport={"width": width, "height": 900})
            page.goto(path.as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.locator("section").count() == 6
            page.close()
        page = browser.new_page()
        page.goto(path.as_uri())
        page.emulate_media(media="print")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert page.pdf(format="A4").startswith(b"%PDF")
        browser.close()
