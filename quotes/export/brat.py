"""brat's standoff format, zipped: a text and its annotations for each article, and the configuration of a collection.

https://brat.nlplab.org/standoff.html: offsets count code points; a stretch over several lines is given line by line.
"""

import re
from collections.abc import Iterator
from typing import IO

from quotes.domain import Span
from quotes.export.archive import write_archive
from quotes.export.marks import LABELS, Mark, Tie, mark
from quotes.export.source import Source, entry_name

_LINE = re.compile(r"[^\r\n]+")
_CONFIGURATION = f"""[entities]
{chr(10).join(LABELS)}
[relations]
SaidBy\tArg1:Direct|Mixed|Indirect, Arg2:Speaker
SaidWith\tArg1:Direct|Mixed|Indirect, Arg2:Cue
<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>
[events]
[attributes]
"""


def write(source: Source, stream: IO[bytes]) -> None:
    """Who speaks is in an annotator's note on the quotation, since brat has no free values."""
    write_archive(_files(source), stream)


def _files(source: Source) -> Iterator[tuple[str, bytes]]:
    yield "annotation.conf", _CONFIGURATION.encode()
    for number, (stored, records) in enumerate(source.articles(), 1):
        text = stored.article.text
        marks, ties = mark(records)
        lines = [line for one in marks for line in _annotation(one, text)]
        lines += map(_relation, ties)
        yield entry_name(number, stored.article.id, ".txt"), text.encode("utf-8", "replace")
        yield entry_name(number, stored.article.id, ".ann"), "".join(lines).encode("utf-8", "replace")


def _annotation(one: Mark, text: str) -> Iterator[str]:
    found = _LINE.finditer(text, one.span.start, one.span.end)
    pieces = [Span(*match.span()) for match in found]
    places = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
    yield f"T{one.id}\t{one.label} {places}\t{' '.join(piece.of(text) for piece in pieces)}\n"
    if one.facts:
        yield f"#{one.id}\tAnnotatorNotes T{one.id}\t{'; '.join(f'{k}: {v}' for k, v in one.facts.items())}\n"


def _relation(tie: Tie) -> str:
    return f"R{tie.id}\t{tie.label} Arg1:T{tie.quotation} Arg2:T{tie.other}\n"
