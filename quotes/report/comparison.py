"""Outlets, desks, writers, months or years beside each other: how much each quotes, how often without a name, and whom
the most."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from quotes.answers import Column
from quotes.errors import UsageError
from quotes.report.figures import effective_number
from quotes.report.grouping import DIMENSIONS, Dimension
from quotes.report.interval import Share
from quotes.store import Selection, Store
from quotes.store.counting.counts import Tally

PEOPLE = 10  # who are listed if nobody says how many
MOST = 6  # places that fit beside each other


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing that is counted in one place."""

    measure: str
    place: str
    share: Share
    counts: bool = True  # whether the whole is told too
    person_id: str | None = None


def compare_places(store: Store, selection: Selection, by: str, places: Sequence[str]) -> list[Figure]:
    """Figure by figure, those of one place after the other's; people are those whom any of the places quotes the most,
    as many as the selection's limit. Raises UsageError for fewer than two places or too many, and for unknown ones."""
    dimension = parse_dimension(by)
    if len(dict.fromkeys(places)) < 2 or len(places) > MOST:
        raise UsageError(f"give two to {MOST} different {dimension.label.lower()}s, as in --by month 2011-04 2011-05")
    return list(_figures(store, replace(selection, limit=None), dimension, places, selection.limit or PEOPLE))


def parse_dimension(by: str) -> Dimension:
    found = {**DIMENSIONS, "year": Dimension("year", "Year", "(undated)")}.get(by.strip().lower())
    if found is None:
        raise UsageError(f"--by {by!r} is not known; give one of outlet, desk, byline, month, year")
    return found


def _figures(
    store: Store, selection: Selection, dimension: Dimension, places: Sequence[str], limit: int
) -> Iterator[Figure]:
    tallies = {key[0]: tally for key, tally in store.count(selection, (dimension.name,)).items()}
    found = {name: tallies[name] for name in (_meant(place, tallies, dimension) for place in places)}
    for name, tally in found.items():
        yield from _of_place(name, tally)
    quoted = {name: {one.id: one for one in store.quoted(selection, dimension.name, name)} for name in found}
    shares: dict[str, float] = {}
    names: dict[str, str] = {}
    for name, people in quoted.items():
        for one in people.values():
            names[one.id] = one.name
            shares[one.id] = shares.get(one.id, 0) + one.quotations / max(found[name]["quotations"].told, 1)
    most = sorted(shares, key=lambda identity: (-shares[identity], names[identity].casefold(), identity))
    for identity in most[:limit]:
        for name, tally in found.items():
            count = quoted[name][identity].quotations if identity in quoted[name] else 0
            told = max(tally["quotations"].told, count)
            yield Figure(names[identity], name, Share(count, told), person_id=identity)


def _meant(place: str, tallies: Mapping[str | None, Tally], dimension: Dimension) -> str:
    """The place as the store spells it; raises UsageError with those that are nearly so called."""
    wanted = place.strip().casefold().removeprefix("the ")
    for name in tallies:
        if name is not None and name.casefold().removeprefix("the ") == wanted:
            return name
    from rapidfuzz import process

    known = [name for name in tallies if name is not None]
    near = [found for found, *_ in process.extract(place, known, limit=3, score_cutoff=70)]
    remedy = f"did you mean {' or '.join(near)}?" if near else "quotes stats shows what there is"
    raise UsageError(f"no {dimension.label.lower()} {place!r} is among the articles; {remedy}")


def _of_place(name: str, tally: Tally) -> Iterator[Figure]:
    quotations, words = tally["quotations"], tally["words"]
    yield Figure("Articles", name, Share(tally["articles"].total, 0))
    yield Figure("Quotations", name, Share(quotations.total, 0))
    yield Figure("Quoted words", name, Share(words.total, 0))
    yield Figure("Sources", name, Share(tally["sources"].total, 0))
    yield Figure("By anonymous sources", name, Share(quotations.strict, quotations.told))
    yield Figure("By anybody unnamed", name, Share(quotations.broad, quotations.told))
    effective = effective_number(words.told, words.squares)
    yield Figure("Words of anonymous sources", name, Share(words.strict, words.told, effective), counts=False)


def _end(figure: Figure, place: int) -> float | None:
    interval = figure.share.interval
    return None if interval is None else round(interval[place], 4)


def _rounded(value: Any) -> float | None:
    return None if value is None else round(value, 4)


COLUMNS: Sequence[Column[Figure]] = (
    Column("measure", lambda one: one.measure, "What"),
    Column("place", lambda one: one.place, "Where"),
    Column("count", lambda one: one.share.part, "Count"),
    Column("of", lambda one: one.share.whole or None, "Of"),
    Column("share", lambda one: _rounded(one.share.value), "Share"),
    Column("low", lambda one: _end(one, 0), "From"),
    Column("high", lambda one: _end(one, 1), "To"),
    Column("person_id", lambda one: one.person_id),
)
