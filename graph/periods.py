"""A network for each month or year: a sequence, of which a timeline is made."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, get_args

import networkx as nx

from graph.networks import build
from graph.networks.kinds import DEFAULT
from quotes.errors import UsageError
from quotes.store import Selection, Store

Every = Literal["month", "quarter", "year"]
_MONTHS: dict[str, int] = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day to the last, both of them in it."""

    name: str  # 2020-03, 2020-Q1 or 2020
    first: date
    last: date


def iter_periods(first: date, last: date, every: Every) -> Iterator[Period]:
    """The periods that have any of the days, in order of time; none is left out between them.

    >>> [period.name for period in iter_periods(date(2019, 11, 30), date(2020, 1, 1), "month")]
    ['2019-11', '2019-12', '2020-01']
    """
    months = _MONTHS[every]
    start = date(first.year, (first.month - 1) // months * months + 1, 1)
    while start <= last:
        over = start.month - 1 + months
        following = date(start.year + over // 12, over % 12 + 1, 1)
        yield Period(_name(start, every), start, following - timedelta(days=1))
        start = following


def build_each(
    store: Store,
    every: Every,
    kind: str = DEFAULT,
    selection: Selection | None = None,
    *,
    group_unnamed: bool = False,
) -> list[tuple[Period, nx.Graph]]:
    """Each period of what is selected with its network, whose `graph` has the `period`'s name. Undated articles are in
    none; what stands in several places is in the period of the first. Raises UsageError for another `every`."""
    if every not in get_args(Every):
        raise UsageError(f"there is no period {every!r}; choose one of these: {', '.join(get_args(Every))}")
    asked = selection or Selection()
    extent = store.extent(asked)
    if extent.first is None or extent.last is None:
        return []
    since, until = asked.since or date.min, asked.until or date.max
    found = []
    for period in iter_periods(max(extent.first, since), min(extent.last, until), every):
        within = replace(asked, since=max(period.first, since), until=min(period.last, until))
        network = build(store, kind, within, group_unnamed=group_unnamed)
        network.graph["period"] = period.name
        found.append((period, network))
    return found


def _name(start: date, every: Every) -> str:
    if every == "month":
        return f"{start:%Y-%m}"
    return f"{start.year}-Q{start.month // 3 + 1}" if every == "quarter" else f"{start.year}"
