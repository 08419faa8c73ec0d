"""`quotes who`: what a person or organisation said."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from quotes.cli.listing import first_rows, quotation_table, type_label
from quotes.cli.options import Appearances, Database, Format, OutputFormat, WithIndirect
from quotes.cli.output import notes, out, plain_table, wants_table, write_jsonl
from quotes.errors import UsageError
from quotes.settings import database_url
from quotes.store import QuotationRecord, Selection, Store, open_store

if TYPE_CHECKING:
    from quotes.store.counting.speakers import SpeakerCount

_CHOICES = 5  # how many ids a note lists
_SHOWN = 30  # and how many people a table


def who(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME",
            help="A name, a part of one, or an id as quotes people and this command show them; everybody if not given.",
            show_default=False,
        ),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option("--limit", min=1, help="List at most so many quotations, or speakers; all if not given."),
    ] = None,
    by_spelling: Annotated[
        bool,
        typer.Option(
            "--by-spelling",
            help="List everybody as articles spell the names, instead of person by person; and whoever has none.",
        ),
    ] = False,
    appearances: Appearances = False,
    indirect: WithIndirect = False,
    db: Database = None,
    format: OutputFormat = None,
) -> None:
    """List what a person or organisation said, with article, date and outlet; without a name, list all who speak."""
    with open_store(database_url(db), create=False) as store:
        if name is None:
            found = store.speakers(Selection(indirect=indirect), limit=limit, each=appearances, as_spelled=by_spelling)
            _list_everybody(found, format, indirect=indirect)
            return
        if by_spelling or appearances:
            raise UsageError("--by-spelling and --appearances are for the list of everybody; leave the name out")
        meant = _meant(store, name, indirect=indirect)
        people = tuple(speaker.id for speaker in meant)
        quotations = store.iter(Selection(people=people, indirect=indirect, limit=limit))
        if wants_table(format):
            shown = first_rows(quotations)
            out().print(_heading(meant, shown) + "\n")
            out().print(quotation_table(shown, with_speaker=False))
        else:
            write_jsonl(record.to_dict() for record in quotations)
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
        raise UsageError(f"nobody called {name!r} is stored; quotes who, without a name, lists everybody")
    if len({(speaker.type, _called(speaker).casefold()) for speaker in found}) > 1:
        notes().print(_choices(found[:_SHOWN]))
        raise UsageError(f"{name!r} can be any of these {len(found)}; ask again with a fuller name or an id")
    return found


def _heading(speakers: Sequence["SpeakerCount"], quotations: Iterable[QuotationRecord]) -> str:
    roles = {record.role for record in quotations} or {speaker.role for speaker in speakers}
    return " · ".join([_called(speakers[0]), *sorted(filter(None, roles)), type_label(speakers[0].type)])


def _choices(speakers: Sequence["SpeakerCount"]) -> Table:
    table = plain_table("Name", "Role", "Type", "Quotations", "Id")
    for speaker in speakers:
        count = str(speaker.quotations or speaker.reports)
        table.add_row(_called(speaker), speaker.role or "", type_label(speaker.type), count, speaker.id)
    return table


def _list_everybody(speakers: Iterable["SpeakerCount"], format: Format | None, *, indirect: bool) -> None:
    if not wants_table(format):
        write_jsonl(_to_dict(speaker, indirect=indirect) for speaker in speakers)
        return
    table = plain_table("Speaker", "Role", "Type", "Quotations", *(["Indirect"] if indirect else []))
    for column in table.columns[3:]:
        column.justify = "right"
    for speaker in first_rows(speakers):
        kind = type_label(speaker.type) + (", anonymous" if speaker.anonymous else "")
        counts = [speaker.quotations, *([speaker.reports] if indirect else [])]
        table.add_row(_called(speaker), speaker.role or "", kind, *map(str, counts))
    out().print(table)


def _called(speaker: "SpeakerCount") -> str:
    return speaker.name or speaker.descriptor or type_label(speaker.type)


def _to_dict(speaker: "SpeakerCount", *, indirect: bool) -> dict[str, object]:
    return {
        "id": speaker.id,
        "name": speaker.name,
        "descriptor": speaker.descriptor,
        "role": speaker.role,
        "source_type": speaker.type,
        "anonymous": speaker.anonymous,
        "quotations": speaker.quotations,
        **({"indirect": speaker.reports} if indirect else {}),
    }
