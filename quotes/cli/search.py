"""`quotes search`: words inside quotations."""

from typing import Annotated

import typer

from quotes.cli.listing import quotation_table
from quotes.cli.options import Database, OutputFormat, WithIndirect
from quotes.cli.output import notes, out, wants_table, write_jsonl
from quotes.settings import database_url
from quotes.store import open_store


def search(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS...",
            help="Words that the quotation must hold, in any order; a phrase in double quotation marks as it stands.",
            show_default=False,
        ),
    ],
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Show at most so many; all if not given.")] = None,
    indirect: WithIndirect = False,
    db: Database = None,
    format: OutputFormat = None,
) -> None:
    """Find quotations by their words; case and accents do not count."""
    with open_store(database_url(db), create=False) as store:
        records = store.search(" ".join(words), limit=limit, indirect=indirect)
    if not wants_table(format):
        write_jsonl(record.to_dict() for record in records)
    elif records:
        out().print(quotation_table(records, with_speaker=True))
    if not records:
        notes().print("No quotation holds these words.")
