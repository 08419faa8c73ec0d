"""`quotes search`: words inside quotations."""

from dataclasses import replace
from typing import Annotated

import typer

from quotes.cli.answers import AnswerFormat, OutputFile, rows_wanted, write_answer
from quotes.cli.filters import with_selection
from quotes.cli.options import Database
from quotes.cli.quotation_rows import quotation_answer
from quotes.errors import UsageError
from quotes.settings import database_url
from quotes.store import Selection, open_store


@with_selection()
def search(
    selection: Selection,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORDS...]",
            help="Words that the quotation must hold, in any order and in any form: vaccine finds vaccinated. "
            'vaccin* finds what begins so, "on the record" the words side by side. OR, NOT and brackets join them. '
            "Without words, all quotations of the options are listed.",
            show_default=False,
        ),
    ] = None,
    unsaid: Annotated[
        bool,
        typer.Option("--unsaid", help="Also what was denied, promised or only supposed, and refusals to comment."),
    ] = False,
    db: Database = None,
    format: AnswerFormat = None,
    output: OutputFile = None,
) -> None:
    """Find quotations by their words; case and accents do not count."""
    wanted = replace(selection, words=" ".join(words) if words else None, said=not unsaid, declined=unsaid)
    if replace(wanted, said=True, declined=True) == Selection():
        raise UsageError("say which words, or which quotations by an option such as --speaker, --outlet or --since")
    if wanted.sort == "relevance" and not words:
        raise UsageError("--sort relevance needs words; give some, or another order")
    with open_store(database_url(db), create=False) as store:
        found = store.iter(replace(wanted, limit=rows_wanted(wanted.limit, format, output)))
        nothing = "No quotation holds these words." if words else "No quotation is like that."
        write_answer(quotation_answer(found, nothing=nothing, limit=wanted.limit), format, output)
