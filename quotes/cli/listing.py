"""Quotations and speakers as tables for people."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import islice
from typing import TypeVar

from rich.table import Table
from rich.text import Text

from quotes.cli.output import notes, plain_table
from quotes.definitions import day_in_words, source_type_label
from quotes.domain import Kind, Modality, Polarity, SourceType
from quotes.page.speakers import NOBODY
from quotes.store import QuotationRecord

Row = TypeVar("Row")
TABLE_ROWS = 1000  # a longer table is for nobody's eyes, and no terminal draws it soon


def quotation_table(records: Iterable[QuotationRecord], *, with_speaker: bool) -> Table:
    """Each quotation with the reason for its attribution below, and where it stands."""
    table = plain_table("Said", *(["By"] if with_speaker else []), "In")
    for column, ratio in zip(table.columns, (5, 2, 3) if with_speaker else (5, 3), strict=True):
        column.ratio, column.overflow = ratio, "fold"
    table.expand = True
    for number, record in enumerate(records):
        if number:
            table.add_row()
        said = Text(one_line(record.text)).append(f"\n{_why(record)}", style="dim")
        by = [_speaker(record)] if with_speaker else []
        table.add_row(said, *by, _place(record))
    return table


def first_rows(found: Iterable[Row]) -> list[Row]:
    """As many as a table has room for, with a note if there are more."""
    rows = list(islice(found, TABLE_ROWS + 1))
    if len(rows) > TABLE_ROWS:
        notes().print(f"Only the first {TABLE_ROWS:,} are shown; --format jsonl gives all.")
    return rows[:TABLE_ROWS]


def one_line(text: str) -> str:
    return " ".join(text.split())


def day(published: date | None) -> str:
    return day_in_words(published) if published else "undated"


def type_label(source_type: SourceType | None) -> str:
    return source_type_label(source_type) if source_type else ""


def kind_label(kind: Kind, polarity: Polarity | None, modality: Modality | None) -> str:
    """How reports, and words that were not said, are marked: "indirect, not said"; nothing for quotations that were."""
    marks = ["indirect"] if kind == "indirect" else []
    marks += ["not said"] if polarity == "negative" else []
    marks += [_UNSAID[modality]] if modality in _UNSAID else []
    return ", ".join(marks)


_UNSAID: Mapping[Modality | None, str] = {"future": "yet to be said", "hypothetical": "only supposed"}


def _why(record: QuotationRecord) -> str:
    kind = kind_label(record.kind, record.polarity, record.modality)
    return "; ".join(filter(None, [kind, *record.evidence, record.cause]))


def _speaker(record: QuotationRecord) -> Text:
    text = Text(record.speaker or record.descriptor or type_label(record.source_type) or NOBODY, style="bold")
    if record.role:
        text.append(f"\n{record.role}", style="not bold")
    if record.anonymous:
        text.append("\nanonymous", style="not bold italic")
    return text


def _place(record: QuotationRecord) -> Text:
    lines = [record.article_id, record.outlet, day(record.published)]
    lines += [f"via {via.name}" for via in record.via]
    return Text("\n".join(line for line in lines if line))
