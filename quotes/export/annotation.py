"""W3C Web Annotations as JSON-LD: each quotation is a target, by its position and by its words; its body is who spoke.

https://www.w3.org/TR/annotation-model/: one AnnotationPage, an annotation a line. Positions count code points of the
article's text as stored, and the words beside the quotation find it again on the page.
"""

from typing import IO, Any

from quotes.export.encoding import to_json
from quotes.export.identifiers import KINDS, article_address, urn
from quotes.export.source import Source
from quotes.store import QuotationRecord

_BESIDE = 32  # code points of prefix and suffix
_HEAD = b'{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": ['


def write(source: Source, stream: IO[bytes]) -> None:
    """Quotations whose speaker is unknown have no body."""
    stream.write(_HEAD)
    between = b"\n"
    for stored, records in source.articles():
        for record in records:
            stream.write(between + to_json(_annotation(record, stored.article.text)))
            between = b",\n"
    stream.write(b"\n]}\n")


def _annotation(record: QuotationRecord, text: str) -> dict[str, Any]:
    words = {
        "type": "TextQuoteSelector", "exact": record.text,
        "prefix": text[max(0, record.start - _BESIDE) : record.start],
        "suffix": text[record.end : record.end + _BESIDE],
    }  # fmt: skip
    position = {"type": "TextPositionSelector", "start": record.start, "end": record.end}
    body = _body(record)
    return {
        "id": urn("quotation", record.id),
        "type": "Annotation",
        "motivation": "identifying",
        **({"body": body} if body else {}),
        "target": {"source": article_address(record), "selector": [position, words]},
    }


def _body(record: QuotationRecord) -> dict[str, Any] | None:
    name = record.person or record.speaker or record.descriptor
    if name is None or record.person_id is None:
        return None
    kind = KINDS.get(record.source_type or "", "Thing")
    who = {"id": urn("speaker", record.person_id), "type": f"schema:{kind}", "schema:name": name}
    if record.role and kind == "Person":
        who["schema:jobTitle"] = record.role
    return {"type": "SpecificResource", "purpose": "identifying", "source": who}
