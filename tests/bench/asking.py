"""The store as the measurements use it: what they call of it is called here alone."""

from collections.abc import Iterable

from quotes.domain import ParsedArticle
from quotes.store import Store


def add_all(store: Store, parsed: Iterable[ParsedArticle]) -> int:
    """Store articles; how many quotations they had."""
    articles = list(parsed)
    store.add_all(articles)
    return sum(len(article.quotations) for article in articles)


def what_somebody_said(store: Store, name: str) -> int:
    return sum(len(speaker.quotations) for speaker in store.who(name))


def found(store: Store, words: str, limit: int | None = None) -> int:
    return len(store.search(words, limit=limit))


def shown(store: Store, article_id: str) -> int:
    return len(store.article(article_id).quotations)


def most_quoted(store: Store, limit: int) -> int:
    return len(list(store.speakers(limit=limit)))


def counted(store: Store) -> int:
    return len(store.count(by=("outlet", "month")))
