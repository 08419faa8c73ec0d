"""What people say of a quotation becomes a verdict of the store: for commands, spreadsheets and pages."""

from typing import cast, get_args

from quotes.domain import SourceType
from quotes.errors import UsageError
from quotes.store import QuotationRecord, Store, Verdict

_TYPES = get_args(SourceType)


def to_verdict(
    record: QuotationRecord | None, speaker: str | None, nobody: bool = False, none: bool = False,
    type: str | None = None, anonymous: bool | None = None, via: str | None = None,
) -> Verdict:  # fmt: skip
    """Of a source whose type alone changes, the name or the description stays. Raises UsageError for another type."""
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


def named_person(store: Store, given: str | None) -> tuple[str | None, str | None]:
    """The name, and the id where it is one of a person in the record."""
    if given is None or not given.strip():
        return None, None
    found = [one for one in store.people(given) if one.id == given]
    return (found[0].name or given, given) if found else (given.strip(), None)


def join(store: Store, quotation: str, person: str, who: str, reason: str) -> None:
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


def _article(store: Store, quotation: str) -> str:
    found = store.find_quotation(quotation)
    assert found is not None
    return found[0]


def undo_number(store: Store, number: int, who: str, reason: str) -> str:
    """Take a row back by its number; what to tell of it."""
    row = next((one for one in store.corrections() if one.number == number), None)
    if row is None:
        raise UsageError(f"there is no correction {number}; quotes corrections list has their numbers")
    if not row.holds:
        raise UsageError(f"{number} is taken back already; quotes corrections list says by which row")
    store.undo_correction(row.id, who=who, reason=reason)
    return f"{number} taken back"
