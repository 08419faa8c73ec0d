"""RSS and Atom files: each entry is an article, with its full content or else its summary."""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import BufferedReader
from typing import Any

from quotes.domain import Article, Reject
from quotes.errors import InputError
from quotes.read.fragments import is_fragment, text_of
from quotes.read.incoming import Incoming
from quotes.read.optional import load
from quotes.read.record import to_article

_FEED = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?[^>]*\?>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:rss|feed|(?:\w+:)?RDF)[\s>]", re.I | re.S
)
_LARGEST = 100_000_000  # bytes


def is_feed(head: bytes) -> bool:
    """Whether a file begins as RSS or Atom does.

    >>> is_feed(b'<?xml version="1.0"?><rss version="2.0">'), is_feed(b"<html>")
    (True, False)
    """
    return _FEED.match(head) is not None


def read_feed(stream: BufferedReader, incoming: Incoming) -> Iterator[Article | Reject]:
    """The entries in their order; one that gives but a summary is read, and said."""
    data = stream.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise InputError("The feed is larger than 100 megabytes; split it.")
    feedparser = load("feedparser", "a feed (RSS or Atom)")
    try:  # an open file, never a string: that could be an address to fetch
        feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # the parsers behind it raise many kinds
        raise InputError(f"The feed cannot be read ({type(error).__name__}); get it again.") from error
    if not feed.entries:
        raise InputError("The feed holds no entry, or is broken; get it again.")
    if feed.bozo:
        incoming.say(f"{incoming.origin}: the feed is damaged, and was read as far as it goes")
    for number, entry in enumerate(feed.entries, start=1):
        yield _read_entry(
            entry, feed.feed, replace(incoming, origin=f"{incoming.origin}:{number}", fields={}), incoming
        )


def _read_entry(
    entry: Mapping[str, Any], feed: Mapping[str, Any], incoming: Incoming, whole: Incoming
) -> Article | Reject:
    text = max((str(part.get("value") or "") for part in entry.get("content", ())), key=len, default="")
    if not text.strip():
        text = str(entry.get("summary") or "")
        if text.strip():
            whole.say(f"{whole.origin}: entries that give no full text were read by their summaries")
    if not text.strip():
        return Reject(incoming.origin, "The entry has neither content nor a summary; fetch the article's own page.")
    record = {
        "id": entry.get("id") or "",
        "text": text,
        "title": _line(entry.get("title")),
        "url": entry.get("link"),
        "outlet": _line((entry.get("source") or {}).get("title")) or incoming.outlet or _line(feed.get("title")),
        "published": entry.get("published") or entry.get("updated"),
        "byline": _line(entry.get("author")),
    }
    return to_article(record, incoming.origin, incoming)


def _line(value: object) -> str:
    """A title or name without mark-up and line ends."""
    text = value if isinstance(value, str) else ""
    if is_fragment(text):
        try:
            text = text_of(text)
        except ValueError:
            return ""
    return " ".join(text.split())
