"""A made-up store as one newsroom's archive may be: 300 articles of 14 outlets, which the pictures in docs/ show.

`python -m tests.bench.archive.newsroom out/archive.db` makes it in a few seconds; no model is needed.
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from quotes.domain import ParsedArticle
from quotes.settings import database_url
from quotes.store import open_store
from tests.bench.archive.stream import Archive

ARTICLES, OUTLETS = 300, 14


def newsroom() -> Iterator[ParsedArticle]:
    """The first articles of an archive; its many outlets are dealt out over a few, which have their names."""
    number: dict[str | None, int] = {}
    names: list[str | None] = []
    for parsed in islice(Archive(10 * ARTICLES), ARTICLES):
        outlet = parsed.article.outlet
        if outlet not in number:
            number[outlet] = len(number) % OUTLETS
            names.append(outlet)
        yield replace(parsed, article=replace(parsed.article, outlet=names[number[outlet]]))


def make(path: str) -> None:
    with open_store(database_url(path)) as store:
        store.add_all(newsroom())


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tests.bench.archive.newsroom STORE")
    make(sys.argv[1])
