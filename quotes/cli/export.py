"""`quotes export`: quotations in the formats of other programs."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from quotes.cli.filters import with_selection
from quotes.cli.options import Database
from quotes.cli.output import notes
from quotes.errors import UsageError
from quotes.export import FORMATS, Source, format_of
from quotes.export import export as write
from quotes.settings import database_url
from quotes.store import Selection, open_store

_LISTED = " · ".join(f"{format.name}: {format.holds}" for format in FORMATS.values())


@with_selection()
def export(
    selection: Selection,
    format: Annotated[
        str | None,
        typer.Option("--format", metavar="FORMAT", help=f"{_LISTED}. By the name of -o if not given."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            allow_dash=True,
            help="Write here, gzipped when it ends in .gz; - for standard output.",
        ),
    ] = None,
    unsaid: Annotated[bool, typer.Option("--unsaid", help="Also what was denied, promised or only supposed.")] = False,
    bom: Annotated[bool, typer.Option("--bom", help="Begin CSV with a byte order mark, for Excel.")] = False,
    db: Database = None,
) -> None:
    """Take quotations away, for spreadsheets, data frames, web pages, editions and annotation tools.

    `quotes fields` tells what the columns of tables mean; docs/exporting.md what each format can hold.
    """
    chosen = format_of(format, output)
    if selection.sort == "relevance":
        raise UsageError("--sort relevance needs words; give another order")
    if bom and chosen.name != "csv":
        raise UsageError("--bom goes with --format csv; leave it out, or export CSV")
    with open_store(database_url(db), create=False) as store:
        write(Source(store, replace(selection, said=not unsaid), bom), chosen, output)
    if output is not None and str(output) != "-":
        notes().print(f"Wrote {output}")
