"""The page of a network, in a real browser: what people do with it, and what must never happen."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import graph
from graph.drawing.thin import thin
from graph.layout import place
from graph.page import generate_page, write_page
from graph.page.proof import read_proof
from quotes.domain import Source
from quotes.store import Store, open_store
from tests.conftest import build_article
from tests.test_graph.conftest import Visit, titled
from tests.test_graph.many import many
from tests.test_graph.samples import sample

if TYPE_CHECKING:
    from playwright.sync_api import Page

HOSTILE = (
    "<script>document.title='broken'</script>",
    '"><img src=x onerror="document.title=\'broken\'">',
    "\u202ebackwards",
)
LOOK = """(() => {
  const cy = document.getElementById("drawing")._cyreg.cy;
  return [cy.pan().x, cy.pan().y, cy.zoom()];
})()"""


def rows(page: "Page", table: str = "nodes") -> list[str]:
    """The first cells of the rows that are to be seen."""
    visible = page.locator(f"#{table} tbody tr:visible")
    return [row.locator("bdi").first.inner_text() for row in visible.all()]


def click(page: "Page", which: str) -> None:
    """On the picture, in the middle of a node or an edge that cytoscape finds by this selector."""
    x, y = page.evaluate(
        """which => {
          const one = document.getElementById("drawing")._cyreg.cy.$(which)[0];
          const at = one.isNode() ? one.renderedPosition() : one.renderedMidpoint();
          return [at.x, at.y];
        }""",
        which,
    )
    box = page.locator("#drawing").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + x, box["y"] + y)


def place_of(page: "Page", label: str) -> int:
    found: int = page.evaluate(
        "label => JSON.parse(document.getElementById('data').textContent).nodes.findIndex(one => one.label === label)",
        label,
    )
    assert found >= 0
    return found


def test_the_table_holds_the_network(visit: Visit, file: Path) -> None:
    page = visit(file)
    assert {*rows(page)} == {"The Sample", "The Example", "Ines Valdez", "Ada Álder", "Ministry of Roads", "officials"}
    assert page.locator("#status").inner_text() == "6 of 6 names, 5 of 5 links"
    page.get_by_role("button", name="Name", exact=True).click()
    assert rows(page) == sorted(rows(page), key=str.casefold)
    page.get_by_role("button", name="Name", exact=True).click()
    assert page.locator("th[aria-sort=descending]").inner_text().startswith("Name")
    page.get_by_role("button", name="Links").first.click()
    assert len(rows(page, "links")) == 5


def test_a_search_knows_no_accents_and_finds_roles(visit: Visit, file: Path) -> None:
    page = visit(file)
    page.locator("#search").fill("alder")
    assert rows(page) == ["Ada Álder"]
    page.locator("#search").fill("mayor")
    assert rows(page) == ["Ines Valdez"]
    page.locator("#search").press("Enter")
    assert page.locator("#panel h2").inner_text() == "Ines Valdez"
    assert "search=mayor" in page.url
    assert "node=" in page.url


@pytest.mark.parametrize(
    ("control", "value", "left"),
    [
        ("since", "10", {"The Sample", "The Example", "Ines Valdez"}),
        ("until", "0", {"The Example", "Ines Valdez", "Ada Álder"}),
        ("weight", "1", {"The Sample", "Ines Valdez"}),
    ],
)
def test_a_slider_leaves_what_fits(visit: Visit, file: Path, control: str, value: str, left: set[str]) -> None:
    page = visit(file)
    if control == "since":
        left = left - {"The Example"}
    page.locator(f"#{control}").evaluate(
        "(slider, value) => { slider.value = value; slider.dispatchEvent(new Event('input', {bubbles: true})); }", value
    )
    assert {*rows(page)} == left
    assert "1 on" in page.locator("#filtered").inner_text()
    page.locator("#clear").click()
    assert len(rows(page)) == 6


def test_filters_by_confidence_outlet_and_kind(visit: Visit, file: Path) -> None:
    page = visit(file)
    page.locator("#outlet").select_option(label="The Example")
    assert {*rows(page)} == {"The Example", "Ines Valdez", "Ada Álder"}
    page.locator("#outlet").select_option(label="all outlets")
    page.get_by_label("unnamed source").uncheck()
    page.get_by_label("organisation", exact=True).uncheck()
    assert {*rows(page)} == {"The Sample", "The Example", "Ines Valdez", "Ada Álder"}
    page.locator("#sure").press("End")
    assert rows(page) == []


def test_a_click_on_a_node_tells_who_it_is(visit: Visit, file: Path) -> None:
    page = visit(file)
    click(page, f"#n{place_of(page, 'Ines Valdez')}")
    panel = page.locator("#panel")
    assert panel.locator("h2").inner_text() == "Ines Valdez"
    assert "mayor of Lindau" in panel.inner_text()
    assert panel.locator(".others li").count() == 2
    assert [words.strip("“”") for words in panel.locator("blockquote").all_inner_texts()] == [
        "The bridge opens in May", "I cut the ribbon", "Lindau has waited",
    ]  # fmt: skip
    link = panel.get_by_role("link", name="The bridge")
    assert link.get_attribute("href") == "https://example.org/bridge"
    page.keyboard.press("Escape")
    assert panel.is_hidden()


def test_a_click_on_an_edge_shows_its_proof(visit: Visit, file: Path) -> None:
    page = visit(file)
    click(page, f"edge[source='n{place_of(page, 'Ministry of Roads')}']")
    panel = page.locator("#panel")
    assert panel.locator("h2").inner_text() == "Ministry of Roads → The Sample"
    assert "We pay for the bridge" in panel.locator("blockquote").inner_text()
    assert re.search(r"Who pays\s*· The Sample\s*· 2020-06-09", panel.locator("li small").inner_text())
    page.go_back()
    assert panel.is_hidden()


def test_the_keyboard_does_all_of_it(visit: Visit, file: Path) -> None:
    page = visit(file)
    first = page.locator("#nodes tbody a").first
    first.focus()
    page.keyboard.press("Tab")
    second = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == second
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent") == second
    page.locator("#picture").focus()
    before = page.evaluate(LOOK)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    moved = page.evaluate(LOOK)
    assert (moved[0] - before[0], moved[1] - before[1]) == pytest.approx((-60, -60))
    page.keyboard.press("+")
    assert page.evaluate(LOOK)[2] > before[2]
    page.keyboard.press("-")
    assert page.evaluate(LOOK)[2] == pytest.approx(before[2])
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"


def test_the_address_brings_back_what_was_seen(visit: Visit, file: Path) -> None:
    page = visit(file)
    page.locator("#search").fill("roads")
    page.get_by_role("button", name="Links").first.click()
    page.locator("#links tbody tr:visible a").first.click()
    address = page.url.partition("#")[2]
    again = visit(file, f"#{address}")
    assert again.locator("#search").input_value() == "roads"
    assert again.locator("#panel h2").inner_text() == "Ministry of Roads → The Sample"
    assert rows(again, "links") == ["Ministry of Roads"]
    nonsense = visit(file, "#node=nobody&since=13&weight=x&sure=1e9&from=a&to=b&without=%00")
    assert nonsense.locator("#status").inner_text().startswith("6 of 6")


@pytest.mark.parametrize("width", [1300, 800, 390])
def test_nothing_scrolls_sideways(visit: Visit, file: Path, width: int) -> None:
    page = visit(file, width=width)
    page.locator("#nodes tbody a").first.click()
    page.locator("#filters").evaluate("filters => { filters.open = true; }")
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_picture_fits_a_window_that_is_made_narrow(visit: Visit, file: Path) -> None:
    page = visit(file)
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_function("""(() => {
      const cy = document.getElementById("drawing")._cyreg.cy, box = cy.elements().renderedBoundingBox();
      return cy.width() < 390 && box.x1 >= 0 && box.x2 <= cy.width();
    })()""")


def test_it_is_dark_where_that_is_wished_for(visit: Visit, file: Path) -> None:
    look = "getComputedStyle(document.body).backgroundColor"
    dark, light = (visit(file, dark=dark) for dark in (True, False))
    assert dark.evaluate(look) == "rgb(23, 24, 27)"
    assert light.evaluate(look) == "rgb(253, 252, 249)"
    outlet = "document.getElementById('drawing')._cyreg.cy.$('#n0').style('background-color')"
    assert dark.evaluate(outlet) != light.evaluate(outlet)


def test_on_paper_it_is_light_and_without_controls(visit: Visit, file: Path) -> None:
    page = visit(file, dark=True)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print", color_scheme="dark")
    marks = "document.getElementById('names').getContext('2d').getImageData(0, 0, 3000, 1500).data.some(part => part)"
    assert page.evaluate(marks)
    assert page.locator("#names").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator("#controls").is_hidden()
    assert page.locator("#nodes").is_visible()


def test_without_scripts_the_tables_stand_there(visit: Visit, file: Path) -> None:
    page = visit(file, script=False)
    assert page.locator("#nodes tbody tr").count() == 6
    assert page.locator("#links tbody tr").count() == 5
    assert page.locator("#links").is_visible()
    assert page.locator("#controls").is_hidden()


def test_no_name_and_no_quotation_does_harm(visit: Visit, tmp_path: Path) -> None:
    first, *more = (Source("named_person", name, role=name) for name in HOSTILE)
    said = [(HOSTILE[0], first), *zip(HOSTILE[1:], more, strict=True)]
    article = titled(build_article("a", *said, outlet=HOSTILE[1]), HOSTILE[0], "javascript:document.title='broken'")
    path = tmp_path / "net.html"
    with open_store("sqlite://") as store:
        store.add(article)
        write_page(graph.build(store), path, proof=store, store="</script><b>")
    page = visit(path)
    for link in page.locator("#nodes tbody a").all():
        link.click()
        assert page.locator("#panel").is_visible()
    assert page.title() == "Who is quoted where"
    assert page.locator("img, #panel script, #panel [href^=javascript]").count() == 0
    assert "\u202e" not in page.content()


@pytest.mark.parametrize("kind", ["speaker-outlet", "relay", "about", "co-quoted", "article-speaker", "within"])
def test_every_kind_of_network_opens(visit: Visit, tmp_path: Path, kind: str) -> None:
    network, path = sample(kind), tmp_path / "net.html"
    write_page(network, path)
    page = visit(path)
    page.locator("#nodes tbody a").first.click()
    assert "without the quotations" in page.locator("#panel").inner_text()


def test_a_large_network_is_thinned_and_says_so(visit: Visit, tmp_path: Path) -> None:
    path = tmp_path / "net.html"
    drawn = write_page(many(400), path, max_nodes=100)
    assert len(drawn.graph) <= 100 < drawn.all_nodes
    page = visit(path)
    assert f"The {len(drawn.graph)} most quoted of 400" in page.locator("header").inner_text()


def test_proof_is_cut_evenly_and_the_page_says_so(bridge: Store, visit: Visit, tmp_path: Path) -> None:
    network = graph.build(bridge)
    proof = read_proof(bridge, network, most_in_all=5)
    assert proof.of_an_edge == 1
    assert len(proof.quotations) == 5
    drawn = thin(network, 100)
    place(drawn.graph)
    path = tmp_path / "net.html"
    path.write_text(generate_page(drawn, proof), encoding="utf-8")
    page = visit(path)
    page.get_by_role("link", name="Ines Valdez").first.click()
    assert "Not all are in this file: at most 1 of each link." in page.locator("#panel").inner_text()
    page.evaluate("location.hash = document.querySelector('#links a').hash")
    page.get_by_text("This file has 1 of 2 quotations.").wait_for()
