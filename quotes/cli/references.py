"""Quotations as people name them to a command: by an id, or as ARTICLE#2."""

import re

from quotes.errors import UsageError
from quotes.store import QuotationRecord, Store, StoredArticle

_LABEL = re.compile(r"(.+)#(r?\d+)")


def is_label(reference: str) -> bool:
    """Whether it names a quotation by its article and number, as "match#2" or "match#r1" do."""
    return _LABEL.fullmatch(reference) is not None


def find_reference(store: Store, reference: str) -> tuple[StoredArticle, QuotationRecord]:
    """The quotation that is meant, and its article; raises UsageError where there is none."""
    if (found := store.find_quotation(reference)) is not None:
        article = store.article(found[0])
        return article, next(record for record in article.quotations if record.span == found[1])
    parts = _LABEL.fullmatch(reference)
    if parts is None:
        raise UsageError(
            f"no quotation {reference!r} is stored; give the id of one, or an article and a number as in "
            "libya-ceasefire#3"
        )
    name, label = parts.groups()
    article = store.article(name)
    record = next((record for record in article.quotations if record.label == label), None)
    if record is None:
        reported = label.startswith("r")
        count = sum((one.kind == "indirect") == reported for one in article.quotations)
        mark = "r" if reported else ""
        there = f"{mark}1 to {mark}{count}" if count else "none of these"
        raise UsageError(f"{name!r} has no quotation {label}; it has {there}, as quotes show {name} numbers them")
    return article, record
