"""What is exported, as the formats read it: streams, so that memory does not grow with the store."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from quotes.store import QuotationRecord, Selection, Store, StoredArticle


@dataclass(frozen=True, slots=True)
class Source:
    """A selection of a store."""

    store: Store
    selection: Selection
    bom: bool = False  # CSV begins with a byte order mark

    def quotations(self) -> Iterator[QuotationRecord]:
        """In the order of the selection."""
        return self.store.iter(self.selection)

    def articles(self) -> Iterator[tuple[StoredArticle, list[QuotationRecord]]]:
        """Each article with those of its quotations that are selected, in order of the text."""
        by_date = replace(self.selection, sort="date")
        for article_id, records in groupby(self.store.iter(by_date), key=lambda record: record.article_id):
            yield self.store.article(article_id), list(records)


def entry_name(number: int, article_id: str, suffix: str) -> str:
    """The name of an article's file in an archive: no two articles share one, and no system refuses it.

    >>> entry_name(7, "a/b: c", ".txt")
    '000007-a_b__c.txt'
    """
    kept = "".join(sign if sign.isascii() and (sign.isalnum() or sign in "-.") else "_" for sign in article_id)
    return f"{number:06}-{Path(kept).name[:60]}{suffix}"
