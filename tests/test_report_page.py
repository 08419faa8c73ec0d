"""The page and the charts: they can be read, fetch nothing, and say in words what they show."""

import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from quotes.domain import ParsedArticle, Source
from quotes.errors import UsageError
from quotes.report import PANELS, Counted, Warnings, choose_rules, find_breaches, parse_dimensions
from quotes.report.charts import ChartData, draw
from quotes.report.html import generate_report
from quotes.report.series import reasons_given, share_by_group
from quotes.report.timeline import share_over_time
from quotes.store import Store, open_store
from tests.conftest import build_article

NASTY = Source("unnamed_person", descriptor="a <b>source</b> & friend", anonymous=True)
ANN = Source("named_person", "Ann Lee")
VOID = {"meta", "br"}


@pytest.fixture(scope="module")
def counted() -> Counted:
    articles = (
        build_article(
            "a", ("One <script>x</script>.", NASTY), ("Two.", ANN), outlet="A & B", published=date(2024, 1, 2)
        ),
        build_article("b", ("Three.", ANN), outlet=None, published=date(2024, 4, 2)),
        build_article("c", ("Four.", ANN), outlet="$x$", published=None),
    )
    return stored(*articles)


_OPEN: list[Store] = []


@pytest.fixture(scope="module", autouse=True)
def _closing() -> Iterator[None]:
    yield
    while _OPEN:
        _OPEN.pop().close()


def stored(*articles: ParsedArticle) -> Counted:
    store = open_store("sqlite://")
    _OPEN.append(store)
    for article in articles:
        store.add(article)
    return Counted(store)


@pytest.fixture(scope="module")
def page(counted: Counted) -> str:
    rules, by = choose_rules(), parse_dimensions("outlet")
    return generate_report(counted, by, rules, Warnings(find_breaches(counted, rules), most=9), ChartData(counted))


class Outline(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.ids += [value for name, value in attrs if name == "id" and value]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_sound_and_needs_nothing_else(page: str) -> None:
    outline = Outline()
    outline.feed(page)
    assert outline.open == []
    assert len(outline.ids) == len(set(outline.ids))
    assert not {"script", "img", "link", "b-source"} & set(outline.tags)
    assert "One &lt;script&gt;x&lt;/script&gt;." in page
    assert "a &lt;b&gt;source&lt;/b&gt; &amp; friend" in page
    linked = re.findall(r'(?:href|src)="([^"]{0,12})', page)
    assert all(link.startswith(("#", "data:image/")) for link in linked)


def test_charts_take_the_colours_of_the_page_and_say_what_they_show(page: str) -> None:
    drawings = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    assert len(drawings) == len(PANELS)
    for drawing in drawings:
        assert 'role="img" aria-label="' in drawing
        assert "var(--ink)" in drawing
        assert "#a23b12" not in drawing
    assert "2024-01 50% (9% to 91%), 2024-02 none, 2024-03 none, 2024-04 0% (0% to 79%)" in drawings[0]
    assert "no reason 1" in drawings[2]


def test_charts_are_files_too_and_the_same_each_time(counted: Counted) -> None:
    data = ChartData(counted)
    assert draw(("reasons",), data, "png").startswith(b"\x89PNG")
    svg = draw(tuple(PANELS), data, "svg")
    assert ElementTree.fromstring(svg).tag.endswith("svg")
    assert b">$x$</text>" in svg  # a name is no formula
    assert svg == draw(tuple(PANELS), data, "svg")


def test_the_names_of_outlets_may_hold_anything(recwarn: pytest.WarningsRecorder) -> None:
    names = ("The\x0b Cape\nCourier", 'id="x" #a23b12', "日本新聞")
    odd = stored(*(build_article(name, (f"Yes, {name}.", ANN), outlet=name) for name in names))
    drawn = draw(("groups",), ChartData(odd), "svg")
    draw(("groups",), ChartData(odd), "png")
    assert "The Cape Courier" in [text.text for text in ElementTree.fromstring(drawn).iter() if text.text]
    assert '>id="x" #a23b12<' in generate_report(odd, parse_dimensions("outlet"), (), Warnings(), ChartData(odd))
    assert not [str(warning.message) for warning in recwarn.list]


def test_an_empty_store_makes_a_page_too() -> None:
    nothing = stored()
    assert "<h1>" in generate_report(nothing, parse_dimensions("month"), (), Warnings(), ChartData(nothing))


def test_series(counted: Counted) -> None:
    time = share_over_time(counted, "quotations")
    assert [point.label for point in time.points] == ["2024-01", "2024-02", "2024-03", "2024-04"]
    assert (time.step, time.left_out) == ("month", 0)
    points, more = share_by_group(counted, parse_dimensions("outlet")[0], "quotations")
    assert ([point.label for point in points], more) == (["A & B", "$x$", "(no outlet)"], 0)
    assert {name: number for name, number in reasons_given(counted).items() if number} == {"none": 1}


def dated(*days: date) -> Counted:
    return stored(*(build_article(str(n), (f"It is number {n}.", ANN), published=day) for n, day in enumerate(days)))


@pytest.mark.parametrize(
    ("days", "step", "ends", "left_out"),
    [
        ([date(1, 1, 1), date(2024, 1, 1), date(2024, 3, 1), date(9999, 12, 31)], "month", ("2024-01", "2024-03"), 2),
        ([date(1970, 1, 1), date(2024, 3, 1)], "year", ("1970", "2024"), 0),
        ([date(1, 2, 3)], "month", ("0001-02", "0001-02"), 0),
        ([date(1900, 2, 3), date(2000, 5, 1)], "month", ("2000-05", "2000-05"), 1),
    ],
)
def test_an_odd_date_does_not_stretch_the_axis(
    days: list[date], step: str, ends: tuple[str, str], left_out: int
) -> None:
    counted = dated(*days)
    time = share_over_time(counted, "quotations")
    assert (time.step, (time.points[0].label, time.points[-1].label), time.left_out) == (step, ends, left_out)
    drawn = draw(("time",), ChartData(counted), "svg").decode()
    assert f"{step} by {step}" in drawn
    assert (f"{left_out} quotations of other years left out" in drawn) == bool(left_out)


def test_a_chart_of_nothing_says_why() -> None:
    untold = stored(build_article("a", ("Who says so?", None)))
    assert b"No dated article tells who speaks." in draw(("time",), ChartData(untold), "svg")


def test_without_matplotlib_the_remedy_is_named(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "matplotlib", None)
    with pytest.raises(UsageError, match=r"pip install matplotlib"):
        draw(("time",), ChartData(counted), "png")


@pytest.mark.parametrize("number", [8, 20, 40, 90])
def test_the_marks_of_an_axis_say_where_they_stand(number: int) -> None:
    said = [("Yes.", ANN)] * number + [("No.", NASTY)]
    data = ChartData(stored(build_article("a", *said)))
    marks = [float(mark) for mark in re.findall(r">([\d.]+)%</text>", draw(["groups"], data, "svg").decode())]
    steps = {round(after - before, 6) for before, after in pairwise(marks)}
    assert len(marks) > 2
    assert len(steps) == 1
