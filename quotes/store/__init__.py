"""Quotations in a database: `open_store(url)` gives a `Store` to add parsed articles to and to ask."""

from quotes.store.errors import ArticleConflictError, ArticleError, UnstorableArticleError
from quotes.store.heads import ArticleHead
from quotes.store.outcomes import Outcome
from quotes.store.outlets import outlet_id
from quotes.store.records import (
    CueWords,
    QuotationRecord,
    SpeakerRecord,
    StoredArticle,
    Words,
)
from quotes.store.selection import Selection
from quotes.store.store import Store, open_store
from quotes.store.utterances import Utterance
from quotes.store.verdicts import Verdict

__all__ = [
    "ArticleConflictError",
    "ArticleError",
    "ArticleHead",
    "CueWords",
    "Outcome",
    "QuotationRecord",
    "Selection",
    "SpeakerRecord",
    "Store",
    "StoredArticle",
    "UnstorableArticleError",
    "Utterance",
    "Verdict",
    "Words",
    "open_store",
    "outlet_id",
]
