"""`quotes who`: what a person or organisation said."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from quotes.cli.listing import quotation_table, type_label
from quotes.cli.options import Database, OutputFormat, WithIndirect
from quotes.cli.output import notes, out, plain_table, wants_table, write_jsonl
from quotes.cli.registry import load_registry
from quotes.domain import SourceType
from quotes.errors import UsageError
from quotes.settings import database_url
from quotes.store import QuotationRecord, SpeakerRecord, Store, open_store

if TYPE_CHECKING:
    from quotes.identity import Somebody


def who(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME",
            help="A name, a part of one, or an id: a speaker's, or one that quotes people shows; everybody if not "
            "given.",
            show_default=False,
        ),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option("--limit", min=1, help="List at most so many quotations, or speakers; all if not given."),
    ] = None,
    indirect: WithIndirect = False,
    db: Database = None,
    format: OutputFormat = None,
) -> None:
    """List what a person or organisation said, with article, date and outlet; without a name, list all who speak."""
    with open_store(database_url(db), create=False) as store:
        if name is None:
            _list_everybody(store.records(indirect=indirect), limit, format, indirect=indirect)
            return
        found = store.who(name, indirect=indirect) or _find_person(store, name, indirect=indirect)
        people = _people_called(store, found[0]) if len(found) == 1 else []
        only_indirect = not found and not indirect and bool(store.who(name, indirect=True))
    if only_indirect:
        raise UsageError(f"nothing that {name!r} said stands in quotation marks; --indirect shows the rest")
    if not found:
        raise UsageError(f"nobody called {name!r} is stored; quotes who, without a name, lists everybody")
    if len(found) > 1:
        notes().print(_choices(found))
        raise UsageError(f"{name!r} can be any of these {len(found)}; ask again with a fuller name or an id")
    speaker = found[0]
    quotations = speaker.quotations[:limit]
    if wants_table(format):
        out().print(_heading(speaker) + "\n")
        out().print(quotation_table(quotations, with_speaker=False))
    else:
        write_jsonl(record.to_dict() for record in quotations)
    if len(people) > 1:
        listed = ", ".join(f"{one.id} ({'; '.join(role.text for role in one.roles) or one.name})" for one in people)
        notes().print(f"quotes people counts {len(people)} of this name; ask with an id for one of them: {listed}")


def _find_person(store: Store, identity: str, *, indirect: bool) -> list[SpeakerRecord]:
    """Somebody of `quotes people` by id, with what was said under any of the names; nobody for other words."""
    registry = load_registry(store)
    somebody = registry.by_id(identity)
    if somebody is None:
        return []
    said = tuple(
        record
        for record in store.records(indirect=indirect)
        if somebody in registry.speaking(record.article_id, record.source_type, record.speaker)
    )
    if not said:
        return []
    names, roles = ([found.text for found in evidence] for evidence in (somebody.names, somebody.roles))
    kind: SourceType = "named_person" if somebody.kind == "person" else "named_organization"
    return [SpeakerRecord(somebody.id, kind, somebody.name, None, tuple(names), tuple(roles), said)]


def _people_called(store: Store, speaker: SpeakerRecord) -> "list[Somebody]":
    """Whom `quotes people` tells apart among those whose words stand under one name, once it was asked to match."""
    from quotes.store.judgements import read_log

    if not read_log(store):
        return []
    registry = load_registry(store)
    speaking = (registry.speaking(one.article_id, one.source_type, one.speaker) for one in speaker.quotations)
    found = {people[0].id: people[0] for people in speaking if len(people) == 1}  # several spoke as one
    return [] if speaker.id in found else list(found.values())


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


def _list_everybody(
    records: Iterable[QuotationRecord], limit: int | None, format: OutputFormat, *, indirect: bool
) -> None:
    """The most quoted first, equal ones by name; the record that gives a role, else the first, describes a speaker.

    As everywhere, the stretches of one quotation over several paragraphs count once. Indirect speech is counted apart.
    """
    quoted, reported = defaultdict[str, set[object]](set), Counter[str]()
    described: dict[str, QuotationRecord] = {}
    for record in records:
        key = record.speaker_id
        if key is None:
            continue
        if record.kind == "indirect":
            reported[key] += 1
        else:
            quoted[key].add(record.id if record.group is None else (record.article_id, record.group))
        if key not in described or (record.role and not described[key].role):
            described[key] = record
    counts = {key: (len(quoted[key]), *([reported[key]] if indirect else [])) for key in described}
    ranked = sorted(counts, key=lambda key: ([-n for n in counts[key]], _called(described[key]).casefold(), key))
    chosen = [(described[key], counts[key]) for key in ranked[:limit]]
    if not wants_table(format):
        write_jsonl(_speaker_to_dict(record, *count) for record, count in chosen)
        return
    table = plain_table("Speaker", "Role", "Type", "Quotations", *(["Indirect"] if indirect else []))
    for column in table.columns[3:]:
        column.justify = "right"
    for record, count in chosen:
        kind = type_label(record.source_type) + (", anonymous" if record.anonymous else "")
        table.add_row(_called(record), record.role or "", kind, *map(str, count))
    out().print(table)


def _called(record: QuotationRecord) -> str:
    return record.speaker or record.descriptor or type_label(record.source_type)


def _speaker_to_dict(record: QuotationRecord, quotations: int, indirect: int | None = None) -> dict[str, object]:
    return {
        "id": record.speaker_id,
        "name": record.speaker,
        "descriptor": record.descriptor,
        "role": record.role,
        "source_type": record.source_type,
        "anonymous": record.anonymous,
        "quotations": quotations,
        **({} if indirect is None else {"indirect": indirect}),
    }
