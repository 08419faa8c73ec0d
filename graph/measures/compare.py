"""Two periods of a store beside each other: what changed by more than chance, who is new, and who is gone."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

import numpy as np

from graph.measures.halves import FEWEST, RESAMPLES, Difference, compare_samples
from graph.measures.ranges import check_apart, parse_period
from graph.measures.sourcing import Sample, Sourcing
from graph.measures.tables import Row, Table, from_columns
from graph.periods import Period
from quotes.errors import UsageError
from quotes.store import End, Selection, Store

ALL = "All"
_NAMED = ("person", "organization")


@dataclass(frozen=True, slots=True)
class Comparison:
    """`differences` has a row a measure, with `by_outlet` for each outlet in turn, whose `outlet` is its name and None
    for all together; see `graph.measures.halves.Difference`. Newcomers are the named whom the second period quotes and
    the first does not; gone are the opposite."""

    first: Period
    second: Period
    differences: Table
    newcomers: Table
    gone: Table
    notes: tuple[str, ...] = ()


def compare(
    store: Store,
    first: str,
    second: str,
    selection: Selection | None = None,
    *,
    by_outlet: bool = False,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> Comparison:
    """Compare two periods, written as in "2020-01..2020-06"; undated articles are in none.

    Raises UsageError for periods that are none, that overlap, or in which nobody is quoted; and StoreError.
    """
    periods = parse_period(first), parse_period(second)
    check_apart(*periods)
    found = [_read(store, period, selection or Selection()) for period in periods]
    wholes = found[0].whole(), found[1].whole()
    rows = [{"outlet": None, **_to_row(one)} for one in compare_samples(*wholes, resamples, seed)]
    notes = [
        f"{period.name}: {sample.articles:,} articles quote somebody"
        for period, sample in zip(periods, wholes, strict=True)
    ]
    if by_outlet:
        outlets, left_out = _compare_outlets(found[0], found[1], resamples, seed)
        rows += outlets
        if left_out:
            notes.append(
                f"{left_out} {'outlet has' if left_out == 1 else 'outlets have'} fewer than {FEWEST} articles in one "
                "of the periods and no rows."
            )
    if min(sample.articles for sample in wholes) < FEWEST:
        notes.append(f"An interval takes {FEWEST} articles in each period; choose longer ones.")
    else:
        half = min(sample.articles for sample in wholes) // 2
        notes.append(
            f"Equal: as expected of {half:,} articles of each; 95% intervals from {resamples:,} draws of so many, with "
            f"seed {seed}."
        )
    ends = found[0].ends | found[1].ends
    return Comparison(
        *periods,
        differences=_table("differences", rows, ("outlet", *(field.name for field in fields(Difference)))),
        newcomers=_who("newcomers", wholes[1], wholes[0], ends),
        gone=_who("gone", wholes[0], wholes[1], ends),
        notes=tuple(notes),
    )


def _read(store: Store, period: Period, selection: Selection) -> Sourcing:
    asked = replace(selection, since=period.first, until=period.last)
    found = Sourcing.read(store.sourcing(asked))
    if not found.said:
        raise UsageError(f"nobody is quoted in {period.name}; choose another period, or fewer filters")
    return found


def _compare_outlets(first: Sourcing, second: Sourcing, resamples: int, seed: int) -> tuple[list[Row], int]:
    """Rows of outlets, those with most articles first; and how many have too few."""
    one, other = first.by_outlet(), second.by_outlet()
    names = first.ends | second.ends
    both = one.keys() & other.keys()
    fewer = {key: min(one[key].articles, other[key].articles) for key in both}
    chosen = sorted((key for key, articles in fewer.items() if articles >= FEWEST), key=lambda key: (-fewer[key], key))
    rows = [
        {"outlet": names[key].label, **_to_row(difference)}
        for key in chosen
        for difference in compare_samples(one[key], other[key], resamples, seed)
    ]
    return rows, len(one.keys() | other.keys()) - len(chosen)


def _who(name: str, here: Sample, elsewhere: Sample, ends: dict[int, End]) -> Table:
    """The named whom one sample quotes and the other does not, the most quoted first."""
    only = ~np.isin(here.speakers, elsewhere.speakers)
    totals, articles = here.totals, np.asarray((here.quotations > 0).sum(axis=0))
    found = [
        (ends[key], quotations, many)
        for key, quotations, many in zip(
            here.speakers[only].tolist(), totals[only].tolist(), articles[only].tolist(), strict=True
        )
        if ends[key].kind in _NAMED
    ]
    found.sort(key=lambda one: (-one[1], one[0].label.casefold(), one[0].id))
    rows: list[Row] = [
        {"id": end.id, "label": end.label, "kind": end.kind, "quotations": quotations, "articles": many}
        for end, quotations, many in found
    ]
    return _table(name, rows, ("id", "label", "kind", "quotations", "articles"))


def _to_row(difference: Difference) -> Row:
    return {field.name: getattr(difference, field.name) for field in fields(difference)}


def _table(name: str, rows: Iterable[Row], columns: tuple[str, ...]) -> Table:
    every = list(rows)
    return from_columns(name, {column: [row[column] for row in every] for column in columns})
