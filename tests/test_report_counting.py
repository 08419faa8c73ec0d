"""What counts, by which rule, and that wire copies count once."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.categories import is_spokesperson
from quotes.domain import ParsedArticle, Source, Span
from quotes.errors import UsageError
from quotes.report import (
    COUNTING_RULES,
    Counted,
    Group,
    counting_rule,
    measure_groups,
    measure_whole,
    parse_dimensions,
)
from quotes.store import Store, open_store
from quotes.text.nouns import singular
from tests.conftest import build_article

Build = Callable[..., ParsedArticle]

ANN = Source("named_person", "Ann Lee")
OFFICIAL = Source("unnamed_person", descriptor="a senior official", anonymous=True)
OFFICIALS = Source("unnamed_group", descriptor="officials", anonymous=True)
SPEAKS = Source("unnamed_person", descriptor="a spokeswoman for the bank", anonymous=True)
HIDES = Source("unnamed_person", descriptor="a spokesman", anonymous=True, reason=Span(0, 4))
CRITICS = Source("unnamed_group", descriptor="critics")
REPORT = Source("document", descriptor="the report")
VOICE = Source("narrator")
SOURCES = (ANN, OFFICIAL, OFFICIALS, SPEAKS, HIDES, CRITICS, REPORT, VOICE, None)
LONG = "the money was never there in the first place"


_OPEN: list[Store] = []


@pytest.fixture(scope="module", autouse=True)
def _closing() -> Iterator[None]:
    yield
    while _OPEN:
        _OPEN.pop().close()


def counted(*articles: ParsedArticle) -> Counted:
    store = open_store("sqlite://")
    _OPEN.append(store)
    for article in articles:
        store.add(article)
    return Counted(store)


def counts(group: Group, measure: Any = "quotations") -> tuple[int, int, int, int, int, int]:
    found = group.measures[measure]
    strict, broad = found.shares["strict"].part, found.shares["broad"].part
    return found.total, found.told, strict, broad, found.spokespersons, found.documents


def test_each_kind_counts_in_its_column(build: Build) -> None:
    whole = measure_whole(counted(build("a", *((f"words {place}", source) for place, source in enumerate(SOURCES)))))
    assert counts(whole) == (9, 8, 3, 5, 1, 1)
    assert counts(whole, "words") == (18, 16, 6, 10, 2, 2)
    assert counts(whole, "sources") == (7, 7, 3, 5, 1, 1)  # neither the unknown nor the article's own voice
    assert counts(whole, "articles") == (1, 1, 1, 1, 1, 1)


@pytest.mark.parametrize(
    ("plural", "single"),
    [
        ("witnesses", "witness"),
        ("coaches", "coach"),
        ("bosses", "boss"),
        ("nurses", "nurse"),
        ("spokeswomen", "spokeswoman"),
        ("midwives", "midwife"),
        ("deputies", "deputy"),
        ("genius", "genius"),
    ],
)
def test_the_singular_of_a_source(plural: str, single: str) -> None:
    assert (singular(plural), singular(single)) == (single, single)


@pytest.mark.parametrize(
    ("descriptor", "speaks"),
    [
        ("a Pfizer spokesman", True),
        ("spokeswomen for both campaigns", True),
        ("press secretary", False),  # of two words, which the list of nouns has by their last
        ("a spokesman's friend", False),
        ("an official close to the spokesman", False),
        (None, False),
        ("", False),
    ],
)
def test_spokespersons_by_their_noun(descriptor: str | None, speaks: bool) -> None:
    assert is_spokesperson(descriptor) is speaks


def test_a_quotation_without_a_told_speaker_is_in_no_share(build: Build) -> None:
    whole = measure_whole(counted(build("a", ("One.", None), ("Two.", None))))
    for measure in whole.measures.values():
        assert measure.told == 0
        assert measure.shares["strict"].value is None


def test_stretches_of_one_quotation_are_one(build: Build) -> None:
    parsed = build("a", ("One two", OFFICIAL), ("three", None), ("Four", ANN))
    joined = [
        replace(item, attribution=replace(item.attribution, quotation=replace(item.quotation, group=0)))
        for item in parsed.quotations[:2]
    ]
    whole = measure_whole(counted(replace(parsed, quotations=(*joined, *parsed.quotations[2:]))))
    assert counts(whole)[:3] == (2, 2, 1)
    assert counts(whole, "words")[:3] == (4, 4, 3)


def test_words_inside_a_quotation_count_for_whom_they_are_of(build: Build) -> None:
    parsed = build("a", ("he told me run away now", ANN), ("x", OFFICIAL))
    outer, inner = parsed.quotations
    text, start = parsed.article.text, parsed.article.text.index("run away")
    span = Span(start, start + len("run away"))
    nested = replace(inner.quotation, span=span, content=span, parent=0)
    whole = measure_whole(
        counted(
            replace(
                parsed, quotations=(outer, replace(inner, attribution=replace(inner.attribution, quotation=nested)))
            )
        )
    )
    assert text[span.start : span.end] == "run away"
    assert counts(whole, "words")[:3] == (6, 6, 2)


def test_a_wire_copy_counts_once_in_all_and_once_in_each_group(build: Build) -> None:
    first = build("a", (f"Well, {LONG}.", OFFICIAL), ("Yes.", OFFICIAL), outlet="Echo")
    copy = build("b", (f"well {LONG.upper()}", OFFICIALS), ("Yes.", OFFICIALS), outlet="Bell")
    found = counted(first, copy)
    assert counts(measure_whole(found))[:3] == (3, 3, 3)  # the short ones agree by chance
    assert [counts(group)[0] for group in measure_groups(found, parse_dimensions("outlet"))] == [2, 2]
    assert counts(measure_whole(found), "sources")[0] == 1
    assert counts(measure_whole(found), "articles")[0] == 2
    merged = next(quoted for quoted in found.listed("anonymous") if len(quoted.ids) == 2)
    assert merged.places == ("a", "b")


@pytest.mark.parametrize(("words", "total"), [("rain fell all night", 2), ("rain fell all night long", 1)])
def test_words_too_few_to_be_a_copy_agree_by_chance(build: Build, words: str, total: int) -> None:
    assert counts(measure_whole(counted(build("a", (words, OFFICIAL)), build("b", (words, OFFICIALS)))))[0] == total


@pytest.mark.parametrize("other", [ANN, None, REPORT, Source("named_person", "Bob Lee")])
def test_the_same_words_of_sources_of_another_kind_stay_apart(build: Build, other: Source | None) -> None:
    found = counted(build("a", (LONG, OFFICIAL)), build("b", (LONG, other)))
    assert counts(measure_whole(found))[0] == 2


def test_articles_that_share_all_their_quotations_are_one(build: Build) -> None:
    said = [(f"{LONG} {number}", ANN) for number in range(3)]
    found = counted(build("a", *said, outlet="Echo"), build("b", *said, outlet="Bell"), build("c", *said[:2]))
    assert counts(measure_whole(found), "articles")[0] == 2
    assert counts(measure_whole(found), "quotations")[0] == 3
    assert counts(measure_whole(found), "sources")[0] == 1


def test_grouping_by_two(build: Build) -> None:
    days = (date(2024, 1, 5), date(2024, 2, 5), None)
    articles = [build(f"a{place}", ("Yes.", ANN), published=day) for place, day in enumerate(days)]
    bylined = replace(articles[0], article=replace(articles[0].article, byline="By  Dee Marsh"))
    found = counted(bylined, *articles[1:])
    assert [group.key for group in measure_groups(found, parse_dimensions("month, byline"))] == [
        ("2024-01", "Dee Marsh"), ("2024-02", None), (None, None),
    ]  # fmt: skip


def test_grouping_by_desk(build: Build) -> None:
    first = build("a1", ("Yes.", ANN), ("No.", OFFICIAL))
    found = counted(replace(first, article=replace(first.article, section="Politics")), build("a2", ("Yes.", ANN)))
    groups = measure_groups(found, parse_dimensions("desk,outlet"))
    assert [group.key for group in groups] == [("Politics", "The Daily Example"), (None, "The Daily Example")]
    assert [group.measures["quotations"].shares["strict"].part for group in groups] == [1, 0]


@pytest.mark.parametrize(
    ("given", "said"),
    [("editor", "cannot be grouped by 'editor'; choose one or two of outlet, desk, byline, month"),
     ("outlet,outlet", "two different ones"), ("", "not one dimension"), ("outlet,month,byline", "not one dimension")],
)  # fmt: skip
def test_dimensions_that_make_no_sense(given: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        parse_dimensions(given)


def test_an_unknown_counting_rule_lists_the_known() -> None:
    with pytest.raises(UsageError, match="choose strict or broad"):
        counting_rule("lax")


ARTICLES = st.lists(
    st.tuples(
        st.sampled_from(["Echo", "Bell", None]),
        st.sampled_from([date(2024, 1, 1), date(2024, 3, 1), None]),
        st.lists(
            st.tuples(st.sampled_from([LONG, "Yes.", "We saw the dam give way at noon"]), st.sampled_from(SOURCES))
        ),
    ),
    max_size=4,
)


@settings(max_examples=25, deadline=None)
@given(ARTICLES)
def test_what_holds_of_any_store(given_articles: Sequence[Any]) -> None:
    articles = [
        build_article(f"a{place}", *said, outlet=outlet, published=published)
        for place, (outlet, published, said) in enumerate(given_articles)
    ]
    found = counted(*articles)
    whole = measure_whole(found)
    groups = measure_groups(found, parse_dimensions("outlet,month"))
    for group in (whole, *groups):
        for measure in group.measures.values():
            strict, broad = measure.shares["strict"], measure.shares["broad"]
            assert 0 <= strict.part <= broad.part <= measure.told <= measure.total
            assert measure.spokespersons + measure.documents <= 2 * measure.told
    for name, measure in whole.measures.items():
        assert measure.total <= sum(group.measures[name].total for group in groups)  # copies count once in all
    assert set(COUNTING_RULES) == {"strict", "broad"}


def test_every_record_has_a_category(build: Build) -> None:
    with open_store("sqlite://") as store:
        store.add(build("a", *((f"words {place}", source) for place, source in enumerate(SOURCES))))
        assert [record.category for record in store.records()] == [
            "named", "anonymous", "anonymous", "spokesperson", "anonymous", "unnamed", "document", "narrator",
            "unknown",
        ]  # fmt: skip
