"""JSON Lines for doccano's sequence labelling with relations: an article a line.

https://doccano.github.io/doccano/: import as "JSONL (relation)". Offsets count code points.
"""

from typing import IO

from quotes.export.encoding import to_json
from quotes.export.marks import mark
from quotes.export.source import Source


def write(source: Source, stream: IO[bytes]) -> None:
    """What doccano has no field for stands in those beside the text, which it keeps as the document's metadata."""
    for stored, records in source.articles():
        article = stored.article
        marks, ties = mark(records)
        line = {
            "text": article.text,
            "entities": [
                {"id": one.id, "start_offset": one.span.start, "end_offset": one.span.end, "label": one.label}
                for one in marks
            ],
            "relations": [
                {"id": tie.id, "from_id": tie.quotation, "to_id": tie.other, "type": tie.label} for tie in ties
            ],
            "article": article.id,
            "quotations": [dict(one.facts) for one in marks if one.facts],
        }
        stream.write(to_json(line) + b"\n")
