"""The later screens in a real browser, on both engines: by keys and by hand, without script, hostile words."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin

import pytest

from quotes.serve.reader import Reader
from tests.test_serve.conftest import HOSTILE
from tests.test_serve.test_check import DRAFT

if TYPE_CHECKING:
    from playwright.sync_api import Page

Visit = Callable[..., "Page"]


def tab_to(page: "Page", selector: str, most: int = 60) -> None:
    """Press the tabulator until an element has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"the tabulator never comes to {selector}")


def press_access_key(page: "Page", key: str) -> None:
    """With Alt, as a keyboard tells it; what Playwright tells of keys with Alt has no letter."""
    session = page.context.new_cdp_session(page)
    pressed = {"modifiers": 1, "key": key, "unmodifiedText": key, "windowsVirtualKeyCode": ord(key.upper())}
    session.send("Input.dispatchKeyEvent", {"type": "keyDown", "text": key, **pressed})
    session.send("Input.dispatchKeyEvent", {"type": "keyUp", **pressed})


def test_anonymous_by_keys_alone(visit: Visit) -> None:
    page = visit("/anonymous")
    tab_to(page, "input[name=desk]")
    page.keyboard.type("City")
    tab_to(page, "select[name=by]")
    page.keyboard.type("month")
    page.keyboard.press("Enter" if page.evaluate("document.activeElement.tagName") == "INPUT" else "Tab")
    tab_to(page, "form.asks button")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="By month").wait_for()
    assert "desk=City" in page.url
    assert "1 of 4" in page.locator(".cards").inner_text()
    tab_to(page, ".cards a")
    page.keyboard.press("Enter")
    page.get_by_text("Nobody asked us about the bridge").wait_for()


def test_the_share_of_a_month_opens_its_quotations(visit: Visit) -> None:
    page = visit("/anonymous")
    page.get_by_role("link", name="2021-06: 1 of 2").click()
    page.get_by_text("Ines Valdez promised us boats").wait_for()
    assert page.locator("article.said").count() == 1


def test_a_network_by_keys_and_the_page_to_click(visit: Visit) -> None:
    page = visit("/network")
    tab_to(page, "input[name=outlet]")
    page.keyboard.type("The Sample")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Who is quoted where").wait_for()
    page.get_by_role("row", name="Ines Valdez The Sample").get_by_role("link").click()
    page.get_by_text("I cut the ribbon").wait_for()
    page.go_back()
    page.get_by_role("link", name="Search it, filter it").click()
    page.get_by_text("Ines Valdez").first.wait_for()


def test_the_table_of_links_can_be_scrolled_by_keys(visit: Visit) -> None:
    page = visit("/network", width=390)
    tab_to(page, ".scroll")
    assert page.get_by_role("region", name="The strongest links").is_visible()


def test_places_are_compared_by_keys(visit: Visit) -> None:
    page = visit("/compare")
    tab_to(page, "input[name=place]")
    page.keyboard.type("The Example")
    page.keyboard.press("Tab")
    page.keyboard.type("The Sample")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="The Example and The Sample").wait_for()
    row = page.get_by_role("row", name="Quotations", exact=False).first
    assert row.get_by_role("cell").all_inner_texts()[:2] == ["5", "4"]
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    assert download.value.suggested_filename == "compared.csv"


def test_a_draft_is_checked_by_keys_and_printed_to_sign(visit: Visit, parsing: Reader) -> None:
    page = visit("/check")
    tab_to(page, "#text")
    page.keyboard.insert_text(DRAFT)
    tab_to(page, "form button.main")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Quotations checked").wait_for()
    assert page.get_by_text("not on record").first.is_visible()
    assert page.locator("main script").count() == 0
    page.emulate_media(media="print")
    assert page.get_by_text("Checked by").is_visible()
    assert page.get_by_text("<script>alert(1)</script>").first.is_visible()


def test_a_file_is_checked_without_script(visit: Visit, parsing: Reader) -> None:
    page = visit("/check", script=False)
    draft = "“Lindau has waited for a bridge,” said Ines Valdez.".encode()
    page.get_by_label("Or a file").set_input_files({"name": "draft.txt", "mimeType": "text/plain", "buffer": draft})
    page.get_by_role("button", name="Check it").click()
    page.get_by_role("heading", name="Quotations checked").wait_for()
    page.get_by_role("link", name="A ribbon").first.click()
    assert page.get_by_role("heading", name="How this is known").is_visible()
    assert "Lindau has waited for a bridge" in page.locator("mark").inner_text()


def test_a_text_is_seen_through_and_its_hostile_words_are_only_words(visit: Visit, parsing: Reader) -> None:
    page = visit("/see")
    hostile = "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">"
    page.get_by_label("The text").fill(f"“We {hostile} will open it,” said Bo Lund.\n\n“No,” an official said.")
    tab_to(page, "form button.main")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Who speaks here").wait_for()
    assert page.title() != "taken"
    assert page.locator("main script, main img").count() == 0
    assert page.get_by_text("is anonymous, and the text gives no reason").is_visible()


@pytest.mark.parametrize("script", [True, False], ids=["script", "none"])
def test_the_queue_is_gone_through_and_a_verdict_taken_back(visit: Visit, script: bool) -> None:
    page = visit("/review?by=Bo", script=script)
    seen = [page.locator("mark").inner_text()]
    for key, button in (("r", "It is right"), ("n", "Nobody whom it tells"), ("q", "No quotation")):
        if script:
            press_access_key(page, key)
        else:
            page.get_by_role("button", name=button).click()
        page.get_by_text(f"has seen {len(seen)} so far").wait_for()
        seen.append(page.locator("mark").inner_text())
    assert len(set(seen)) == 4
    page.get_by_role("button", name="Take it back").click()
    page.get_by_text("has seen 2 so far").wait_for()
    page.get_by_label("Somebody else").fill("Bo Quist")
    page.keyboard.press("Enter")
    page.get_by_text("has seen 3 so far").wait_for()


def test_the_data_and_what_is_corrected_are_handed_out(visit: Visit) -> None:
    page = visit("/review?by=Bo", script=False)
    page.get_by_role("button", name="No quotation").click()
    page.get_by_role("link", name="Data").click()
    assert page.get_by_text("Bo", exact=True).is_visible()
    with page.expect_download() as download:
        page.locator("#corrections ~ p").get_by_role("link", name="Excel").click()
    assert download.value.suggested_filename == "corrections.xlsx"


def test_hostile_words_are_only_words(visit: Visit) -> None:
    page = visit("/compare")
    for path in (
        *("/anonymous?by=outlet,month", "/network", "/network?kind_of=about", "/data", "/review?by=Bo"),
        f"/compare?place=The+Example&place={quote(HOSTILE)}",
    ):
        hold_harmless(page, path)


def hold_harmless(page: "Page", path: str) -> None:
    page.goto(urljoin(page.url, path))
    assert page.title() != "taken"
    assert page.locator("main").is_visible()
    assert page.locator("main script, main style, main img:not(.network img)").count() == 0
    assert page.locator('a[href^="javascript"]').count() == 0
    assert "49" not in page.locator("main").inner_text()
