"""`quotes search`: words inside quotations."""

from dataclasses import replace
from typing import Annotated

import typer

from quotes.cli.filters import with_selection
from quotes.cli.listing import quotation_table
from quotes.cli.options import Database, OutputFormat
from quotes.cli.output import notes, out, wants_table, write_jsonl
from quotes.settings import database_url
from quotes.store import Selection, open_store


@with_selection()
def search(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS...",
            help="Words that the quotation must hold, in any order; a phrase in double quotation marks as it stands.",
            show_default=False,
        ),
    ],
    selection: Selection,
    db: Database = None,
    format: OutputFormat = None,
) -> None:
    """Find quotations by their words; case and accents do not count."""
    with open_store(database_url(db), create=False) as store:
        records = store.select(replace(selection, words=" ".join(words), said=False))
    if not wants_table(format):
        write_jsonl(record.to_dict() for record in records)
    elif records:
        out().print(quotation_table(records, with_speaker=True))
    if not records:
        notes().print("No quotation holds these words.")
