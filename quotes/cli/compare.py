"""`quotes compare`: who is quoted here and there, how much, and how often without a name."""

from collections.abc import Sequence
from functools import partial
from typing import Annotated

import typer
from rich.console import Group, RenderableType
from rich.text import Text

from quotes.cli.answers import Answer, AnswerFormat, OutputFile, write_answer
from quotes.cli.filters import with_selection
from quotes.cli.options import Database
from quotes.cli.output import plain_table
from quotes.report.comparison import COLUMNS, Figure, compare_places
from quotes.report.interval import Share, difference, percent
from quotes.settings import database_url
from quotes.store import Selection, open_store


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
    with open_store(database_url(db), create=False) as store:
        figures = compare_places(store, selection, by, places)
    answer = Answer(figures, COLUMNS, table=partial(_table, places=list(dict.fromkeys(f.place for f in figures))))
    write_answer(answer, format, output)


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
