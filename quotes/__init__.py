"""Who said what, on whose authority, with the proof.

    import quotes

    article = quotes.parse(text)         # its quotations, each with speaker, role, confidence and reasons
    store = quotes.open("quotes.db")     # what `quotes ingest` stored, to be asked with a quotes.Selection

Everything is loaded when it is first used: importing this package takes no time.
"""

from typing import TYPE_CHECKING, Any

from quotes.version import __version__

if TYPE_CHECKING:
    from quotes.api import AnnotatedArticle, Article, Selection, Store, open, parse

__all__ = ["AnnotatedArticle", "Article", "Selection", "Store", "__version__", "open", "parse"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from quotes import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
