from datetime import UTC, date, datetime

import pytest

from quotes.read.dates import parse_date

APRIL_FIRST = date(2011, 4, 1)


@pytest.mark.parametrize(
    "value",
    [
        "2011-04-01",
        " 2011-04-01 ",
        "2011-04-01T23:30:00Z",
        "2011-04-01T23:30:00-05:00",
        "2011-04-01 08:00",
        "2011/4/1",
        "2011.04.01",
        "20110401",
        "20110401T083000Z",
        "20110401083000",
        "1 April 2011",
        "1st April, 2011",
        "01-Apr-2011",
        "April 1, 2011",
        "Apr. 1, 2011",
        "Friday, April 1st, 2011, 8:30 a.m.",
        "Fri, 01 Apr 2011 09:30:00 GMT",
        "01.04.2011",
        1301616000,
        1301616000000,
        "1301616000",
        "1301616000000",
        date(2011, 4, 1),
        datetime(2011, 4, 1, 12, tzinfo=UTC),
    ],
)
def test_the_day_is_read(value: object) -> None:
    assert parse_date(value) == APRIL_FIRST


@pytest.mark.parametrize("value", ["13/04/2011", "04/13/2011"])
def test_slashes_are_read_where_only_one_reading_is_a_date(value: str) -> None:
    assert parse_date(value) == date(2011, 4, 13)


def test_the_same_day_and_month_is_no_riddle() -> None:
    assert parse_date("04/04/2011") == date(2011, 4, 4)


@pytest.mark.parametrize(
    "value",
    [None, "", "yesterday", "2011", "2011-13-01", "2011-02-30", "04/01/2011", "Mayor 12, 2011", True, 7, [], "9" * 400,
     float("nan"), float("inf"), "²⁰¹¹"],
)  # fmt: skip
def test_what_states_no_day_for_certain_is_none(value: object) -> None:
    assert parse_date(value) is None
