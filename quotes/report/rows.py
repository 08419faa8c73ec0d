"""The report as flat rows, the same for CSV and JSON Lines: one a group, and one for each listed quotation."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TextIO

from quotes.categories import CATEGORIES, Category
from quotes.classify.reasons import classify_reason
from quotes.report.categories import COUNTING_RULES
from quotes.report.counted import Counted
from quotes.report.figures import Figures, Group, to_group
from quotes.report.findings import Warnings
from quotes.report.grouping import Dimension
from quotes.store import QuotationRecord
from quotes.store.stories import Listed
from quotes.store.tallies import Measure

Row = dict[str, Any]
_NONE = (None, None)
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
    for group in groups:
        row: Row = dict(zip((dimension.name for dimension in dimensions), group.key, strict=True))
        for measure, figures in group.measures.items():
            row |= _to_columns(measure, figures)
        yield row


def figure_fields(dimensions: Sequence[Dimension]) -> list[str]:
    """The names of what such a row has, also where there is none."""
    row = next(iter_figure_rows([to_group((), {})], ()))
    return [*(dimension.name for dimension in dimensions), *row]


def _to_columns(measure: Measure, figures: Figures) -> Row:
    prefix = "" if measure == "quotations" else f"{measure}_"
    row: Row = {measure: figures.total, f"{prefix}attributed": figures.told}
    for rule in COUNTING_RULES:
        share = figures.shares[rule]
        value, low, high = (None if end is None else round(end, 4) for end in (share.value, *(share.interval or _NONE)))
        stem = prefix if rule == "strict" else f"{prefix}{rule}_"
        row |= {f"{stem}anonymous": share.part, f"{stem}share": value, f"{stem}low": low, f"{stem}high": high}
    return row | {f"{prefix}spokespersons": figures.spokespersons, f"{prefix}documents": figures.documents}


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


def write_csv(rows: Iterable[Row], stream: TextIO, fields: Sequence[str]) -> None:
    """Rows below a header. None is empty, lists are joined by "; ", what a spreadsheet would compute is text."""
    writer = csv.DictWriter(stream, fields, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _to_cell(value) for name, value in row.items()})


def _to_cell(value: object) -> object:
    text = "; ".join(value) if isinstance(value, list) else value
    return f"'{text}" if isinstance(text, str) and text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def category_label(category: Category) -> str:
    return CATEGORIES[category][0]
