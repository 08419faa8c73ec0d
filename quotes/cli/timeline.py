"""`quotes timeline`: how often somebody is quoted, month by month."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Annotated

import typer
from rich.console import RenderableType
from rich.text import Text

from quotes.cli.answers import Answer, AnswerFormat, Column, OutputFile, write_answer
from quotes.cli.filters import tell_who_is_meant, with_selection
from quotes.cli.options import Database
from quotes.cli.output import out, plain_table
from quotes.settings import database_url
from quotes.store import Selection, Store, open_store
from quotes.store.counting.extent import Extent
from quotes.store.questions.periods import Period, Step

_MOST_MONTHS = 60  # of more, years are shown unless months are asked for
_BARS = " ▏▎▍▌▋▊▉█"
_NARROWEST, _WIDEST = 8, 40  # characters of the longest bar
_LEFT = 36  # and of what stands before it


@with_selection(without={"limit", "sort"})
def timeline(
    selection: Selection,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME", help="A name or an id; all quotations of the options if not given.", show_default=False
        ),
    ] = None,
    by: Annotated[
        Step | None, typer.Option("--by", help="By month or by year; if not given, years where there are many months.")
    ] = None,
    db: Database = None,
    format: AnswerFormat = None,
    output: OutputFile = None,
) -> None:
    """Show how often somebody is quoted, month by month or year by year, with a chart."""
    if name is not None:
        selection = replace(selection, speaker=(*selection.speaker, name))
    with open_store(database_url(db), create=False) as store:
        tell_who_is_meant(store, [name] if name is not None else [])
        step = by or _step(store.extent(selection))
        periods = list(_without_gaps(_periods(store, selection, step)))
    chart = partial(_chart, heading=step.capitalize())
    answer = Answer(periods, _COLUMNS, table=chart, nothing="Nothing is quoted.", limit=len(periods) or 1)
    write_answer(answer, format, output)


def _step(extent: Extent) -> Step:
    """Years where there would be too many months to look at."""
    if extent.first is None or extent.last is None:
        return "month"
    months = (extent.last.year - extent.first.year) * 12 + extent.last.month - extent.first.month
    return "year" if months > _MOST_MONTHS else "month"


def _periods(store: Store, selection: Selection, step: Step) -> list[Period]:
    """Of everything, as the store has it added up; of a part, as it is counted now."""
    if replace(selection, indirect=False) != Selection():
        return store.periods(selection, step)
    tallies = store.count(selection, (step,), measures=("quotations", "articles"))
    found = [Period(key[0], tally["quotations"].total, tally["articles"].total) for key, tally in tallies.items()]
    return sorted(found, key=lambda period: (period.name is None, period.name or ""))


def _without_gaps(periods: Sequence[Period]) -> Iterator[Period]:
    """From the first to the last, those without anything too; what is undated at the end.

    >>> [period.name for period in _without_gaps([Period("2011-11", 1, 1), Period("2012-01", 1, 1)])]
    ['2011-11', '2011-12', '2012-01']
    """
    dated = {period.name: period for period in periods if period.name is not None}
    if dated:
        for name in _names(min(dated), max(dated)):
            yield dated.get(name, Period(name, 0, 0))
    yield from (period for period in periods if period.name is None)


def _names(first: str, last: str) -> Iterator[str]:
    if len(first) == len("2011"):
        yield from (f"{year:04}" for year in range(int(first), int(last) + 1))
        return
    begin, end = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (first, last))
    yield from (f"{number // 12:04}-{number % 12 + 1:02}" for number in range(begin, end + 1))


def _chart(periods: Sequence[Period], heading: str) -> RenderableType:
    table = plain_table(heading, "Quotations", "Articles", "")
    table.columns[1].justify = table.columns[2].justify = "right"
    most = max([1, *(period.quotations for period in periods if period.name)])
    width = max(_NARROWEST, min(_WIDEST, out().width - _LEFT))
    for period in periods:
        counts = (f"{period.quotations:,}", f"{period.articles:,}")
        chart = bar(period.quotations / most, width) if period.name else ""
        table.add_row(period.name or "undated", *counts, Text(chart, style="cyan"))
    return table


def bar(share: float, width: int) -> str:
    """A bar of eighths of a character.

    >>> bar(.5, 5), bar(.01, 4)
    ('██▌', '▏')
    """
    eighths = max(round(share * width * 8), 1 if share else 0)
    return "█" * (eighths // 8) + (_BARS[eighths % 8] if eighths % 8 else "")


_COLUMNS: Sequence[Column[Period]] = (
    Column("period", lambda one: one.name or "undated", "When"),
    Column("quotations", lambda one: one.quotations, "Quotations"),
    Column("articles", lambda one: one.articles, "Articles"),
)
