"""`quotes page`: a stored article as an HTML page."""

from pathlib import Path
from typing import Annotated

import typer

from quotes.cli.options import ArticleRef, Database, WithIndirect
from quotes.cli.output import notes, open_output
from quotes.page import generate_page
from quotes.settings import database_url
from quotes.store import Selection, open_store


def page(
    article: ArticleRef,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here; else to standard output.")
    ] = None,
    indirect: WithIndirect = False,
    db: Database = None,
) -> None:
    """Write an article as one HTML page, its quotations marked and linked to those who speak."""
    with open_store(database_url(db), create=False) as store:
        stored = store.article(article)
        tally = store.count(Selection(version=stored.number, indirect=indirect))[()]
    with open_output(output) as stream:
        stream.write(generate_page(stored.parsed(indirect=indirect), tally))
    if output and str(output) != "-":
        notes().print(f"Wrote {output}")
