"""The words by which tables and pages call days, types and kinds."""

from collections.abc import Mapping
from datetime import date

from quotes.definitions import day_in_words, source_type_label
from quotes.domain import Kind, Modality, Polarity, SourceType


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
