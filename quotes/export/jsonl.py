"""JSON Lines: an object a quotation, as every command of `quotes` shows it (docs/json.md)."""

from typing import IO

from quotes.export.encoding import to_json
from quotes.export.source import Source


def write(source: Source, stream: IO[bytes]) -> None:
    """The only format that leaves nothing out."""
    for record in source.quotations():
        stream.write(to_json(record.to_dict()) + b"\n")
