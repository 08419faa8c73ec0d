"""The drawing of confidences beside what was right."""

from xml.etree import ElementTree

from quotes.evaluate.calibration import calibrate
from quotes.evaluate.reliability import generate_reliability

SVG = "{http://www.w3.org/2000/svg}"


def drawn(*outcomes: tuple[float, bool]) -> ElementTree.Element:
    return ElementTree.fromstring(generate_reliability(calibrate(outcomes), "A < B & C"))


def test_a_bar_and_a_dot_for_each_bin_that_holds_something() -> None:
    root = drawn((0.95, True), (0.95, False), (0.35, False))
    assert len(root.findall(f"{SVG}rect[@class='bar']")) == len(root.findall(f"{SVG}circle")) == 2
    high = root.findall(f"{SVG}rect[@class='bar']")[1]
    assert float(high.get("height", "0")) == 160.0  # half of the plot


def test_the_words_are_escaped_and_tell_the_figures() -> None:
    root = drawn((0.95, True))
    assert root.findtext(f"{SVG}title") == "A < B & C"
    assert "0.9 to 1.0: 1, 100% right" in (root.findtext(f"{SVG}desc") or "")


def test_nothing_to_draw_is_a_drawing_all_the_same() -> None:
    assert drawn().findall(f"{SVG}circle") == []
