"""`quotes variants`: how the words of a quotation changed on their way."""

from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli.answers import AnswerFormat, OutputFile, write_answer
from quotes.cli.options import Database
from quotes.settings import database_url
from quotes.store import open_store

if TYPE_CHECKING:
    from quotes.check.variants import Variant
    from quotes.cli.answers import Answer


def variants(
    quotation: Annotated[
        str,
        typer.Argument(
            metavar="QUOTATION",
            help="Id of a stored quotation, or ARTICLE#NUMBER, as lists show it.",
            show_default=False,
        ),
    ],
    db: Database = None,
    format: AnswerFormat = None,
    output: OutputFile = None,
) -> None:
    """List the wordings of a quotation through outlets and copies, with what changed.

    The first to appear comes first.
    """
    from quotes.check.variants import find_variants

    with open_store(database_url(db), create=False) as store:
        write_answer(_answer(find_variants(store, quotation)), format, output)


def _answer(found: "list[Variant]") -> "Answer[Variant]":
    from quotes.check.columns import outlets
    from quotes.check.variants import Variant
    from quotes.cli.answers import Answer, Column
    from quotes.cli.listing import one_line

    columns: list[Column[Variant]] = [
        Column("text", lambda v: one_line(v.text), "Words"),
        Column("changes", lambda v: v.changes, "Changed"),
        Column("places", lambda v: len(v.places), "Places"),
        Column("outlets", lambda v: outlets(v.places), "Outlets"),
        Column("first", lambda v: v.first, "First"),
        Column("speakers", lambda v: list(dict.fromkeys(p.speaker for p in v.places if p.speaker))),
        Column("articles", lambda v: list(dict.fromkeys(p.article for p in v.places))),
        Column("asked", lambda v: v.is_asked),
    ]
    return Answer(found, columns, Variant.to_dict)
