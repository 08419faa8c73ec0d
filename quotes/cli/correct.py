"""`quotes correct`: what a person holds of a quotation comes before whatever is read."""

from typing import TYPE_CHECKING, Annotated, cast, get_args

import typer

from quotes.cli.options import Database
from quotes.cli.output import notes
from quotes.cli.references import find_reference
from quotes.cli.registry import judge_name
from quotes.domain import SourceType, Span
from quotes.errors import UsageError
from quotes.settings import database_url
from quotes.store import open_store

if TYPE_CHECKING:
    from quotes.store import QuotationRecord, Store, Verdict

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


def to_verdict(
    record: "QuotationRecord | None", speaker: str | None, nobody: bool = False, none: bool = False,
    type: str | None = None, anonymous: bool | None = None, via: str | None = None,
) -> "Verdict":  # fmt: skip
    """Of a source whose type alone changes, the name or the description stays. Raises UsageError for another type."""
    from quotes.store import Verdict

    if type is not None and type.replace("-", "_") not in _TYPES:
        raise UsageError(f"--type {type!r} is not known; give one of {', '.join(_TYPES)}")
    kind = cast(SourceType | None, type and type.replace("-", "_"))
    if none:
        return Verdict(said=False)
    if nobody:
        return Verdict(speaker=True, via=via)
    if speaker is None and kind is None:
        return Verdict(anonymous=anonymous, via=via)
    name, descriptor = speaker, None
    if speaker is None and record is not None:
        name, descriptor = record.speaker, record.descriptor or record.role
    if kind not in (None, "named_person", "named_organization") and speaker is None:
        name, descriptor = None, descriptor or name
    return Verdict(
        speaker=True, source_type=kind or "named_person", name=name, descriptor=descriptor, anonymous=anonymous, via=via
    )


def named_person(store: "Store", given: str | None) -> tuple[str | None, str | None]:
    """The name, and the id where it is one of a person in the record."""
    if given is None or not given.strip():
        return None, None
    found = [one for one in store.people(given) if one.id == given]
    return (found[0].name or given, given) if found else (given.strip(), None)


def join(store: "Store", quotation: str, person: str, who: str, reason: str) -> None:
    """Let whom the quotation's article names now be that very person, of several with one name."""
    from quotes.store.people.registry import Registry

    record = next(one for one in store.article(_article(store, quotation)).quotations if one.id == quotation)
    if record.person_id in (None, person):
        return
    registry = Registry(store)
    other = registry.one(str(record.person_id))
    if len(other.members) > 1:
        registry.split(other.id, [record.article_id], judge_name=who, reason=reason)
        record = next(one for one in store.article(record.article_id).quotations if one.id == quotation)
    registry.merge(str(record.person_id), person, judge_name=who, reason=reason)


def _article(store: "Store", quotation: str) -> str:
    found = store.find_quotation(quotation)
    assert found is not None
    return found[0]


def undo_number(store: "Store", number: int, who: str, reason: str) -> str:
    """Take a row back by its number; what to tell of it."""
    row = next((one for one in store.corrections() if one.number == number), None)
    if row is None:
        raise UsageError(f"there is no correction {number}; quotes corrections list has their numbers")
    if not row.holds:
        raise UsageError(f"{number} is taken back already; quotes corrections list says by which row")
    store.undo_correction(row.id, who=who, reason=reason)
    return f"{number} taken back"
