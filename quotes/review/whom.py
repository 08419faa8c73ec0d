"""Whom a person means by a name or an id: somebody of the article before anybody else of the record."""

import re
from dataclasses import dataclass, replace

from quotes.domain import SourceType
from quotes.errors import UsageError
from quotes.store import QuotationRecord, Selection, Store, StoredArticle
from quotes.store.folding import fold_words

_ID = re.compile(r"[0-9a-f]{16}")
_LISTED = 5  # in an error


@dataclass(frozen=True, slots=True)
class Choice:
    """Somebody with a name."""

    name: str
    source_type: SourceType
    role: str | None = None  # as an article words it
    person: str | None = None  # the id, of somebody whom the article does not name

    def __str__(self) -> str:
        told = ", ".join(filter(None, [self.role, self.person]))
        return f"{self.name} ({told})" if told else self.name


class SeveralMeantError(UsageError):
    """A name that may be that of any of several."""

    def __init__(self, given: str, choices: tuple[Choice, ...]) -> None:
        more = f" and {len(choices) - _LISTED} more" if len(choices) > _LISTED else ""
        listed = ", ".join(map(str, choices[:_LISTED]))
        super().__init__(f"{given!r} can be any of {listed}{more}; give a fuller name, or an id")
        self.choices = choices


def find_speaker(store: Store, article: StoredArticle, given: str) -> Choice:
    """Who is meant; a name that nobody has is a new person's. Raises SeveralMeantError.

    Where the article names exactly one who can be meant, it is that one, as the article calls them and with the role
    that it gives; else whoever has the name in the record, whose role there may not be theirs here.
    """
    given = given.strip()
    by_id = _ID.fullmatch(given) is not None
    named = () if by_id else _matching(given, named_in(article))
    is_part = len(fold_words(given)) == 1  # be it that somebody goes by it alone, too
    known = store.people(given, indirect=True, widely=is_part) if not named else ()
    found = named or tuple(
        Choice(one.name, one.type, one.role, one.id)
        for one in known
        if one.name and one.type in ("named_person", "named_organization")
    )
    if by_id and not found:
        raise UsageError(f"nobody has the id {given!r}; quotes people list shows ids")
    if len(found) > 1:
        raise SeveralMeantError(given, found)
    if not found:
        return Choice(given, "named_person")
    if named:
        return found[0]
    here = next((one for one in named_in(article) if fold_words(one.name) == fold_words(found[0].name)), None)
    return replace(found[0], role=here.role if here else None)


def named_in(article: StoredArticle) -> tuple[Choice, ...]:
    """Everybody whom the article names, those who speak first, each once."""
    found: dict[tuple[str, ...], Choice] = {}
    told = [(one.speaker, one.source_type, one.role) for one in article.quotations]
    kinds: dict[str, SourceType] = {"person": "named_person", "organization": "named_organization"}
    text = article.article.text
    told += [
        (member.name, kinds.get(member.kind), " ".join(member.roles[0].span.of(text).split()) if member.roles else None)
        for member in article.cast.members
    ]
    for name, kind, role in told:
        if name and kind in ("named_person", "named_organization"):
            key = tuple(fold_words(name))
            before = found.get(key)
            found[key] = Choice(name, kind, role) if before is None else replace(before, role=before.role or role)
    return tuple(found.values())


def _matching(given: str, choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Those with just this name, else those whose names hold all its words."""
    words = fold_words(given)
    exact = tuple(one for one in choices if fold_words(one.name) == words)
    return exact or tuple(one for one in choices if words and set(words) <= set(fold_words(one.name)))


def join_person(store: Store, row: str, person: str, *, who: str, reason: str = "") -> None:
    """Let whom the article names in a quotation that was corrected, by this row of the log, be that very person, of
    several with one name. It is taken back with the correction. Raises UsageError, and takes the correction back, where
    people keep the two apart."""
    from quotes.store.people.joined import reason_of

    written = store.correction(row)
    if written is None or (record := _record(store, written.present)) is None:
        return
    if record.person_id not in (None, person):
        try:
            _join(store, record, person, who, reason_of(written.number, reason))
        except UsageError:
            store.undo_correction(row, who=who)
            raise


def _join(store: Store, record: QuotationRecord, person: str, who: str, reason: str) -> None:
    from quotes.store.people.registry import Registry

    registry = Registry(store)
    other = registry.one(str(record.person_id))
    if len(other.members) > 1:
        registry.split(other.id, [record.article_id], judge_name=who, reason=reason)
        record = _record(store, record.id) or record
    registry.merge(str(record.person_id), person, judge_name=who, reason=reason)


def _record(store: Store, quotation: str | None) -> QuotationRecord | None:
    asked = Selection(quotations=(quotation or "",), indirect=True, said=False)
    return next(iter(store.select(asked)), None)
