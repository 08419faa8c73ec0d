"""A network a month: together they hold all that is dated."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import graph
from graph.periods import build_each, iter_periods
from quotes.domain import ParsedArticle, Source
from quotes.errors import UsageError
from quotes.store import Selection, Store

Build = Callable[..., ParsedArticle]
ANN = Source("named_person", "Ann Lee")
DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))


@given(DAYS, DAYS, st.sampled_from(["month", "quarter", "year"]))
def test_periods_leave_no_day_out_and_none_is_in_two(one: date, other: date, every: str) -> None:
    first, last = sorted((one, other))
    periods = list(iter_periods(first, last, every))  # type: ignore[arg-type]
    assert periods[0].first <= first <= periods[0].last
    assert periods[-1].first <= last <= periods[-1].last
    assert all((after.first - before.last).days == 1 for before, after in pairwise(periods))
    assert len({period.name for period in periods}) == len(periods)


def test_each_month_has_its_own(store: Store, build: Build) -> None:
    for article, published in (
        ("a1", date(2020, 1, 31)),
        ("a2", date(2020, 3, 1)),
        ("a3", date(2020, 3, 9)),
        ("a4", None),
    ):
        store.add(build(article, (f"One {article}", ANN), published=published))
    slices = build_each(store, "month")
    assert [(period.name, network.graph["quotations"]) for period, network in slices] == [
        ("2020-01", 1), ("2020-02", 0), ("2020-03", 2),
    ]  # fmt: skip
    assert [network.graph["period"] for _, network in slices] == ["2020-01", "2020-02", "2020-03"]
    (_, year) = build_each(store, "year")[0]
    dated = graph.build(store, selection=Selection(since=date(2020, 1, 1)))
    assert dict(year.edges) == dict(dated.edges)
    (period, network), *rest = build_each(store, "quarter", selection=Selection(since=date(2020, 2, 1)))
    assert (period.name, network.graph["quotations"], rest) == ("2020-Q1", 2, [])
    assert network.graph["selection"] == "since 2020-02-01, until 2020-03-31"
    assert build_each(store, "month", selection=Selection(outlet=("None",))) == []
    with pytest.raises(UsageError, match="no period 'week'; choose one of these: month, quarter, year"):
        build_each(store, "week")  # type: ignore[arg-type]
