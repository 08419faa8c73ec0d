"""Search, people and articles in a real browser, on both engines: by hand, by keys, without script, hostile words."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from playwright.sync_api import Page

Visit = Callable[..., "Page"]


def proof(page: "Page", words: str) -> None:
    """Go from a search to the proof of its first quotation."""
    page.locator("#q").fill(words)
    page.keyboard.press("Enter")
    page.get_by_role("status").get_by_text("1 quotation", exact=True).wait_for()
    page.get_by_role("link", name="the proof").first.click()
    page.get_by_role("heading", name="How this is known").wait_for()


def test_search_by_keys_alone(visit: Visit) -> None:
    page = visit("/")
    page.locator("#q:focus").wait_for()  # the box gets it by itself, a moment after the page is there
    page.keyboard.type("ribbon")
    page.keyboard.press("Enter")
    page.get_by_text("I cut the ribbon").wait_for()
    assert page.url.endswith("/search?q=ribbon")
    page.locator("#q").fill("hold")
    page.keyboard.press("Enter")
    page.get_by_text("It will hold").wait_for()
    page.wait_for_url("**/search?*q=hold*")
    page.go_back()
    page.get_by_text("I cut the ribbon").wait_for()


def test_what_may_be_meant_is_suggested_while_typing(visit: Visit) -> None:
    page = visit("/")
    page.locator("#q:focus").wait_for()
    page.keyboard.type("vald")
    page.locator('#suggested option[value="Ines Valdez"]').wait_for(state="attached")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=vald")
    page.locator("#q").fill("the sam")
    page.locator('#suggested option[value="The Sample"]').wait_for(state="attached")
    assert page.url.endswith("/search?q=vald")


def test_a_bar_and_a_facet_narrow_what_is_shown(visit: Visit) -> None:
    page = visit("/search?q=bridge")
    page.get_by_role("link", name="The Sample").first.click()
    page.get_by_role("link", name="2020-06: 2").click()
    assert page.locator("article.said").count() == 2
    assert page.get_by_role("list", name="Asked for").get_by_role("listitem").count() == 2


def test_a_wrong_speaker_is_corrected_and_seen_everywhere(visit: Visit) -> None:
    page = visit("/search")
    proof(page, "hold")
    page.get_by_label("Speaker, a name or an id").fill("Bo Quist")
    page.get_by_label("Why; it is kept in the log").fill("the clerk read it out")
    page.get_by_role("button", name="Correct").click()
    page.get_by_text("the clerk read it out", exact=True).wait_for()
    page.goto(page.url.split("/quotations")[0] + "/articles/a1")
    assert page.get_by_role("heading", name="Bo Quist").is_visible()


def test_all_of_it_works_without_script(visit: Visit) -> None:
    page = visit("/", script=False)
    page.locator("#q").fill("ribbon")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="the proof").click()
    page.get_by_label("Speaker, a name or an id").fill("Bo Quist")
    page.get_by_role("button", name="Correct").click()
    assert page.get_by_text("corrected", exact=True).is_visible()


def test_hostile_words_are_only_words(visit: Visit) -> None:
    for path in ("/search?q=reversed", "/articles/evil", "/people", "/search?outlet=" + quote("<script>1</script>")):
        page = visit(path)
        assert page.title() != "taken"
        assert page.locator("main").is_visible()
        assert page.locator("main script, main style, main img").count() == 0
        assert page.locator('a[href^="javascript"]').count() == 0
        assert "49" not in page.locator("main").inner_text()
