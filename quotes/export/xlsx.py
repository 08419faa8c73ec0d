"""A workbook with sheets of quotations, people and articles, and one that explains the columns."""

from collections.abc import Iterable, Mapping, Sequence
from typing import IO, Any

from openpyxl import Workbook

from quotes.export.source import Source
from quotes.spreadsheet import add_sheet
from quotes.store import QuotationRecord
from quotes.store.fields import FIELDS, to_row

PEOPLE = {
    "speaker_id": "the same as in the sheet of quotations", "speaker": "the name; else how an unnamed source is worded",
    "source_type": "of the first of the quotations", "quotations": "how many of those selected",
    "articles": "in how many articles they stand",
}  # fmt: skip
ARTICLES = {
    "article_id": "the same as in the sheet of quotations", "title": "", "outlet": "", "published": "", "url": "",
    "quotations": "how many of those selected", "anonymous": "how many of them by sources whose names are withheld",
}  # fmt: skip


def write(source: Source, stream: IO[bytes]) -> None:
    """Raises UsageError for more quotations than a sheet holds."""
    book, people, articles = Workbook(write_only=True), dict[str, dict[str, Any]](), dict[str, dict[str, Any]]()

    def counted() -> Iterable[Mapping[str, Any]]:
        for record in source.quotations():
            _count(record, people, articles)
            yield to_row(record)

    add_sheet(book, "quotations", counted(), [field.name for field in FIELDS])
    told = [{**one, "articles": len(one["articles"])} for one in people.values()]
    add_sheet(book, "people", sorted(told, key=lambda one: -one["quotations"]), list(PEOPLE))
    add_sheet(book, "articles", articles.values(), list(ARTICLES))
    add_sheet(book, "columns", _explained(), ["sheet", "column", "type", "holds"])
    book.save(stream)


def _count(record: QuotationRecord, people: dict[str, Any], articles: dict[str, Any]) -> None:
    if record.person_id:
        name = record.person or record.speaker or record.descriptor
        one = people.setdefault(
            record.person_id,
            {"speaker_id": record.person_id, "speaker": name, "source_type": record.source_type, "quotations": 0,
             "articles": set()},
        )  # fmt: skip
        one["quotations"] += 1
        one["articles"].add(record.article_id)
    facts = {name: getattr(record, name) for name in ("article_id", "title", "outlet", "published", "url")}
    article = articles.setdefault(record.article_id, {**facts, "quotations": 0, "anonymous": 0})
    article["quotations"] += 1
    article["anonymous"] += record.anonymous


def _explained() -> Sequence[Mapping[str, Any]]:
    meant = {field.name: field for field in FIELDS}
    rows = [{"sheet": "quotations", "column": f.name, "type": f.type, "holds": f.holds} for f in FIELDS]
    for sheet, columns in (("people", PEOPLE), ("articles", ARTICLES)):
        for name, holds in columns.items():
            field = meant.get(name)
            kind = field.type if field and name != "anonymous" else "integer"
            rows.append(
                {"sheet": sheet, "column": name, "type": kind, "holds": holds or (field.holds if field else "")}
            )
    return rows
