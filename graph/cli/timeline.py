"""`quotes graph timeline`: how often somebody is quoted, month by month."""

from dataclasses import replace
from typing import Annotated

import typer

from graph.cli.draw import PaperOption, PictureFile, store_name
from graph.cli.wanted import Wanted, with_network
from quotes.cli.output import notes
from quotes.errors import UsageError
from quotes.settings import database_url

_CHOICES = 5


@with_network(without=("network", "group_unnamed", "around", "steps", "backbone", "measured", "speaker"))
def timeline(
    wanted: Wanted,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A name, or an id as quotes who shows it.", show_default=False)
    ],
    output: PictureFile,
    paper: PaperOption = "screen",
) -> None:
    """Draw how often a person or organisation is quoted by month, all together and in each outlet."""
    from graph.drawing import file_format
    from graph.drawing.charts import draw_months
    from graph.networks.wording import describe
    from quotes.store import open_store

    file_format(output)
    with open_store(database_url(wanted.db), create=False) as store:
        found = store.people(name, indirect=wanted.selection.indirect)
        if not found:
            raise UsageError(f"nobody called {name!r} is stored; quotes who, without a name, lists everybody")
        if len(found) > 1:
            some = ", ".join(f"{one.name or one.descriptor} ({one.id})" for one in found[:_CHOICES])
            more = f" and {len(found) - _CHOICES} more" if len(found) > _CHOICES else ""
            raise UsageError(f"{name!r} can be any of {len(found)}; ask again with an id: {some}{more}")
        (person,) = found
        asked = replace(wanted.selection, people=(person.id,))
        counted = {key: tally["quotations"].total for key, tally in store.count(asked, by=("month", "outlet")).items()}
    drawn = draw_months(
        {(month, outlet): number for (month, outlet), number in counted.items()},
        output,
        name=person.name or person.descriptor or name,
        selection=describe(wanted.selection),
        paper=paper,
        store=store_name(wanted.db),
    )
    notes().print(f"{output}: {drawn:,} quotations")
