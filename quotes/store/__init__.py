"""Quotations in a database: `open_store(url)` gives a `Store` to add parsed articles to and to ask.

connect, migrate, migrations/        from a URL to a store of this version
tables, schema, views, words         what is kept, what counts, the index of words
selection, verdicts, records         what is asked, what people say, what is answered
adding/                              an article comes in, and what follows from it
people/                              who is who across articles, by the log of judgements
counting/                            how many there are, in SQL
reading/                             the queries, and the values that their rows become
store, facade/                       what a Store can do, by what it is for
runs, derived                        what was done and rejected; filling derived tables anew
bounded                              only to be read, and within a time
sql, rows, folding, outlets, errors  what all of these use
"""

from quotes.store.counting.network.rows import End, Link, NetworkKind
from quotes.store.counting.utterances import Utterance
from quotes.store.errors import ArticleConflictError, ArticleError, TooSlowError, UnstorableArticleError
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
from quotes.store.verdicts import Correction, Verdict

__all__ = [
    "ArticleConflictError",
    "ArticleError",
    "Correction",
    "CueWords",
    "End",
    "Link",
    "NetworkKind",
    "Outcome",
    "QuotationRecord",
    "Selection",
    "SpeakerRecord",
    "Store",
    "StoredArticle",
    "TooSlowError",
    "UnstorableArticleError",
    "Utterance",
    "Verdict",
    "Words",
    "open_store",
    "outlet_id",
]
