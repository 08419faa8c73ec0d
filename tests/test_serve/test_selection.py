"""Every selection is an address, and comes back from it."""

from contextlib import suppress
from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import QueryParams

from quotes.domain import Kind, Medium, SourceType
from quotes.errors import UsageError
from quotes.serve.selection import from_query, to_query, without
from quotes.store.selection import ORDERS, Selection

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).map(str.strip).filter(bool)


def _several(values: Any) -> Any:
    return st.lists(values, unique=True, max_size=3).map(tuple)


_NAMES = _several(_TEXT)
SELECTIONS = st.builds(
    Selection,
    people=_NAMES, speaker=_NAMES, about=_NAMES, quotations=_NAMES, outlet=_NAMES, desk=_NAMES, byline=_NAMES,
    via=_NAMES,     article=st.none() | _TEXT, version=st.none() | st.integers(1, 10**6), words=st.none() | _TEXT,
    since=st.none() | st.dates(date(1900, 1, 1), date(1999, 1, 1)), until=st.none() | st.dates(date(2000, 1, 1)),
    kind=_several(st.sampled_from(get_args(Kind))), type=_several(st.sampled_from(get_args(SourceType))),
    medium=_several(st.sampled_from(get_args(Medium))), anonymous=st.none() | st.booleans(),
    min_confidence=st.none() | st.floats(0, 1), indirect=st.booleans(), said=st.booleans(), declined=st.booleans(),
    sort=st.sampled_from(tuple(ORDERS)), limit=st.none() | st.integers(1, 10**6),
)  # fmt: skip


@given(SELECTIONS)
def test_a_selection_comes_back_from_its_address(selection: Selection) -> None:
    assert from_query(QueryParams(to_query(selection))) == selection


@given(st.text(max_size=60))
def test_whatever_is_written_is_read_or_refused(query: str) -> None:
    with suppress(UsageError):
        from_query(QueryParams(query))


def test_a_month_will_do_for_a_day() -> None:
    assert from_query(QueryParams("since=2024-02&until=2024-02")).until == date(2024, 2, 29)


def test_one_value_is_taken_away() -> None:
    both = Selection(outlet=("A", "B"), anonymous=True)
    assert without(both, "outlet", "A").outlet == ("B",)
    assert without(both, "anonymous", True).anonymous is None


@pytest.mark.parametrize("query", ["since=2024-02-31", "limit=0", "sure=2", "sure=nan", "anonymous=maybe", "sort=up"])
def test_what_cannot_be_is_refused(query: str) -> None:
    with pytest.raises(UsageError):
        from_query(QueryParams(query))
