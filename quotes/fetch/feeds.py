"""The items of an RSS or Atom feed, as far as fetching their pages needs them."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin

from quotes.domain import identify
from quotes.errors import InputError
from quotes.read.optional import load

_MOST = 500  # items of one feed


@dataclass(frozen=True, slots=True)
class Item:
    """Where an item's page is, and a mark that changes when the feed says that the item did."""

    url: str
    mark: str


def items_of(data: bytes, url: str) -> Iterator[Item]:
    """The items that have a page, in their order; raises InputError for what is no feed."""
    parsed = load("feedparser", "a feed (RSS or Atom)").parse(io.BytesIO(data), sanitize_html=False)
    if not parsed.entries and (parsed.bozo or not parsed.version):
        raise InputError(f"{url} is no feed (RSS or Atom); give pages without --feed.")
    for entry in parsed.entries[:_MOST]:
        link = str(entry.get("link") or "").strip()
        if link:
            told = (entry.get("updated"), entry.get("published"), entry.get("title"), entry.get("summary"))
            yield Item(urldefrag(urljoin(url, link))[0], identify(*told))
