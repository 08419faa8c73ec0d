"""schema.org Quotations as JSON-LD, a quotation a line within one graph.

https://schema.org/Quotation: `text` is without quotation marks, `creator` who spoke, `isPartOf` the article.
"""

from typing import IO, Any

from quotes.export.encoding import to_json
from quotes.export.identifiers import KINDS, article_address, urn
from quotes.export.source import Source
from quotes.store import QuotationRecord


def write(source: Source, stream: IO[bytes]) -> None:
    """One object with a graph."""
    stream.write(b'{"@context": {"@vocab": "https://schema.org/"}, "@graph": [')
    between = b"\n"
    for record in source.quotations():
        stream.write(between + to_json(_without_empty(_quotation(record))))
        between = b",\n"
    stream.write(b"\n]}\n")


def _quotation(record: QuotationRecord) -> dict[str, Any]:
    return {
        "@id": urn("quotation", record.id),
        "@type": "Quotation",
        "text": record.text[record.content.start - record.start : record.content.end - record.start],
        "creator": _creator(record),
        "isPartOf": {
            "@id": article_address(record),
            "@type": "NewsArticle",
            "identifier": record.article_id,
            "headline": record.title,
            "datePublished": record.published.isoformat() if record.published else None,
            "url": record.url,
            "publisher": {"@type": "Organization", "name": record.outlet} if record.outlet else None,
        },
    }


def _creator(record: QuotationRecord) -> dict[str, Any] | None:
    kind = KINDS.get(record.source_type or "")
    if record.person_id is None or kind is None:
        return None
    return {
        "@id": urn("speaker", record.person_id),
        "@type": kind,
        "name": record.person or record.speaker,
        "description": record.descriptor,
        "jobTitle": record.role if kind == "Person" else None,
    }


def _without_empty(value: dict[str, Any]) -> dict[str, Any]:
    told = {k: _without_empty(v) if isinstance(v, dict) else v for k, v in value.items()}
    return {k: v for k, v in told.items() if v is not None}
