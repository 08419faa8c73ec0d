"""`quotes compare`: who is quoted here and there, how much, and how often without a name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Annotated, Any

import typer
from rich.console import Group, RenderableType
from rich.text import Text

from quotes.cli.answers import Answer, AnswerFormat, Column, OutputFile, write_answer
from quotes.cli.filters import with_selection
from quotes.cli.options import Database
from quotes.cli.output import plain_table
from quotes.errors import UsageError
from quotes.report.figures import effective_number
from quotes.report.grouping import DIMENSIONS, Dimension
from quotes.report.interval import Share, difference, percent
from quotes.settings import database_url
from quotes.store import Selection, Store, open_store
from quotes.store.counting.counts import Tally

_PEOPLE = 10  # who are listed if nobody says how many
_MOST = 6  # places that fit beside each other


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing that is counted in one place."""

    measure: str
    place: str
    share: Share
    counts: bool = True  # whether the whole is told too
    person_id: str | None = None


@with_selection(without={"speaker", "sort"})
def compare(
    selection: Selection,
    places: Annotated[
        list[str],
        typer.Argument(metavar="A B...", help="What to compare: outlets, or months as 2011-04.", show_default=False),
    ],
    by: Annotated[
        str, typer.Option("--by", metavar="WHAT", help="What A and B are: outlet, desk, byline, month or year.")
    ] = "outlet",
    db: Database = None,
    format: AnswerFormat = None,
    output: OutputFile = None,
) -> None:
    """Compare whom two outlets, desks, writers or months quote, how much, and how often unnamed.

    Up to six of them, years too; shares have 95% intervals.
    """
    dimension = _dimension(by)
    if len(dict.fromkeys(places)) < 2 or len(places) > _MOST:
        raise UsageError(f"give two to {_MOST} different {dimension.label.lower()}s, as in --by month 2011-04 2011-05")
    limit = selection.limit or _PEOPLE
    with open_store(database_url(db), create=False) as store:
        figures = list(_figures(store, replace(selection, limit=None), dimension, places, limit))
    answer = Answer(figures, _COLUMNS, table=partial(_table, places=list(dict.fromkeys(f.place for f in figures))))
    write_answer(answer, format, output)


def _dimension(by: str) -> Dimension:
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


def _table(figures: Sequence[Figure], places: Sequence[str]) -> RenderableType:
    """A line a measure, a column a place; of two, one more tells how far they are apart."""
    rows: dict[tuple[str, str | None], dict[str, Figure]] = {}
    for figure in figures:
        rows.setdefault((figure.measure, figure.person_id), {})[figure.place] = figure
    two = len(places) == 2
    table = plain_table("", *places, *(["Apart"] if two else []))
    for column in table.columns[1:]:
        column.justify, column.vertical, column.overflow = "right", "bottom", "fold"
    people = False
    for (measure, person), row in rows.items():
        if person is not None and not people:
            table.add_row()
            table.add_row("Quoted the most", style="bold")
            people = True
        cells = [_cell(row[place]) for place in places]
        apart = [_apart(*(row[place].share for place in places))] if two else []
        table.add_row(measure, *cells, *apart)
    return Group(table, "", Text(_SHARES + (f" {_STAR}" if two else ""), style="dim"))


_SHARES = "Shares are of the quotations whose speaker is told, or of their words, with Wilson's 95% intervals."
_STAR = "Apart is in points of a hundred; * is more than chance would bring (Newcombe's 95% interval)."


def _cell(figure: Figure) -> str:
    """As in "12 of 48, 25% (15–39)"."""
    share = figure.share
    if share.value is None or share.interval is None:
        return f"{share.part:,}"
    low, high = (f"{100 * end:.0f}" for end in share.interval)
    return (f"{share.part:,} · " if figure.counts else "") + f"{percent(share.value)} ({low}–{high})"


def _apart(one: Share, other: Share) -> str:
    """In points of a hundred; a star says that it is more than chance."""
    found = difference(one, other)
    if found is None:
        return ""
    more, low, high = (100 * value for value in found)
    sure = "*" if low > 0 or high < 0 else " "
    return f"{more:+.0f} ({low:+.0f} to {high:+.0f}){sure}".replace("-", "−")


def _end(figure: Figure, place: int) -> float | None:
    interval = figure.share.interval
    return None if interval is None else round(interval[place], 4)


def _rounded(value: Any) -> float | None:
    return None if value is None else round(value, 4)


_COLUMNS: Sequence[Column[Figure]] = (
    Column("measure", lambda one: one.measure, "What"),
    Column("place", lambda one: one.place, "Where"),
    Column("count", lambda one: one.share.part, "Count"),
    Column("of", lambda one: one.share.whole or None, "Of"),
    Column("share", lambda one: _rounded(one.share.value), "Share"),
    Column("low", lambda one: _end(one, 0), "From"),
    Column("high", lambda one: _end(one, 1), "To"),
    Column("person_id", lambda one: one.person_id),
)
