"""`quotes graph chains`: the whole ways that words took from outlet to outlet."""

from dataclasses import asdict
from typing import Annotated

import typer

from quotes.cli.filters import with_selection
from quotes.cli.options import Database, OutputFormat
from quotes.cli.output import out, plain_table, wants_table, write_jsonl
from quotes.settings import database_url
from quotes.store.selection import Selection


@with_selection(without=("limit", "sort"))
def chains(
    selection: Selection,
    top: Annotated[int | None, typer.Option("--top", min=1, help="At most so many; all if not given.")] = None,
    format: OutputFormat = None,
    db: Database = None,
) -> None:
    """List the ways that words took, from the outlet that heard them to the one that published them.

    Whoever was told comes before whoever reported it first, then whoever is cited, then the agency whose copy the
    article is; of a kind, in the order of the article. JSON Lines have the ids of the quotations that prove a way.
    """
    from quotes.store import open_store

    with open_store(database_url(db), create=False) as store:
        found = store.chains(selection)[:top]
    if not wants_table(format):
        write_jsonl(asdict(chain) for chain in found)
        return
    table = plain_table("Way", "Quotations", "Words", "First", "Last")
    for column in table.columns[1:3]:
        column.justify = "right"
    for chain in found:
        days = (chain.first or "", chain.last or "")
        table.add_row(" → ".join(chain.through), f"{chain.quotations:,}", f"{chain.words:,}", *days)
    out().print(table if found else "No words came through others.")
