"""How much is quoted month by month, for a part of the record. (What is counted of all of it is in `tallies`.)"""

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection

from quotes.store.counting.counts import Asked
from quotes.store.selection import Selection
from quotes.store.sql import execute

Step = Literal["month", "year"]
_COUNTED = """
SELECT p.period, count(DISTINCT w.whole) AS quotations, count(DISTINCT w.version) AS articles
FROM voices w
JOIN (SELECT DISTINCT version, {period} AS period FROM appearances WHERE current) p ON p.version = w.version
WHERE {voices}
GROUP BY p.period
ORDER BY p.period IS NULL, p.period
"""
_PERIODS = {
    ("sqlite", "month"): "substr(published, 1, 7)",
    ("sqlite", "year"): "substr(published, 1, 4)",
    ("postgresql", "month"): "to_char(published, 'YYYY-MM')",
    ("postgresql", "year"): "to_char(published, 'YYYY')",
}


@dataclass(frozen=True, slots=True)
class Period:
    """A month or a year, with how much is quoted in it. What stands in several places counts once in each period."""

    name: str | None  # "2011-04" or "2011"; None for undated articles
    quotations: int
    articles: int


def count_periods(connection: Connection, selection: Selection, step: Step) -> list[Period]:
    """In order of time, the undated last; periods without anything are left out."""
    dialect = connection.dialect.name
    asked = Asked.of(selection, dialect)
    query = _COUNTED.format(period=_PERIODS[dialect, step], voices=asked.voices)
    return [Period(*row) for row in execute(connection, query, asked.values)]
