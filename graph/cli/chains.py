"""`quotes graph chains`: the whole ways that words took from outlet to outlet."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli.answers import Answer, AnswerFormat, Column, OutputFile, write_answer
from quotes.cli.filters import with_selection
from quotes.cli.options import Database
from quotes.settings import database_url
from quotes.store.selection import Selection

if TYPE_CHECKING:
    from quotes.store.counting.network.chains import Chain


@with_selection(without=("limit", "sort"))
def chains(
    selection: Selection,
    top: Annotated[int | None, typer.Option("--top", min=1, help="At most so many; all if not given.")] = None,
    db: Database = None,
    format: AnswerFormat = None,
    output: OutputFile = None,
) -> None:
    """List the ways that words took, from the outlet that heard them to the one that published them.

    Whoever was told comes before whoever reported it first, then whoever is cited, then the agency whose copy the
    article is; of a kind, in the order of the article. JSON Lines have the ids of the quotations that prove a way.
    """
    from quotes.store import open_store

    with open_store(database_url(db), create=False) as store:
        found = store.chains(selection)[:top]
    nothing = "No words came through others."
    write_answer(Answer(found, _COLUMNS, asdict, nothing=nothing, limit=len(found) or 1), format, output)


_COLUMNS: Sequence[Column["Chain"]] = (
    Column("way", lambda one: " → ".join(one.through), "Way"),
    Column("quotations", lambda one: one.quotations, "Quotations"),
    Column("words", lambda one: one.words, "Words"),
    Column("first", lambda one: one.first, "First"),
    Column("last", lambda one: one.last, "Last"),
)
