"""Plain text: a file is an article."""

from collections.abc import Iterator
from io import BufferedReader

from quotes.domain import Article, Reject, identify
from quotes.read.decoding import decode_text
from quotes.read.incoming import Incoming
from quotes.read.record import fault_in


def read_plain(stream: BufferedReader, incoming: Incoming) -> Iterator[Article | Reject]:
    """The file's text, untouched, page furniture and all; titles, dates and bylines in it are not guessed at."""
    text = decode_text(stream.read())
    if fault := fault_in(text):
        yield Reject(incoming.origin, f"The file {fault}")
    else:
        yield Article(id=incoming.name or identify(text), text=text, outlet=incoming.outlet)
