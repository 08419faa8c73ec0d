"""What a program found: the fields of `quotes parse` that can be judged, from any program that writes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from quotes.domain import Kind, Span


@dataclass(frozen=True, slots=True)
class PredictedQuote:
    span: Span
    kind: Kind
    text: str | None = None  # as the program copied it; None where it did not
    content: tuple[Span, ...] = ()  # all stretches of what is attributed; `span` where the program does not tell
    mention: Span | None = None
    name: str | None = None
    source_type: str | None = None
    anonymous: bool = False
    confidence: float | None = None  # in the mention, where its parts are told; else in whatever the program says
    name_confidence: float | None = None  # in the name, if the mention is right
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PredictedArticle:
    id: str
    quotes: tuple[PredictedQuote, ...]


def to_predicted(record: Mapping[str, Any]) -> PredictedArticle:
    """A line of `quotes parse`, or of another program; `id` and each quotation's `start end` are all it must have.

    Raises KeyError, TypeError or ValueError when a field is missing or of the wrong kind.
    """
    return PredictedArticle(str(record["id"]), tuple(_to_quote(quote) for quote in record["quotes"]))


def _to_quote(quote: Mapping[str, Any]) -> PredictedQuote:
    span = Span(int(quote["start"]), int(quote["end"]))
    mention, parts = quote.get("mention") or None, quote.get("confidence_parts") or {}
    confidence = parts["quotation"] * parts["mention"] if parts else quote.get("confidence")
    return PredictedQuote(
        span=span,
        kind=quote.get("kind") or "direct",
        text=quote.get("text"),
        content=tuple(Span(int(start), int(end)) for start, end in quote.get("content") or [span]),
        mention=Span(int(mention["start"]), int(mention["end"])) if mention else None,
        name=(quote.get("speaker") or {}).get("name") or None,
        source_type=quote.get("source_type"),
        anonymous=bool(quote.get("anonymous")),
        confidence=None if confidence is None else float(confidence),
        name_confidence=None if parts.get("name") is None else float(parts["name"]),
        evidence=tuple(quote.get("evidence") or ()),
    )
