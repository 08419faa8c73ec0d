"""Plain text: a file is an article, or what an archive put into one."""

from collections.abc import Iterator
from dataclasses import replace
from io import BufferedReader

from quotes.domain import Article, Reject, identify
from quotes.read.archives import split_archive
from quotes.read.decoding import decode_text
from quotes.read.incoming import Incoming
from quotes.read.record import fault_in, to_article


def read_plain(stream: BufferedReader, incoming: Incoming) -> Iterator[Article | Reject]:
    """The file's text, untouched, page furniture and all; titles, dates and bylines in it are not guessed at, but
    those of an archive's articles are read."""
    yield from to_articles(decode_text(stream.read()), incoming, "file")


def to_articles(text: str, incoming: Incoming, called: str) -> Iterator[Article | Reject]:
    """The articles that an archive put into a text, else the text as one; `called` is what it is to a user."""
    archive, records = split_archive(text)
    for number, record in enumerate(records, start=1):
        name = f"{incoming.name}-{number}" if incoming.name else ""
        yield to_article({"id": name, **record}, f"{incoming.origin}:{number}", replace(incoming, fields={}))
    if archive:
        count = "an article" if len(records) == 1 else f"{len(records)} articles"
        incoming.say(f"{incoming.origin}: {count} as {archive} exports them")
    elif fault := fault_in(text):
        yield Reject(incoming.origin, f"The {called} {fault}")
    else:
        yield Article(id=incoming.name or identify(text), text=text, outlet=incoming.outlet)
