"""One article must not cost the others: what fails on it becomes a reject."""

from collections.abc import Callable
from typing import TypeVar

from quotes.domain import Article, Reject
from quotes.errors import ModelError
from quotes.wire import article_to_json

Item = TypeVar("Item")
Result = TypeVar("Result")


def attempt(work: Callable[[Item], Result], item: Item, origin: str, *, report: str = "article") -> Result | Reject:
    """What the work makes of the item, or a reject, which keeps an article whole; a missing model alone is raised."""
    try:
        return work(item)
    except ModelError:
        raise
    except Exception as error:
        reason = f"The parser failed on it ({type(error).__name__}: {error}); please report it with the {report}."
        return Reject(origin, reason, article_to_json(item) if isinstance(item, Article) else None)
