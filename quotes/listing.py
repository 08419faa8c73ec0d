"""The words by which tables and pages call days, types and kinds."""

from collections.abc import Mapping
from datetime import date

from quotes.definitions import day_in_words, source_type_label
from quotes.domain import Kind, Modality, Polarity, SourceType

_HASH, _SHORT = 64, 12  # digits of the id of an article that came without one; as many as tell it from others


def one_line(text: str) -> str:
    return " ".join(text.split())


def day(published: date | None) -> str:
    return day_in_words(published) if published else "undated"


def type_label(source_type: SourceType | None) -> str:
    return source_type_label(source_type) if source_type else ""


def kind_label(kind: Kind, polarity: Polarity | None, modality: Modality | None) -> str:
    """How reports, and words that were not said, are marked: "indirect, not said"; nothing for quotations that were."""
    marks = ["indirect"] if kind == "indirect" else []
    marks += ["not said"] if polarity == "negative" else []
    marks += [_UNSAID[modality]] if modality in _UNSAID else []
    return ", ".join(marks)


_UNSAID: Mapping[Modality | None, str] = {"future": "yet to be said", "hypothetical": "only supposed"}


def short_id(article_id: str) -> str:
    """The id of an article as tables show it; the beginning of a hash will do."""
    is_hash = len(article_id) == _HASH and set(article_id) <= set("0123456789abcdef")
    return article_id[:_SHORT] if is_hash else article_id
