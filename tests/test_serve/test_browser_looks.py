"""Every screen as a real browser shows it: accessible, narrow, dark, printed, and without script.

These only look, so that SQLite is enough: test_screens.py has both engines answer alike, letter for letter.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quotes.serve.reader import Reader
from tests.test_serve.test_check import DRAFT

if TYPE_CHECKING:
    from playwright.sync_api import Page

Look = Callable[..., "Page"]
AXE = Path(__file__).parent / "assets" / "axe.min.js"
PAGES = {
    "/": "Who said what",
    "/search?q=bridge": "The bridge opens in May",
    "/search?q=nothinglikeit": "No quotation is like that",
    "/people": "People and bodies",
    "/people/Ines%20Valdez": "mayor of Lindau",
    "/articles/a1": "The bridge",
    "/articles/evil": "reversed",
    "/changes/a9?old=1&new=2": "side by side",
    "/anonymous": "Anonymous sources",
    "/anonymous?by=desk,month&of=sources": "How it is counted",
    "/network": "The strongest links",
    "/network?outlet=Nowhere": "linked so",
    "/compare": "side by side",
    "/compare?place=The+Example&place=The+Sample": "Apart",
    "/check": "Check a draft",
    "/see": "Paste a text",
    "/review?by=Bo": "It is right",
    "/data": "What was fed",
    "/api": "The record for programs",
}


def grave(page: "Page") -> list[tuple[str, list[str]]]:
    """What axe-core calls serious or worse, with the first elements of each."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run().then(result => result.violations)")
    return [
        (one["id"], [node["html"][:300] for node in one["nodes"]][:3])
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


def hold_like_a_telephone(page: "Page") -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert grave(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_serious_and_nothing_is_wider_than_a_telephone(look: Look, path: str) -> None:
    page = look(path)
    for summary in page.locator("summary").all():
        summary.click()
    assert grave(page) == []
    page.emulate_media(color_scheme="dark")
    assert grave(page) == []
    hold_like_a_telephone(page)


@pytest.mark.parametrize("path", PAGES)
def test_all_is_there_without_script_and_in_the_dark(look: Look, path: str) -> None:
    page = look(path, script=False, dark=True)
    assert PAGES[path] in (page.locator("main").text_content() or "")
    back = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert max(map(int, back.removeprefix("rgb(").rstrip(")").split(","))) < 60


@pytest.mark.parametrize("path", PAGES)
def test_print_has_the_words_and_no_controls(look: Look, path: str) -> None:
    page = look(path)
    page.emulate_media(media="print", color_scheme="dark")
    for control in page.locator("header nav, main form, main button").all():
        assert not control.is_visible(), control.evaluate("element => element.outerHTML")
    assert page.locator("main").inner_text().strip()
    ink = page.evaluate("getComputedStyle(document.body).color")
    assert ink == "rgb(0, 0, 0)"


def test_a_quotation_has_nothing_serious_either(look: Look) -> None:
    page = look("/search?q=hold")
    page.get_by_role("link", name="the proof").first.click()
    page.get_by_role("heading", name="How this is known").wait_for()
    assert grave(page) == []
    hold_like_a_telephone(page)


def test_what_was_read_has_nothing_serious_either(look: Look, parsing: Reader) -> None:
    page = look("/see")
    page.get_by_role("button", name="See who speaks").click()
    page.get_by_role("heading", name="Who speaks here").wait_for()
    assert grave(page) == []
    page.emulate_media(color_scheme="dark")
    assert grave(page) == []
    page.goto(page.url.replace("/see", "/check"))
    page.get_by_label("The draft").fill(DRAFT)
    page.get_by_role("button", name="Check it").click()
    page.get_by_role("heading", name="Quotations checked").wait_for()
    assert grave(page) == []
    page.emulate_media(color_scheme="light")
    hold_like_a_telephone(page)
