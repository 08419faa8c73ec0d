"""`quotes about`: who spoke of somebody or something."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Group, RenderableType
from rich.text import Text

from quotes.cli.answers import Answer, AnswerFormat, Column, OutputFile, rows_wanted, write_answer
from quotes.cli.filters import with_selection
from quotes.cli.listing import type_label
from quotes.cli.options import Database
from quotes.cli.quotation_rows import quotation_answer, quotation_list
from quotes.settings import database_url
from quotes.store import QuotationRecord, Selection, Store, open_store

if TYPE_CHECKING:
    from quotes.store.counting.speakers import SpeakerCount

_SPEAKERS = 20  # if nobody says how many


@dataclass(frozen=True, slots=True)
class Spoke:
    """Somebody who spoke of what was asked for, with how often, and the last words."""

    speaker: "SpeakerCount"
    last: QuotationRecord

    @property
    def name(self) -> str:
        return self.speaker.name or self.speaker.descriptor or type_label(self.speaker.type)


@with_selection(without={"about"})
def about(
    selection: Selection,
    what: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME|WORDS...",
            help="A person or organisation by name or id, whom quotations mention, be it as “he”; or words in them, as "
            "quotes search takes them.",
            show_default=False,
        ),
    ],
    listing: Annotated[bool, typer.Option("--list", help="List all the quotations, instead of who spoke.")] = False,
    db: Database = None,
    format: AnswerFormat = None,
    output: OutputFile = None,
) -> None:
    """List who spoke of somebody or something, how often, and what they said last."""
    given = " ".join(what)
    wanted = replace(selection, about=(given,), declined=False)
    with open_store(database_url(db), create=False) as store:
        if listing:
            quotations = store.iter(replace(wanted, limit=rows_wanted(wanted.limit, format, output)))
            nothing = f"Nobody spoke of {given}."
            write_answer(quotation_answer(quotations, nothing=nothing, limit=wanted.limit), format, output)
            return
        found = _who_spoke(store, replace(wanted, limit=None), selection.limit or _SPEAKERS)
        write_answer(
            Answer(found, _COLUMNS, _to_dict, _list, f"Nobody spoke of {given}.", limit=selection.limit), format, output
        )


def _who_spoke(store: Store, selection: Selection, limit: int) -> Iterator[Spoke]:
    speakers = list(store.speakers(selection, limit=limit))
    last = store.latest(selection, [speaker.id for speaker in speakers])
    yield from (Spoke(speaker, last[speaker.id]) for speaker in speakers if speaker.id in last)


def _list(found: Sequence[Spoke]) -> RenderableType:
    lines: list[RenderableType] = []
    for number, one in enumerate(found):
        if number:
            lines.append("")
        count = one.speaker.quotations + one.speaker.reports
        head = Text(one.name, style="bold")
        head.append(f" · {one.speaker.role}" if one.speaker.role else "", style="not bold")
        head.append(f" · {count:,} {'quotation' if count == 1 else 'quotations'}", style="not bold")
        lines += [head, quotation_list([one.last], with_speaker=False, indent=2)]
    return Group(*lines)


_COLUMNS: Sequence[Column[Spoke]] = (
    Column("speaker", lambda one: one.name, "Speaker"),
    Column("role", lambda one: one.speaker.role, "Role"),
    Column("source_type", lambda one: one.speaker.type),
    Column("quotations", lambda one: one.speaker.quotations, "Quotations"),
    Column("indirect", lambda one: one.speaker.reports),
    Column("last", lambda one: " ".join(one.last.text.split()), "Last"),
    Column("title", lambda one: one.last.title),
    Column("outlet", lambda one: one.last.outlet, "Outlet"),
    Column("published", lambda one: one.last.published, "Date"),
    Column("url", lambda one: one.last.url),
    Column("reference", lambda one: one.last.reference),
    Column("person_id", lambda one: one.speaker.id),
)


def _to_dict(one: Spoke) -> dict[str, object]:
    return {**one.speaker.to_dict(), "last": one.last.to_dict()}
