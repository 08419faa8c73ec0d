"""Two periods: what is counted of each, whom they do not share, and whether a change is more than chance."""

from collections.abc import Callable
from datetime import date

import numpy as np
import pytest
from scipy.sparse import csr_array

import graph
from graph.measures.halves import compare_samples
from graph.measures.ranges import check_apart, parse_period
from graph.measures.sourcing import Sample, Sourcing
from quotes.domain import ParsedArticle, Source, Via
from quotes.errors import UsageError
from quotes.store import Selection, Store

Build = Callable[..., ParsedArticle]

ANN = Source("named_person", "Ann Lee", role="mayor of Seaton")
BEN = Source("named_person", "Ben Okoro", role="harbour master of Seaton", via=(Via("AP", "told"),))
CEM = Source("named_person", "Cem Aydin", role="warden of the dam at Seaton")
AIDE = Source("unnamed_person", descriptor="an aide")


@pytest.fixture
def filled(store: Store, build: Build) -> Store:
    """In spring Ann is quoted in every article and Ben once; in autumn Cem comes for Ben, and another outlet."""
    for number in range(6):
        more = [(f"Ben {number}", BEN)] if number == 0 else []
        store.add(build(f"s{number}", (f"Ann {number}", ANN), *more, published=date(2020, 3, 1 + number)))
        more = [(f"Cem {number}", CEM), (f"Aide {number}", AIDE)] if number % 2 else []
        store.add(build(f"a{number}", (f"Ann again {number}", ANN), *more, published=date(2020, 9, 1 + number)))
    store.add(build("other", ("Elsewhere", ANN), outlet="The Other", published=date(2020, 9, 30)))
    return store


def test_both_periods_are_measured(filled: Store) -> None:
    found = graph.compare(filled, "2020-03", "2020-Q3", resamples=100)
    rows = {row["measure"]: row for row in found.differences}
    assert (rows["quotations"]["first"], rows["quotations"]["second"]) == (7, 13)
    assert (rows["sources"]["first"], rows["sources"]["second"]) == (2, 5)  # each aide is somebody else
    assert rows["hhi"]["first"] == pytest.approx((36 + 1) / 49)
    assert rows["hhi"]["second"] == pytest.approx((49 + 9 + 3) / 169)
    assert rows["relayed"]["first"] == pytest.approx(2 / 14)
    assert {row["articles"] for row in found.differences} == {3}


def test_newcomers_and_gone_have_names(filled: Store) -> None:
    found = graph.compare(filled, "2020-01..2020-06", "2020-07..2020-12", resamples=100)
    assert [(row["label"], row["quotations"], row["articles"]) for row in found.newcomers] == [("Cem Aydin", 3, 3)]
    assert [(row["label"], row["quotations"]) for row in found.gone] == [("Ben Okoro", 1)]


def test_outlets_are_compared_where_they_have_articles_enough(filled: Store) -> None:
    found = graph.compare(filled, "2020-03", "2020-09", by_outlet=True, resamples=100)
    assert list(dict.fromkeys(found.differences["outlet"])) == [None, "The Daily Example"]
    assert any("1 outlet has fewer" in note for note in found.notes)


def test_a_selection_narrows_both(filled: Store) -> None:
    found = graph.compare(filled, "2020-03", "2020-09", Selection(speaker=("Ann Lee",)), resamples=100)
    assert len(found.newcomers) == len(found.gone) == 0


def test_articles_add_up_to_what_the_network_has(filled: Store) -> None:
    network, found = graph.build(filled), Sourcing.read(filled.sourcing())
    outlets = {data["label"]: (node, data) for node, data in network.nodes(data=True) if data["side"] == "outlet"}
    for place, sample in found.by_outlet().items():
        node, data = outlets[found.ends[place].label]
        assert sample.totals.sum() == network.in_degree(node, weight="weight")
        assert (sample.words.sum(), sample.received.sum()) == (data["words"], data["received_words"])


