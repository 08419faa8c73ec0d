"""The report as flat rows, the same for CSV and JSON Lines: one a group, and one for each listed quotation."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

from quotes.categories import CATEGORIES, Category
from quotes.classify.reasons import classify_reason
from quotes.report.categories import COUNTING_RULES
from quotes.report.counted import Counted
from quotes.report.figures import MEASURES, Group, effective_number
from quotes.report.findings import Warnings
from quotes.report.grouping import Dimension
from quotes.report.interval import Share
from quotes.store import QuotationRecord
from quotes.store.counting.counts import Counts
from quotes.store.counting.stories import Listed
from quotes.store.counting.tallies import Measure

Row = dict[str, Any]
LISTED: tuple[Category, ...] = ("anonymous", "spokesperson", "unnamed", "document")
LISTED_FIELDS = (
    "quotation", "counts_as", "text", "words", "descriptor", "standing", "role", "seniority", "affiliation", "people",
    "document_kind", "reason", "reason_class", "article", "title", "outlet", "byline", "published", "url",
    "appearances", "also_in", "warnings",
)  # fmt: skip


def iter_figure_rows(groups: Iterable[Group], dimensions: Sequence[Dimension]) -> Iterator[Row]:
    """A row a group: its values, then the counts and shares of quotations, words, sources and articles in turn.

    `quotations, attributed, anonymous, share, low, high` are of quotations by the strict rule; `broad…` by the broad
    one; the other measures have the same columns under their own name. Shares and ends of intervals have four decimals
    and are None of nothing.
    """
    fields = figure_fields(dimensions)
    for group in groups:
        values = [group.key, *(_values(group.tally[measure]) for measure in MEASURES)]
        yield dict(zip(fields, chain.from_iterable(values), strict=True))


def figure_fields(dimensions: Sequence[Dimension]) -> list[str]:
    """The names of what such a row has."""
    return [*(dimension.name for dimension in dimensions), *chain.from_iterable(map(_fields, MEASURES))]


def _fields(measure: Measure) -> Iterator[str]:
    prefix = "" if measure == "quotations" else f"{measure}_"
    yield from (measure, f"{prefix}attributed")
    for rule in COUNTING_RULES:
        stem = prefix if rule == "strict" else f"{prefix}{rule}_"
        yield from (f"{stem}anonymous", f"{stem}share", f"{stem}low", f"{stem}high")
    yield from (f"{prefix}spokespersons", f"{prefix}documents")


def _values(counts: Counts) -> tuple[int | float | None, ...]:
    """In the order of `_fields`."""
    total, told, strict, broad, spokespersons, documents, squares = counts
    effective = effective_number(told, squares)
    return (
        total, told, strict, *_rounded(strict, told, effective), broad, *_rounded(broad, told, effective),
        spokespersons, documents,
    )  # fmt: skip


@lru_cache(maxsize=10_000)
def _rounded(part: int, whole: int, effective: float | None) -> tuple[float | None, float | None, float | None]:
    """A share and both ends of its interval. In many small groups few differ."""
    share = Share(part, whole, effective)
    value, interval = share.value, share.interval
    if value is None or interval is None:
        return None, None, None
    return round(value, 4), round(interval[0], 4), round(interval[1], 4)


def iter_listed(counted: Counted) -> Iterator[Listed]:
    """The quotations behind the figures: those without a name and documents, kind by kind, each by date and article."""
    for category in LISTED:
        yield from counted.listed(category)


def iter_listed_rows(counted: Counted, warnings: Warnings) -> Iterator[Row]:
    """A row a quotation behind the figures, with the names of the house rules that mind it."""
    for quoted in iter_listed(counted):
        first = quoted.first
        story = first.story
        yield {
            "quotation": first.id,
            "counts_as": quoted.category,
            "text": first.text,
            "words": first.words,
            "descriptor": first.descriptor or None,
            **_beneath(first.told),
            "reason": first.reason,
            "reason_class": classify_reason(first.reason) if quoted.category == "anonymous" else None,
            "article": story.id,
            "title": story.title,
            "outlet": story.outlet,
            "byline": story.byline,
            "published": story.published.isoformat() if story.published else None,
            "url": story.url,
            "appearances": len(quoted.places),
            "also_in": [place for place in quoted.places if place != story.id],
            "warnings": warnings.minding(quoted.ids),
        }


def _beneath(record: QuotationRecord) -> Row:
    """What a standards desk asks of a source beneath its type."""
    description = record.description
    return {
        "standing": record.standing,
        "role": description.role if description else None,
        "seniority": description.seniority if description else None,
        "affiliation": description.affiliation if description else None,
        "people": record.count,
        "document_kind": record.document_kind,
    }


def category_label(category: Category) -> str:
    return CATEGORIES[category][0]
