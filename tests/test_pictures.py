"""The pictures in docs/pictures are what the commands beside them in docs/network.md draw; `make pictures` renews them.

They are compared by their words and marks: where these stand can differ from machine to machine.
"""

import re
import shlex
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.test_readme import ROOT, make_stores, run, set_the_scene

PAGE, PICTURES = ROOT / "docs" / "network.md", ROOT / "docs" / "pictures"
PHOTOGRAPH = "page.png"  # of the page in a browser; not compared, for letters differ from machine to machine
SVG = "{http://www.w3.org/2000/svg}"


def commands() -> dict[str, str]:
    """By the name of a picture that the page shows, the command that draws it."""
    text = PAGE.read_text(encoding="utf-8")
    shown = re.findall(r"\]\(pictures/([\w-]+\.svg)\)", text)
    drawn = re.findall(r"^(?:\$ )?(quotes graph (?:draw|chord|timeline) .*)$", text, re.MULTILINE)
    found = {Path(shlex.split(command)[-1]).name: command for command in drawn}
    return {name: found[name] for name in shown}


def draw_all(folder: Path) -> None:
    """Every picture, in a folder with out/demo.db and out/archive.db."""
    make_stores(PAGE)
    for name, command in commands().items():
        told = run(command)
        assert Path("out", name).exists(), told
        Path("out", name).replace(folder / name)


def photograph(path: Path) -> None:
    """The page of out/archive.db, with one person open."""
    from playwright.sync_api import sync_playwright

    from tests.test_graph.conftest import CHROMIUM, SWITCHES

    run("quotes graph draw --db out/archive.db -o out/network.html")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=SWITCHES)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(Path("out/network.html").resolve().as_uri())
        page.get_by_role("link", name="Kayley Weyshaw").first.click()
        page.locator("#panel h2").wait_for()
        page.screenshot(path=path)
        browser.close()


def content(path: Path) -> tuple[list[str], list[str]]:
    """What is written, but names that another machine's letters may have moved out; and what marks are called."""
    root = ElementTree.parse(path).getroot()
    groups = [group for group in root.iter(f"{SVG}g") if not group.get("id", "").startswith("label-")]
    texts = [text.text or "" for group in groups for text in group.iterfind(f"{SVG}text")]
    return sorted(texts), sorted(title.text or "" for title in root.iter(f"{SVG}title"))


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with ExitStack() as stack:
        folder = tmp_path_factory.mktemp("pictures")
        set_the_scene(tmp_path_factory.mktemp("scene"), stack)
        draw_all(folder)
        yield folder


@pytest.mark.parametrize("name", commands())
def test_a_picture_is_what_its_command_draws(name: str, drawn: Path) -> None:
    assert content(PICTURES / name) == content(drawn / name), "run make pictures"


def test_no_picture_is_left_over() -> None:
    assert {path.name for path in PICTURES.iterdir()} == {*commands(), PHOTOGRAPH}
    assert f"](pictures/{PHOTOGRAPH})" in PAGE.read_text(encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] != ["--update"]:
        sys.exit("usage: python -m tests.test_pictures --update")
    with tempfile.TemporaryDirectory() as scene, ExitStack() as held:
        set_the_scene(Path(scene), held)
        draw_all(PICTURES)
        photograph(PICTURES / PHOTOGRAPH)
