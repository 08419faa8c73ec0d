"""Quotations as every command lists them: the words, whose they are and how that is known, and where they stand."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.text import Text

from quotes.answers import Answer
from quotes.cli.output import out
from quotes.listing import day, one_line, short_id
from quotes.quotation_columns import COLUMNS, SURE, attribution, per_cent, reference, speaker, who, why
from quotes.store import QuotationRecord

__all__ = [
    "COLUMNS",
    "attribution",
    "per_cent",
    "quotation_answer",
    "quotation_list",
    "reference",
    "short_id",
    "speaker",
    "why",
]

_MARGIN = 6  # columns for the confidence
_INDENT = 2  # of what is told of the words
_LEAST = 20  # columns for words, however narrow the terminal


def quotation_answer(
    records: Iterable[QuotationRecord],
    *,
    with_speaker: bool = True,
    heading: str | None = None,
    nothing: str = "No quotation is like that.",
    limit: int | None = None,
) -> Answer[QuotationRecord]:
    """Without `with_speaker`, terminals show the speaker only where the article words it otherwise."""

    def table(shown: Sequence[QuotationRecord]) -> RenderableType:
        return quotation_list(shown, with_speaker=with_speaker)

    return Answer(records, COLUMNS, QuotationRecord.to_dict, table, nothing, heading, limit)


def quotation_list(records: Sequence[QuotationRecord], *, with_speaker: bool = True, indent: int = 0) -> RenderableType:
    """A paragraph a quotation; beside it how sure its speaker is, where that is under SURE."""
    margin = _MARGIN if any(_is_unsure(record) for record in records) else 0
    width = out().width
    lines: list[RenderableType] = []
    for number, record in enumerate(records):
        if number:
            lines.append("")
        sure = per_cent(record.confidence) if _is_unsure(record) else ""
        for words, style, further in _parts(record, with_speaker=with_speaker):
            left = indent + margin + further
            for line in _wrapped(words, width - left):
                begun = f"{' ' * indent}{sure:>{margin - 2}}  ".ljust(left) if sure else " " * left
                lines.append(Text(begun, "dim", no_wrap=True, overflow="ignore").append(line, style=style))
                sure = ""
        if record.url:
            left = indent + margin + _INDENT
            lines.append(Text(f"{' ' * left}{record.url}", style="dim", no_wrap=True, overflow="ignore"))
    return Group(*lines)


def _parts(record: QuotationRecord, *, with_speaker: bool) -> Iterator[tuple[str, str, int]]:
    """The words of a paragraph, with their styles, and how far they are indented."""
    yield one_line(record.text), "default not dim", 0
    is_plain = attribution(record) == speaker(record) and not record.via
    whose = "" if is_plain and not with_speaker else who(record, with_share=not _is_unsure(record))
    for words, style in ((whose, "bold not dim"), (why(record), "dim"), (_where(record), "italic not dim")):
        if words:
            yield words, style, _INDENT


def _wrapped(words: str, width: int) -> list[str]:
    """Lines that fit; words longer than a line stay whole."""
    if cell_len(words) == len(words):
        return wrap(words, max(width, _LEAST), break_long_words=False, break_on_hyphens=False)
    return [line.plain.rstrip() for line in Text(words).wrap(out(), max(width, _LEAST))]  # letters two columns wide


def _is_unsure(record: QuotationRecord) -> bool:
    return record.source_type is not None and record.confidence < SURE


def _where(record: QuotationRecord) -> str:
    parts = [record.title and one_line(record.title), record.outlet, day(record.published), reference(record)]
    return " · ".join(part for part in parts if part)
