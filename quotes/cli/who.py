"""`quotes who`: what a person or organisation said."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Annotated

import typer
from rich.table import Table

from quotes.cli.listing import quotation_table, type_label
from quotes.cli.options import Database, OutputFormat
from quotes.cli.output import notes, out, plain_table, wants_table, write_jsonl
from quotes.errors import UsageError
from quotes.settings import database_url
from quotes.store import QuotationRecord, SpeakerRecord, open_store


def who(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME",
            help="A name, a part of one, or a speaker's id; everybody if not given.",
            show_default=False,
        ),
    ] = None,
    db: Database = None,
    format: OutputFormat = None,
) -> None:
    """List what a person or organisation said, with article, date and outlet; without a name, list all who speak."""
    with open_store(database_url(db), create=False) as store:
        if name is None:
            _list_everybody(store.records(), format)
            return
        found = store.who(name)
    if not found:
        raise UsageError(f"nobody called {name!r} is stored; quotes who, without a name, lists everybody")
    if len(found) > 1:
        notes().print(_choices(found))
        raise UsageError(f"{name!r} can be any of these {len(found)}; ask again with a fuller name or an id")
    speaker = found[0]
    if wants_table(format):
        out().print(_heading(speaker) + "\n")
        out().print(quotation_table(speaker.quotations, with_speaker=False))
    else:
        write_jsonl(record.to_dict() for record in speaker.quotations)


def _heading(speaker: SpeakerRecord) -> str:
    parts = [speaker.name or speaker.descriptor or speaker.id, *speaker.roles, type_label(speaker.type)]
    return " · ".join(parts)


def _choices(speakers: Sequence[SpeakerRecord]) -> Table:
    table = plain_table("Name", "Role", "Type", "Quotations", "Id")
    for speaker in speakers:
        called = speaker.name or speaker.descriptor or ""
        roles = "; ".join(speaker.roles)
        table.add_row(called, roles, type_label(speaker.type), str(len(speaker.quotations)), speaker.id)
    return table


def _list_everybody(records: Iterable[QuotationRecord], format: OutputFormat) -> None:
    """The most quoted first, equal ones by name; the record that gives a role, else the first, describes a speaker."""
    counts, latest = Counter[str](), dict[str, QuotationRecord]()
    for record in records:
        if record.speaker_id:
            counts[record.speaker_id] += 1
            if record.speaker_id not in latest or (record.role and not latest[record.speaker_id].role):
                latest[record.speaker_id] = record
    ordered = sorted(latest.values(), key=lambda r: (-counts[r.speaker_id or ""], _called(r).casefold(), r.article_id))
    if not wants_table(format):
        write_jsonl(_speaker_to_dict(record, counts[record.speaker_id or ""]) for record in ordered)
        return
    table = plain_table("Speaker", "Role", "Type", "Quotations")
    table.columns[3].justify = "right"
    for record in ordered:
        kind = type_label(record.source_type) + (", anonymous" if record.anonymous else "")
        table.add_row(_called(record), record.role or "", kind, str(counts[record.speaker_id or ""]))
    out().print(table)


def _called(record: QuotationRecord) -> str:
    return record.speaker or record.descriptor or type_label(record.source_type)


def _speaker_to_dict(record: QuotationRecord, quotations: int) -> dict[str, object]:
    return {
        "id": record.speaker_id,
        "name": record.speaker,
        "descriptor": record.descriptor,
        "role": record.role,
        "source_type": record.source_type,
        "anonymous": record.anonymous,
        "quotations": quotations,
    }
