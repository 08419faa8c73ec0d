"""`quotes timeline`: how often somebody is quoted, month by month."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Annotated

import typer
from rich.console import RenderableType
from rich.text import Text

from quotes.cli.answers import Answer, AnswerFormat, Column, OutputFile, write_answer
from quotes.cli.filters import with_selection
from quotes.cli.options import Database
from quotes.cli.output import out, plain_table
from quotes.errors import UsageError
from quotes.settings import database_url
from quotes.store import Selection, open_store
from quotes.store.counting.counts import Dimension, Tally

_STEPS: Sequence[Dimension] = ("month", "year")
UNDATED = "undated"
_MOST_MONTHS = 60  # of more, years are shown unless months are asked for
_BARS = " ▏▎▍▌▋▊▉█"
_NARROWEST, _WIDEST = 8, 40  # characters of the longest bar
_LEFT = 36  # and of what stands before it


@dataclass(frozen=True, slots=True)
class Period:
    """A month or a year, with what is quoted in it."""

    name: str  # "2011-04", "2011", "undated"
    tally: Tally

    @property
    def quotations(self) -> int:
        return self.tally["quotations"].total if self.tally.numbers else 0

    @property
    def anonymous(self) -> int:
        return self.tally["quotations"].strict if self.tally.numbers else 0

    @property
    def articles(self) -> int:
        return self.tally["articles"].total if self.tally.numbers else 0


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
        str | None,
        typer.Option("--by", metavar="STEP", help="month or year; if not given, years where there are many months."),
    ] = None,
    db: Database = None,
    format: AnswerFormat = None,
    output: OutputFile = None,
) -> None:
    """Show how often somebody is quoted, month by month or year by year, with a chart."""
    if by is not None and by not in _STEPS:
        raise UsageError(f"--by {by!r} is not known; give one of {', '.join(_STEPS)}")
    if name is not None:
        selection = replace(selection, speaker=(*selection.speaker, name))
    with open_store(database_url(db), create=False) as store:
        step: Dimension = "year" if by == "year" else "month"
        tallies = store.count(selection, (step,))
        if by is None and len(list(_between(tallies))) > _MOST_MONTHS:
            tallies = store.count(selection, ("year",))
    periods = list(_periods(tallies))
    answer = Answer(periods, _COLUMNS, table=partial(_chart, heading="Year" if step == "year" else "Month"))
    write_answer(answer, format, output)


def _periods(tallies: Mapping[tuple[str | None, ...], Tally]) -> Iterator[Period]:
    """From the first to the last, those without anything too; what is undated at the end."""
    for name in _between(tallies):
        yield Period(name, tallies.get((name,), Tally()))
    if (undated := tallies.get((None,))) is not None:
        yield Period(UNDATED, undated)


def _between(tallies: Mapping[tuple[str | None, ...], Tally]) -> Iterator[str]:
    """Months or years without a gap.

    >>> list(_between({("2011-11",): Tally(), ("2012-01",): Tally()}))
    ['2011-11', '2011-12', '2012-01']
    """
    dated = sorted(key[0] for key in tallies if key[0] is not None)
    if not dated:
        return
    if len(dated[0]) == len("2011"):
        yield from (f"{year:04}" for year in range(int(dated[0]), int(dated[-1]) + 1))
        return
    first, last = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (dated[0], dated[-1]))
    yield from (f"{number // 12:04}-{number % 12 + 1:02}" for number in range(first, last + 1))


def _chart(periods: Sequence[Period], heading: str) -> RenderableType:
    table = plain_table(heading, "Quotations", "Articles", "")
    table.columns[1].justify = table.columns[2].justify = "right"
    most = max([1, *(period.quotations for period in periods if period.name != UNDATED)])
    width = max(_NARROWEST, min(_WIDEST, out().width - _LEFT))
    for period in periods:
        counts = (f"{period.quotations:,}", f"{period.articles:,}")
        chart = "" if period.name == UNDATED else bar(period.quotations / most, width)
        table.add_row(period.name, *counts, Text(chart, style="cyan"))
    return table


def bar(share: float, width: int) -> str:
    """A bar of eighths of a character.

    >>> bar(.5, 5), bar(.01, 4)
    ('██▌', '▏')
    """
    eighths = max(round(share * width * 8), 1 if share else 0)
    return "█" * (eighths // 8) + (_BARS[eighths % 8] if eighths % 8 else "")


_COLUMNS: Sequence[Column[Period]] = (
    Column("period", lambda one: one.name, "When"),
    Column("quotations", lambda one: one.quotations, "Quotations"),
    Column("anonymous", lambda one: one.anonymous),
    Column("articles", lambda one: one.articles, "Articles"),
)
