"""`quotes who`: what a person or organisation said."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli.answers import Answer, AnswerFormat, Column, OutputFile, column_table, rows_wanted, write_answer
from quotes.cli.filters import to_day, with_selection
from quotes.cli.listing import day, type_label
from quotes.cli.options import Appearances, Database
from quotes.cli.output import notes
from quotes.cli.quotation_rows import quotation_answer
from quotes.errors import UsageError
from quotes.settings import database_url
from quotes.store import Selection, Store, open_store

if TYPE_CHECKING:
    from quotes.store.counting.speakers import SpeakerCount

_CHOICES = 5  # how many ids a note lists
_SHOWN = 30  # and how many people a table


@with_selection(without={"speaker"})
def who(
    selection: Selection,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME",
            help="A name, a part of one, or an id as quotes people and this command show them; everybody if not given.",
            show_default=False,
        ),
    ] = None,
    role_at: Annotated[
        str | None,
        typer.Option("--role-at", metavar="DATE", help="Show the role that articles gave them last before this day."),
    ] = None,
    by_spelling: Annotated[
        bool,
        typer.Option(
            "--by-spelling",
            help="List everybody as articles spell the names, instead of person by person; and whoever has none.",
        ),
    ] = False,
    appearances: Appearances = False,
    db: Database = None,
    format: AnswerFormat = None,
    output: OutputFile = None,
) -> None:
    """List what a person or organisation said; without a name, list all who speak, the most quoted first."""
    selection, at = replace(selection, declined=False), to_day("--role-at", role_at, last=True)
    limit = rows_wanted(selection.limit, format, output)
    with open_store(database_url(db), create=False) as store:
        if name is None:
            found = store.speakers(selection, limit=limit, each=appearances, as_spelled=by_spelling)
            if at is not None:
                found = (_with_role(store, speaker, at) for speaker in found)
            write_answer(_everybody(found, selection), format, output)
            return
        if by_spelling or appearances:
            raise UsageError("--by-spelling and --appearances are for the list of everybody; leave the name out")
        meant = _meant(store, name, indirect=selection.indirect)
        people = tuple(speaker.id for speaker in meant)
        quotations = store.iter(replace(selection, people=people, limit=limit))
        heading = _heading(store, meant, at)
        nothing = f"Nothing that {_called(meant[0])} said is like that."
        write_answer(quotation_answer(quotations, with_speaker=False, heading=heading, nothing=nothing), format, output)
    if len(meant) > 1:
        listed = ", ".join(f"{one.id} ({one.role or _called(one)})" for one in meant[:_CHOICES])
        more = f" and {len(meant) - _CHOICES} more" if len(meant) > _CHOICES else ""
        notes().print(f"{len(meant)} people go by this name; ask with an id for one of them: {listed}{more}")


def _meant(store: Store, name: str, *, indirect: bool) -> "list[SpeakerCount]":
    """The one who is meant, or all who go by one and the same name; raises UsageError for nobody and for others."""
    found = store.people(name, indirect=indirect)
    if not found and not indirect and store.people(name, indirect=True):
        raise UsageError(f"nothing that {name!r} said stands in quotation marks; --indirect shows the rest")
    if not found:
        raise store.unknown_name(name)
    if len({(speaker.type, _called(speaker).casefold()) for speaker in found}) > 1:
        notes().print(column_table([*_COLUMNS, _ID], found[:_SHOWN]))
        raise UsageError(f"{name!r} can be any of these {len(found):,}; ask again with a fuller name or an id")
    return found


def _with_role(store: Store, speaker: "SpeakerCount", at: date) -> "SpeakerCount":
    held = store.role_at(speaker.id, at)
    return replace(speaker, role=held.role if held else None)


def _heading(store: Store, speakers: "Sequence[SpeakerCount]", at: date | None) -> str:
    """What somebody is called, with the roles that articles give."""
    roles = sorted({speaker.role for speaker in speakers if speaker.role})
    if at is not None:
        held = [store.role_at(speaker.id, at) for speaker in speakers]
        roles = [f"{one.role} on {day(at)}, by {one.article} of {day(one.published)}" for one in held if one]
        roles = roles or [f"no role is told up to {day(at)}"]
    return " · ".join([_called(speakers[0]), *roles, type_label(speakers[0].type)])


def _called(speaker: "SpeakerCount") -> str:
    return speaker.name or speaker.descriptor or type_label(speaker.type)


_ID: Column["SpeakerCount"] = Column("id", lambda one: one.id, "Id", whole=True)
_COLUMNS: Sequence[Column["SpeakerCount"]] = (
    Column("speaker", _called, "Speaker"),
    Column("role", lambda one: one.role, "Role"),
    Column("type", lambda one: type_label(one.type) + (", anonymous" if one.anonymous else ""), "Type"),
    Column("quotations", lambda one: one.quotations, "Quotations"),
)
_REPORTS: Column["SpeakerCount"] = Column("indirect", lambda one: one.reports, "Indirect")


def _everybody(speakers: "Iterable[SpeakerCount]", selection: Selection) -> "Answer[SpeakerCount]":
    indirect = selection.indirect
    columns = [*_COLUMNS, *([_REPORTS] if indirect else []), replace(_ID, heading=None)]
    return Answer(
        speakers, columns, partial(_to_dict, indirect=indirect), nothing="Nobody speaks.", limit=selection.limit
    )


def _to_dict(speaker: "SpeakerCount", *, indirect: bool) -> dict[str, object]:
    return speaker.to_dict(indirect=indirect)