def test_copies_in_one_outlet_count_once(store: Store, build: Build) -> None:
    shared = (
        ("the money was never there in the first place", ANN),
        ("nobody has looked at the old dam for years", ANN),
    )
    for name in ("a", "b"):
        store.add(build(name, *shared, (f"More of {name}", CEM), published=date(2020, 3, 1)))
        store.add(build(f"{name}2", (f"Later {name}", ANN), published=date(2020, 9, 1)))
    rows = {row["measure"]: row for row in graph.compare(store, "2020-03", "2020-09").differences}
    assert rows["quotations"]["first"] == 4


def test_a_period_without_quotations_is_told(filled: Store) -> None:
    with pytest.raises(UsageError, match="nobody is quoted in 2019"):
        graph.compare(filled, "2019", "2020")


def test_few_articles_have_no_interval(filled: Store) -> None:
    found = graph.compare(filled, "2020-03-01..2020-03-02", "2020-09")
    assert set(found.differences["low"]) == {None}
    assert "choose longer ones" in found.notes[-1]


def drawn(articles: int, sources: int, slope: float, seed: int) -> Sample:
    """Articles of one to three quotations each, of sources that are the rarer the later they come."""
    chance = np.random.default_rng(seed)
    likely = 1 / np.arange(1, sources + 1) ** slope
    article = np.repeat(np.arange(articles), chance.integers(1, 4, articles))
    source = chance.choice(sources, len(article), p=likely / likely.sum())
    quotations = csr_array((np.ones(len(article), np.int64), (article, source)), shape=(articles, sources))
    words = chance.integers(10, 50, articles)
    return Sample(np.arange(sources), quotations, words, words // chance.integers(2, 20, articles))


@pytest.mark.parametrize("measure", ["sources", "hhi", "effective_sources", "gini", "entropy", "relayed"])
def test_of_one_kind_of_articles_few_comparisons_find_a_change(measure: str) -> None:
    """Though one period has four times as many articles."""
    place = ["quotations", "sources", "hhi", "effective_sources", "gini", "entropy", "relayed"].index(measure)
    found = [
        compare_samples(drawn(150, 400, 1, seed), drawn(600, 400, 1, seed + 100), 100, seed)[place]
        for seed in range(40)
    ]
    assert sum(one.low <= 0 <= one.high for one in found) >= 35


def test_another_kind_of_articles_is_told_from_chance() -> None:
    found = {one.measure: one for one in compare_samples(drawn(300, 400, 1.2, 1), drawn(300, 400, 0.4, 2), 200, 0)}
    assert found["hhi"].high < 0
    assert found["effective_sources"].low > 0
    assert (
        found["hhi"]
        == {one.measure: one for one in compare_samples(drawn(300, 400, 1.2, 1), drawn(300, 400, 0.4, 2), 200, 0)}[
            "hhi"
        ]
    )


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020-01..2020-06", date(2020, 1, 1), date(2020, 6, 30)),
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2020-Q2..2020-q3", date(2020, 4, 1), date(2020, 9, 30)),
        (" 2020-12-31..2021 ", date(2020, 12, 31), date(2021, 12, 31)),
    ],
)
def test_periods_as_people_write_them(text: str, first: date, last: date) -> None:
    assert (parse_period(text).first, parse_period(text).last) == (first, last)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2020-06..2020-01", "ends before it begins; write 2020-01..2020-06"),
        ("2020-01..", "lacks its end"),
        ("..2020", "lacks its beginning"),
        ("2020-13", "month must be in 1..12"),
        ("2020-02-30", "no date"),
        ("spring", "'spring' in the period 'spring' is no date"),
        ("", "no date"),
        ("2020..2021..2022", "no date"),
        ("2020-Q5", "no date"),
    ],
)
def test_what_is_no_period_is_told(text: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        parse_period(text)


def test_periods_must_lie_apart() -> None:
    check_apart(parse_period("2020-01"), parse_period("2020-02"))
    with pytest.raises(UsageError, match="both have 2020-02-01"):
        check_apart(parse_period("2020-01..2020-02"), parse_period("2020-02..2020-03"))
