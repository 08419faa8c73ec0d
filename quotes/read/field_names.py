"""Which field of a record holds what: by the name it was told, by our own, or by one that is common for it."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

FIELDS = ("id", "text", "title", "url", "outlet", "published", "byline", "section")

# As data sets and services name their fields, the surest first; compared without case, spaces, - and _. A full stop
# leads into an object.
_COMMON: Mapping[str, tuple[str, ...]] = {
    "id": ("_id", "guid", "uuid", "article id", "story id", "document id"),
    "text": (
        "maintext", "full text", "body text", "article text", "article body", "plain text", "raw text", "body",
        "content", "article", "story", "fields.bodyText", "content.body", "content.text",
    ),
    "title": ("headline", "web title", "head line", "hed", "headline.main"),
    "url": ("link", "web url", "canonical url", "permalink", "uri", "article url"),
    "outlet": (
        "source.name", "source.title", "publication", "publication name", "newspaper", "publisher", "publisher.name",
        "source", "source name", "site name", "media name", "source domain", "domain",
    ),
    "published": (
        "published at", "date published", "publication date", "publish date", "date publish", "pub date", "pubdate",
        "web publication date", "date", "datetime", "date time", "load date", "dateTimePub", "seendate",
    ),
    "byline": ("author", "authors", "author name", "writer", "creator", "fields.byline", "byline.original"),
    "section": ("desk", "section name", "news desk", "rubric"),
}  # fmt: skip
_SEPARATORS = re.compile(r"[\s_-]+")


def match_fields(names: Iterable[str], chosen: Mapping[str, str]) -> Mapping[str, str]:
    """For each of our fields the name that the records have for it, of `names`, where they have any.

    What is `chosen` is taken whether the records have it or not, then our own name, then a common one.

    >>> dict(match_fields(["Headline", "BODY", "when"], {"published": "when"}))
    {'text': 'BODY', 'title': 'Headline', 'published': 'when'}
    """
    return _match(tuple(names), tuple(chosen.items()))


@lru_cache(maxsize=256)  # the records of a file mostly have the same fields
def _match(names: tuple[str, ...], chosen: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    there: dict[str, str] = {}
    for name in names:
        there.setdefault(_folded(name), name)
    told, taken = dict(chosen), {name for _, name in chosen}
    matched: dict[str, str] = {}
    for ours in FIELDS:
        candidates = (there.get(_folded(name)) for name in (ours, *_COMMON[ours]))
        found = told.get(ours) or next((name for name in candidates if name and name not in taken), None)
        if found is not None:
            matched[ours] = found
            taken.add(found)
    return MappingProxyType(matched)


def in_words(matched: Mapping[str, str], chosen: Mapping[str, str]) -> str | None:
    """What was understood without being told, as the rest of a sentence; None where nothing was.

    >>> in_words({"text": "body", "title": "title"}, {})
    'text is read from "body"'
    """
    understood = [f'{ours} is read from "{theirs}"' for ours, theirs in matched.items()
                  if ours not in chosen and ours != theirs]  # fmt: skip
    return ", ".join(understood) or None


def _folded(name: str) -> str:
    return _SEPARATORS.sub("", name.strip().strip("\ufeff")).casefold()
