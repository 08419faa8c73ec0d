"""Which outlet a web page is of: the name that it gives itself, and never that of a system that made or measures it."""

import re
from collections.abc import Iterator
from typing import Any

from quotes.read.sections import json_of

_SYSTEMS = frozenset(
    ("escenic", "wordpress", "drupal", "joomla", "ghost", "arc", "arc publishing", "arc xp", "methode", "polopoly",
     "typo3", "blogger", "squarespace", "wix", "medium", "brightspot", "chartbeat", "parse.ly", "parsely", "piano",
     "adobe analytics", "omniture", "google analytics", "google tag manager", "comscore", "facebook", "twitter")
)  # fmt: skip
_NAMED = frozenset(("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher"))
_WORDS = re.compile(r"\W+")


def outlet_of(tree: Any, guessed: str | None, headline: str | None) -> str | None:
    """The first name that may be an outlet's: `guessed`, the publisher of the page's JSON-LD, or what its `<meta>` say.
    A name that is the headline, or the page's first heading, is none."""
    headings = {_folded("".join(heading.itertext())) for heading in list(tree.iter("h1"))[:1]}
    refused = headings | {_folded(headline or ""), ""} | {_folded(name) for name in _SYSTEMS}
    names = [guessed or "", *_publishers(tree), *_metas(tree)]
    return next((" ".join(name.split()) for name in names if _folded(name) not in refused), None)


def _publishers(tree: Any) -> Iterator[str]:
    for document in json_of(tree):
        waiting = [document]
        while waiting:
            found = waiting.pop(0)
            if isinstance(found, dict):
                publisher = found.get("publisher")
                name = publisher.get("name") if isinstance(publisher, dict) else publisher
                if isinstance(name, str):
                    yield name
                found = list(found.values())
            if isinstance(found, list):
                waiting += [part for part in found if isinstance(part, dict | list)]


def _metas(tree: Any) -> Iterator[str]:
    for meta in tree.iter("meta"):
        if (meta.get("property") or meta.get("name") or "").lower() in _NAMED:
            yield meta.get("content") or ""


def _folded(name: str) -> str:
    return _WORDS.sub(" ", name).strip().casefold()
