"""What `import quotes` offers: one function to parse a text, one to open a store."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from quotes.annotated import AnnotatedArticle
from quotes.domain import Article, identify
from quotes.settings import database_url
from quotes.store import Selection, Store, open_store

if TYPE_CHECKING:
    from quotes.parser import Parser

__all__ = ["AnnotatedArticle", "Article", "Selection", "Store", "open", "parse"]


def parse(text: "str | Article", **facts: Any) -> AnnotatedArticle:
    """The quotations of a text with their sources; the first call loads the packaged models, which takes a few seconds.

    `facts` are the fields of `Article` beside its text: title, outlet, published, url, byline, section and id, which is
    a hash of the text if not given. May raise ModelError.

    >>> import quotes
    >>> article = quotes.parse('"It closes on Friday," said Nora Whitfield, the mayor of Loam.', title="The mill")
    >>> [(quote.speaker, quote.role, quote.text) for quote in article]
    [('Nora Whitfield', 'mayor of Loam', '"It closes on Friday,"')]
    >>> article[0].confidence > 0.9, article[0].start
    (True, 0)
    """
    article = text if isinstance(text, Article) else Article(**{"id": identify(text), **facts, "text": text})
    return AnnotatedArticle.of(_parser().parse(article))


def open(url: str | None = None, *, create: bool = False) -> Store:
    """The store at a path of an SQLite file or an SQLAlchemy URL; without one that of QUOTES_DB, else quotes.db here.

    Close it, or use it in a `with` statement. Raises StoreError, among others where there is none and `create` is
    false.
    """
    return open_store(database_url(url), create=create)


@lru_cache(maxsize=1)
def _parser() -> "Parser":
    from quotes.parser import Parser

    return Parser()
