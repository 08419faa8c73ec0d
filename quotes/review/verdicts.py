"""From what a person says of a quotation, in a command, a row of a spreadsheet or a key, to a verdict."""

from dataclasses import dataclass, replace
from typing import get_args

from quotes.domain import SourceType
from quotes.errors import UsageError
from quotes.review.whom import Choice, find_speaker
from quotes.store import QuotationRecord, Store, StoredArticle, Verdict
from quotes.store.folding import fold_words

TYPES: tuple[SourceType, ...] = get_args(SourceType)
NO_OUTLET = "none"  # as the name of an outlet: no outlet at all
_NAMED = ("named_person", "named_organization")


@dataclass(frozen=True, slots=True)
class Given:
    """What a person says, as they say it; what is None or False is not said."""

    speaker: str | None = None  # a name, an id, or of one without a name the article's words
    nobody: bool = False
    none: bool = False
    type: str | None = None
    role: str | None = None
    anonymous: bool | None = None
    via: str | None = None

    @property
    def is_empty(self) -> bool:
        return self == Given()

    @property
    def kind(self) -> SourceType | None:
        """The type; raises UsageError for another."""
        kind = self.type and self.type.replace("-", "_")
        if kind is not None and kind not in TYPES:
            raise UsageError(f"{self.type!r} is no type of source; give one of {', '.join(TYPES)}")
        return kind


def to_verdict(
    store: Store, article: StoredArticle, record: QuotationRecord | None, given: Given
) -> tuple[Verdict, str | None]:
    """The verdict on a quotation of an article (None: on one that is yet to be marked), and the id of the person who is
    to be meant where the article does not name them. Raises UsageError for what contradicts itself."""
    if (given.speaker is not None) + given.nobody + given.none > 1:
        raise UsageError("a speaker, nobody and no quotation exclude each other; say one")
    if (given.none or given.nobody) and (given.type or given.role or given.anonymous is not None):
        raise UsageError("of nobody's words there is no type, role or withheld name to be said; leave those out")
    if given.none:
        return Verdict(said=False), None
    verdict, person = Verdict(speaker=True) if given.nobody else None, None
    if verdict is None:
        verdict, person = _on_speaker(store, article, record, given)
    if given.via is not None:
        without = given.via.strip().casefold() == NO_OUTLET
        verdict = replace(verdict, via=None if without else given.via.strip(), without_via=without)
    return verdict, person


def withheld(record: QuotationRecord) -> Verdict:
    """That the article withholds the source's name: whatever name was read is not the source's."""
    if record.source_type is None:
        raise UsageError("its speaker is not known; say by a type and a speaker, as the article words it, who that is")
    if record.speaker is None:
        return Verdict(anonymous=True)
    kind: SourceType = "unnamed_group" if record.source_type == "named_organization" else "unnamed_person"
    return Verdict(speaker=True, source_type=kind, descriptor=worded(record), anonymous=True)


def worded(record: QuotationRecord) -> str | None:
    """How the article words a source without its name."""
    if record.descriptor or record.role or record.mention is None:
        return record.descriptor or record.role
    words = fold_words(record.mention.text)
    is_name = set(words) & set(fold_words(record.speaker or ""))
    return None if is_name or len(words) < 2 else " ".join(record.mention.text.split())


def undo_number(store: Store, number: int, who: str, reason: str) -> str:
    """Take a row back by its number; what to tell of it."""
    row = store.correction(number)
    if row is None:
        raise UsageError(f"there is no correction {number}; quotes corrections list has their numbers")
    if not row.holds:
        raise UsageError(f"{number} is taken back already; quotes corrections list says by which row")
    store.undo_correction(row.id, who=who, reason=reason)
    return f"{number} taken back"


def _on_speaker(
    store: Store, article: StoredArticle, record: QuotationRecord | None, given: Given
) -> tuple[Verdict, str | None]:
    kind, name = given.kind, given.speaker.strip() if given.speaker else None
    if kind is None and name is None and given.role is None:
        if given.anonymous and record is not None:
            return withheld(record), None
        return Verdict(anonymous=given.anonymous), None
    if kind is not None and kind not in _NAMED:
        told = name or (worded(record) if record else None)
        anonymous = given.anonymous
        if anonymous is None and record is not None and record.speaker is None:
            anonymous = record.anonymous
        return Verdict(speaker=True, source_type=kind, descriptor=told, role=given.role, anonymous=anonymous), None
    if given.anonymous:
        raise UsageError(
            "a source whose name is withheld has none; say unnamed_person or unnamed_group for the type, and the"
            " article's words for the speaker"
        )
    chosen = find_speaker(store, article, name) if name else _present(record)
    if chosen is None:
        raise UsageError("it has no name yet; say whose it is by a speaker, too")
    verdict = Verdict(
        speaker=True, source_type=kind or chosen.source_type, name=chosen.name, role=given.role or chosen.role,
        anonymous=given.anonymous,
    )  # fmt: skip
    return verdict, chosen.person


def _present(record: QuotationRecord | None) -> Choice | None:
    if record is None or record.speaker is None:
        return None
    return Choice(record.speaker, record.source_type or "named_person", record.role)
