"""How much rests on sources without a name: shares with their intervals, each opening its quotations."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import ceil
from typing import Any, get_args

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from quotes.answers import Answer, Column
from quotes.errors import UsageError
from quotes.report import (
    COUNTING_RULES,
    DIMENSIONS,
    HOUSE_RULES,
    INTERVAL,
    MEASURES,
    Counted,
    Dimension,
    Group,
    Share,
    Warnings,
    figure_fields,
    find_breaches,
    iter_figure_rows,
    measure_groups,
    measure_whole,
    parse_dimensions,
)
from quotes.report.interval import difference
from quotes.serve.answers import download, wants_file
from quotes.serve.pages import page
from quotes.serve.records import records_of
from quotes.serve.selection import from_query
from quotes.store import Selection, Store
from quotes.store.counting.counts import Key
from quotes.store.counting.tallies import Measure

FEW = 20  # quotations, of which a share says little
_ROWS = 200  # groups that a page shows, the largest first
_READ = 2_000  # articles that house rules read for a page
_FOUND = 50  # warnings that a page shows
_BYS = ("outlet", "desk", "byline", "month", "outlet,month", "desk,month")


@dataclass(frozen=True, slots=True)
class Row:
    """A group as the page shows it."""

    called: str
    strict: Share
    broad: Share
    opens: Selection  # its quotations on the word of anonymous sources

    @property
    def is_small(self) -> bool:
        return self.strict.whole < FEW


def show(request: Request) -> Response:
    selection = replace(from_query(request.query_params), anonymous=None)
    by = request.query_params.get("by", "outlet")
    dimensions, of = parse_dimensions(by), _measure(request.query_params.get("of", "quotations"))
    records = records_of(request)
    with records.reading(export=wants_file(request)) as store:
        counted = Counted(store, selection)
        groups = records.kept(store, ("anonymous", selection, by), lambda: measure_groups(counted, dimensions))
        if wants_file(request):
            return download(request, _answer(groups, dimensions), "anonymous-sources")
        whole = records.kept(store, ("anonymous", selection), lambda: measure_whole(counted))
        months = records.kept(store, ("anonymous", selection, "months"), lambda: _months(store, selection))
        reasons = records.kept(store, ("anonymous", selection, "reasons"), lambda: counted.reasons)
        articles = whole.measures["articles"].shares["strict"].part
        minded = None
        if articles <= _READ:
            minded = records.kept(store, ("anonymous", selection, "minded"), lambda: _minded(counted))
    rows = sorted((_row(group, dimensions, selection, of) for group in groups), key=lambda row: -row.strict.whole)
    return page(
        request, "anonymous.html", selection=selection, by=by, bys=_BYS, of=of, measures=MEASURES, rows=rows[:_ROWS],
        more=max(0, len(rows) - _ROWS), whole=_row(whole, (), selection, of), months=months,
        trend=_trend(months), top=_top(months),
        reasons=sorted(reasons.items(), key=lambda one: -one[1])[:15], minded=minded, articles=articles,
        rules=COUNTING_RULES.values(), intervals=INTERVAL, house_rules=HOUSE_RULES.values(),
    )  # fmt: skip


def _measure(given: str) -> Measure:
    if given not in get_args(Measure):
        raise UsageError(f"of={given} is not known; give one of {', '.join(MEASURES)}")
    return given  # type: ignore[return-value]  # one of its words, as was looked up


def _row(group: Group, dimensions: Sequence[Dimension], selection: Selection, of: Measure) -> Row:
    shares = group.measures[of].shares
    called = ", ".join(one.called(value) for one, value in zip(dimensions, group.key, strict=True)) or "All"
    opens = replace(_narrowed(selection, dimensions, group.key), anonymous=True)
    return Row(called, shares["strict"], shares["broad"], opens)


def _narrowed(selection: Selection, dimensions: Sequence[Dimension], key: Key) -> Selection:
    """The selection of one group; of what has no outlet, desk, byline or day, the whole."""
    narrower: dict[str, Any] = {}
    for dimension, value in zip(dimensions, key, strict=True):
        if value is not None:
            narrower |= _days(value) if dimension.name == "month" else {dimension.name: (value,)}
    return replace(selection, **narrower)


def _days(month: str) -> dict[str, date]:
    year, number = map(int, month.split("-"))
    return {"since": date(year, number, 1), "until": date(year, number, monthrange(year, number)[1])}


def _months(store: Store, selection: Selection) -> list[Row]:
    """Every month that has quotations, in order."""
    month = DIMENSIONS["month"]
    groups = [group for group in measure_groups(Counted(store, selection), (month,)) if group.key[0] is not None]
    groups.sort(key=lambda group: str(group.key[0]))
    return [_row(group, (month,), selection, "quotations") for group in groups]


def _trend(months: Sequence[Row]) -> dict[str, Any] | None:
    """The newest month against the one before, where there are two."""
    if len(months) < 2:
        return None
    before, newest = months[-2:]
    found = difference(newest.strict, before.strict)
    if found is None:
        return None
    more, low, high = found
    return {"before": before, "newest": newest, "more": more, "low": low, "high": high, "sure": low > 0 or high < 0}


def _top(months: Sequence[Row]) -> float:
    """The share at the top of the chart: the next tenth above all intervals."""
    ends = [row.strict.interval[1] for row in months if row.strict.interval]
    return min(1.0, ceil(10 * max(ends, default=1.0)) / 10)


def _minded(counted: Counted) -> Warnings:
    return Warnings(find_breaches(counted, tuple(HOUSE_RULES.values())), most=_FOUND)


def _answer(groups: Sequence[Group], dimensions: Sequence[Dimension]) -> Answer[Any]:
    def value(name: str) -> Column[dict[str, Any]]:
        return Column(name, lambda row: row[name])

    rows: Iterator[dict[str, Any]] = iter_figure_rows(groups, dimensions)
    return Answer(rows, [value(name) for name in figure_fields(dimensions)])


ROUTES = (Route("/anonymous", show),)
