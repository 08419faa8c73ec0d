"""The pictures in docs/screens are of the true screens of the demo's record; `make pictures` takes them anew.

They are not compared, for letters differ from machine to machine; that each is shown, and can be taken, is.
"""

import re
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from quotes.serve.settings import ServeSettings
from tests.test_readme import ROOT, make_stores, set_the_scene
from tests.test_serve.conftest import CHROMIUM, SWITCHES, server

PAGE, PICTURES = ROOT / "docs" / "serve.md", ROOT / "docs" / "screens"
SHOWN = {
    "search.png": "/search?kind=direct",
    "person.png": "/people/Lorraine%20Pascoe",
    "article.png": "/articles/libya-ceasefire",
    "quotation.png": "/articles/libya-ceasefire",  # of which the proof of the sixth quotation is opened
    "anonymous.png": "/anonymous",
    "network.png": "/network",
    "compare.png": "/compare?place=Statehouse+Ledger&place=Lakeshore+Business+Journal",
    "check.png": "/check",  # where DRAFT is sent
    "see.png": "/see",  # where the example is sent
    "review.png": "/review?by=Ana",
}

DRAFT = (
    "“The governor has sunk 900 jobs before lunch. The people of Calloway will remember it,” said Marcus Ellery, the "
    "Senate president.\n\n“There has been increasing evidence that the sons want a way out,” one official said."
)


def test_every_picture_is_shown_and_there() -> None:
    named = set(re.findall(r"\]\(screens/([\w-]+\.png)\)", PAGE.read_text(encoding="utf-8")))
    assert named == set(SHOWN) == {path.name for path in PICTURES.iterdir()}


def take(folder: Path) -> None:
    """Every picture, of a record of data/articles."""
    from playwright.sync_api import sync_playwright

    make_stores(PAGE)
    database = f"sqlite:///{Path('out/demo.db').resolve()}"
    with server(ServeSettings(database, edit=True)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=SWITCHES)
        page = browser.new_page(viewport={"width": 1180, "height": 780})
        for name, path in SHOWN.items():
            page.goto(address + path)
            if name == "quotation.png":
                page.get_by_role("link", name="proof and corrections").nth(5).click()
                page.get_by_role("heading", name="How this is known").wait_for()
            if name == "check.png":
                page.get_by_label("The draft").fill(DRAFT)
                page.get_by_role("button", name="Check it").click()
                page.get_by_role("heading", name="Quotations checked").wait_for()
            if name == "see.png":
                page.get_by_role("button", name="See who speaks").click()
                page.get_by_role("heading", name="Who speaks here").wait_for()
            page.screenshot(path=folder / name)
        browser.close()


if __name__ == "__main__":
    if sys.argv[1:] != ["--update"]:
        sys.exit("usage: python -m tests.test_serve.test_pictures --update")
    with tempfile.TemporaryDirectory() as scene, ExitStack() as stack:
        set_the_scene(Path(scene), stack)
        take(PICTURES)
