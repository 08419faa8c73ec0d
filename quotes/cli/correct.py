"""`quotes correct`: what a person holds of a quotation comes before whatever is read."""

from typing import Annotated

import typer

from quotes.cli.answers import Column, column_table
from quotes.cli.listing import type_label
from quotes.cli.options import Database
from quotes.cli.output import notes
from quotes.cli.references import find_reference
from quotes.cli.registry import judge_name
from quotes.domain import Span
from quotes.errors import UsageError
from quotes.review.verdicts import TYPES, Given, to_verdict, undo_number
from quotes.review.whom import Choice, SeveralMeantError, join_person
from quotes.settings import database_url
from quotes.store import Verdict, open_store

_SHOWN = 30  # people in the table of those who can be meant


def correct(
    quotation: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="Of a quotation, or ARTICLE#NUMBER, as lists show it.", show_default=False),
    ] = None,
    speaker: Annotated[
        str | None, typer.Option("--speaker", metavar="NAME|ID", help="Whose words they are: a name, or a person's id.")
    ] = None,
    role: Annotated[
        str | None, typer.Option("--role", metavar="TEXT", help="As what they speak; as the article has it by itself.")
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
        str | None, typer.Option("--type", metavar="TYPE", help=f"What the source is: {', '.join(TYPES)}.")
    ] = None,
    anonymous: Annotated[
        bool | None, typer.Option("--anonymous/--not-anonymous", help="Whether the source's name is withheld.")
    ] = None,
    via: Annotated[
        str | None,
        typer.Option("--via", metavar="OUTLET", help="An outlet through which it came, too; “none” if through none."),
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
    given = Given(speaker, nobody, none, type, role, anonymous, via)
    if sum((quotation is not None, add is not None, undo is not None)) != 1:
        raise UsageError("give one of: the id of a quotation, --add ARTICLE START END, or --undo N")
    if quotation is not None and given.is_empty and not span:
        raise UsageError("nothing is corrected; give --speaker, --nobody, --not-a-quotation, --span, --type or another")
    if (speaker is not None) + nobody + none > 1:
        raise UsageError("--speaker, --nobody and --not-a-quotation exclude each other; give one")
    if (undo is not None and (span or not given.is_empty)) or (add and (none or span)):
        raise UsageError("--undo goes alone, and --add without --span and --not-a-quotation; give two commands")
    if none and span:
        raise UsageError("--span says where the quotation is, and --not-a-quotation that there is none; give one")
    who = judge_name(by)
    with open_store(database_url(db), create=False) as store:
        if undo is not None:
            notes().print(undo_number(store, undo, who, because))
            return
        if quotation is not None:
            article, record = find_reference(store, quotation)
        else:
            assert add is not None
            article, record = store.article(add[0]), None
        try:
            verdict, person = to_verdict(store, article, record, given)
        except SeveralMeantError as error:
            notes().print(column_table(_CHOICES, error.choices[:_SHOWN]))
            raise UsageError(
                f"{speaker!r} can be any of these {len(error.choices)}; give a fuller name or an id"
            ) from error
        if place := (add and add[1:]) or span:
            row, identity = store.mark(
                article.article.id, Span(*place), verdict, instead_of=record.id if record else None, who=who,
                reason=because,
            )  # fmt: skip
        else:
            assert record is not None
            row, identity = store.correct(record.id, verdict, who=who, reason=because), record.id
        if person:
            join_person(store, row, person, who=who, reason=because)
        written = store.correction(row)
    assert written is not None
    notes().print(f"{identity} corrected{_told(verdict)}; quotes correct --undo {written.number} takes it back")


def _told(verdict: Verdict) -> str:
    """Whom a name was taken to be."""
    called = " · ".join(filter(None, [verdict.name, verdict.role])) if verdict.name else ""
    return f": {called}" if called else ""


_CHOICES: list[Column[Choice]] = [
    Column("speaker", lambda one: one.name, "Speaker"),
    Column("role", lambda one: one.role, "Role"),
    Column("type", lambda one: type_label(one.source_type), "Type"),
    Column("id", lambda one: one.person, "Id", whole=True),
]
