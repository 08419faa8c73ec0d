"""`quotes correct`: what a person holds of a quotation comes before whatever is read."""

from typing import Annotated, get_args

import typer

from quotes.cli.options import Database
from quotes.cli.output import notes
from quotes.cli.references import find_reference
from quotes.cli.registry import judge_name
from quotes.correcting import join, named_person, to_verdict, undo_number
from quotes.domain import SourceType, Span
from quotes.errors import UsageError
from quotes.settings import database_url
from quotes.store import open_store

__all__ = ["correct", "join", "named_person", "to_verdict", "undo_number"]
_TYPES = get_args(SourceType)


def correct(
    quotation: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="Of a quotation, or ARTICLE#NUMBER, as lists show it.", show_default=False),
    ] = None,
    speaker: Annotated[
        str | None, typer.Option("--speaker", metavar="NAME|ID", help="Whose words they are: a name, or a person's id.")
    ] = None,
    nobody: Annotated[bool, typer.Option("--nobody", help="Whose words they are is not known.")] = False,
    none: Annotated[bool, typer.Option("--not-a-quotation", help="These are nobody's words.")] = False,
    add: Annotated[
        tuple[str, int, int] | None,
        typer.Option(
            "--add", metavar="ARTICLE START END", help="A quotation that was not found, by its place in the text.",
            show_default=False,
        ),
    ] = None,
    span: Annotated[
        tuple[int, int] | None,
        typer.Option("--span", metavar="START END", help="Where it begins and ends instead.", show_default=False),
    ] = None,
    type: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help=f"What the source is: {', '.join(_TYPES)}.")
    ] = None,
    anonymous: Annotated[
        bool | None, typer.Option("--anonymous/--not-anonymous", help="Whether the source's name is withheld.")
    ] = None,
    via: Annotated[
        str | None, typer.Option("--via", metavar="OUTLET", help="An outlet or agency through which it came, too.")
    ] = None,
    undo: Annotated[
        int | None, typer.Option("--undo", metavar="N", help="Take back this row of quotes corrections list.")
    ] = None,
    because: Annotated[str, typer.Option("--because", metavar="TEXT", help="Why; it is kept in the log.")] = "",
    by: Annotated[
        str | None, typer.Option("--by", metavar="WHO", help="Who says so; the name of your account if not given.")
    ] = None,
    db: Database = None,
) -> None:  # fmt: skip
    """Say what is right of a quotation. It holds for ever, in every answer, until it is undone."""
    given = any((speaker, nobody, none, span, type, via)) or anonymous is not None
    if sum((quotation is not None, add is not None, undo is not None)) != 1:
        raise UsageError("give one of: the id of a quotation, --add ARTICLE START END, or --undo N")
    if quotation is not None and not given:
        raise UsageError("nothing is corrected; give --speaker, --nobody, --not-a-quotation, --span, --type or another")
    if (speaker is not None) + nobody + none > 1:
        raise UsageError("--speaker, --nobody and --not-a-quotation exclude each other; give one")
    if (undo is not None and given) or (add and (none or span)):
        raise UsageError("--undo goes alone, and --add without --span and --not-a-quotation; give two commands")
    who = judge_name(by)
    with open_store(database_url(db), create=False) as store:
        if undo is not None:
            notes().print(undo_number(store, undo, who, because))
            return
        record = find_reference(store, quotation)[1] if quotation is not None else None
        name, person = named_person(store, speaker)
        verdict = to_verdict(record, name, nobody, none, type, anonymous, via)
        if add or span:
            place = add or (record.article_id if record else "", *(span or (0, 0)))
            row, identity = store.mark(
                store.article(place[0]).article.id, Span(place[1], place[2]), verdict,
                instead_of=record.id if record else None, who=who, reason=because,
            )  # fmt: skip
        else:
            assert record is not None
            row, identity = store.correct(record.id, verdict, who=who, reason=because), record.id
        if person:
            join(store, identity, person, who, because)
        number = next(one.number for one in store.corrections() if one.id == row)
    notes().print(f"{identity} corrected; quotes correct --undo {number} takes it back")
