"""Somebody who has read no manual finds everything from the first page on, by links and forms alone."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from quotes.serve.reader import Reader

if TYPE_CHECKING:
    from playwright.sync_api import Page

Visit = Callable[..., "Page"]


@pytest.mark.parametrize("script", [True, False], ids=["script", "none"])
def test_a_walk_without_the_manual(visit: Visit, parsing: Reader, script: bool) -> None:
    page = visit("/", script=script)
    home = page.url

    # What a person said in a month, and the proof.
    page.get_by_role("link", name="Ines Valdez").click()
    page.get_by_role("heading", name="Ines Valdez", level=1).wait_for()
    page.get_by_role("link", name="2021-05: 2").click()
    page.get_by_text("2 quotations", exact=True).wait_for()
    assert page.locator("mark").all_inner_texts() == ["“I cut the ribbon”", "“Lindau has waited for a bridge”"]
    page.get_by_role("link", name="the proof").nth(1).click()
    page.get_by_role("heading", name="How this is known").wait_for()
    assert page.get_by_role("definition").filter(has_text="subject of 'said'").is_visible()

    # The attribution was wrong.
    page.get_by_label("Speaker, a name or an id").fill("Bo Quist")
    page.get_by_label("Why; it is kept in the log").fill("the clerk read it out")
    page.get_by_role("button", name="Correct").click()
    page.get_by_text("corrected", exact=True).wait_for()
    page.get_by_role("link", name="Bo Quist").click()
    page.get_by_role("heading", name="Bo Quist", level=1).wait_for()
    assert page.locator("mark").all_inner_texts() == ["“Lindau has waited for a bridge”"]

    # A draft that quotes it under the old name.
    page.get_by_role("link", name="Check a draft").click()
    page.get_by_label("The draft").fill("“Lindau has waited for a bridge,” said Ines Valdez, the mayor.")
    page.get_by_role("button", name="Check it").click()
    page.get_by_role("heading", name="Quotations checked").wait_for()
    assert page.get_by_text("said by somebody else").first.is_visible()
    page.get_by_role("link", name="A ribbon").click()
    page.get_by_role("heading", name="How this is known").wait_for()

    # The anonymous share of a desk.
    page.get_by_role("link", name="Anonymous").click()
    page.get_by_role("textbox", name="Desk").fill("City")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("link", name="1 of 4 quotations").click()
    page.get_by_text("Nobody asked us about the bridge").wait_for()

    # Who is quoted where.
    page.get_by_role("link", name="Network").click()
    page.get_by_role("row", name="Ines Valdez The Example").get_by_role("link").click()
    page.get_by_text("The bridge opens in May").wait_for()
    page.get_by_role("link", name="who said what", exact=True).click()
    assert page.url == home
