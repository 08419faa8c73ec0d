"""What our words mean: source types and counting rules, defined once for `--help`, pages and documents."""

from calendar import monthrange
from datetime import date

from quotes.domain import Source, SourceType, Standing
from quotes.errors import UsageError

SOURCE_TYPES: dict[SourceType, tuple[str, str]] = {
    "named_person": ("named person", "a person with a name, or known by a post that only one person holds"),
    "named_organization": ("named organisation", "an organisation, office, government or outlet with a name"),
    "unnamed_person": ("unnamed person", "one person whose name the article withholds or does not know"),
    "unnamed_group": ("unnamed group", "several people without names: officials, critics, residents"),
    "document": ("document", "a text, a recording, a poll, a set of data"),
    "narrator": ("narrator", "the article's own voice"),
}

# What a standards desk asks of a source beneath its type.
STANDINGS: dict[Standing, tuple[str, str]] = {
    "named": ("named", "a person or an organisation with a name"),
    "office_holder": ("known by a post", "a person without a name whom a post that only one person holds makes known"),
    "outlet": ("another outlet", "another outlet's own reporting"),
    "spokesperson": ("unnamed spokesperson", "speaks for somebody, without a name and without hiding it"),
    "described": ("described", "without a name, but described: “a senior official”"),
    "bare": ("bare source", "without a name or a description: “a source”, “one person”"),
    "rhetorical": ("manner of speaking", "a group or a person that nobody real stands for: “critics say”"),
    "document": ("document", "a text, a recording, a poll, a set of data"),
    "narrator": ("narrator", "the article's own voice"),
}

ANONYMOUS = (
    "A source is anonymous when the article passes on the word of somebody real and withholds who it is. "
    "Named sources, documents and groups that are only a manner of speaking (“critics say”) are not."
)

SHARE = (
    "The share is of the quotations whose speaker the article tells; the others are left out. "
    "A quotation over several paragraphs counts once."
)


def day_in_words(day: date) -> str:
    """A date as people write it.

    >>> day_in_words(date(2011, 4, 1))
    '1 April 2011'
    """
    return f"{day.day} {day:%B} {day.year}"


def to_day(option: str, given: str | None, *, last: bool = False) -> date | None:
    """The day that is written, or the first or last of a month or year; raises UsageError for anything
    else, in which `option` names what was given."""
    if given is None:
        return None
    try:
        year, month, day = (*map(int, given.strip().split("-")), None, None)[:3]
        month = month or (12 if last else 1)
        return date(year, month, day or (monthrange(year, month)[1] if last else 1))  # type: ignore[arg-type]
    except (ValueError, IndexError, TypeError):
        raise UsageError(f"{option} {given!r} is no date; write 2024, 2024-03 or 2024-03-31") from None


def source_terms(source: Source) -> list[str]:
    """What is to be said of a source beneath its type, in words; what the type itself says is left out.

    >>> source_terms(Source("unnamed_group", standing="bare", count=2, anonymous=True, medium="interview"))
    ['anonymous', 'bare source', '2 people', 'in: interview']
    """
    terms = ["anonymous"] if source.anonymous else []
    if source.declined:
        terms.append("declined comment")
    if source.standing in ("office_holder", "outlet", "spokesperson", "bare", "rhetorical"):
        terms.append(STANDINGS[source.standing][0])
    if source.count is not None and source.count > 1:
        terms.append(f"{source.count} people")
    if source.document_kind is not None and source.document_kind != "document":
        terms.append(source.document_kind)
    if source.medium not in ("none", "other", "document"):
        terms.append(f"in: {source.medium.replace('_', ' ')}")
    return [*terms, *(f"via {via.name}" for via in source.via)]


def source_type_label(source_type: SourceType) -> str:
    return SOURCE_TYPES[source_type][0]
