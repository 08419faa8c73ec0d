"""Quotations as every command lists them: the words, whose they are and how that is known, and where they stand."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.text import Text

from quotes.cli.answers import Answer, Column
from quotes.cli.listing import day, kind_label, one_line, type_label
from quotes.cli.output import out
from quotes.page.speakers import NOBODY
from quotes.store import QuotationRecord
from quotes.store.folding import fold_words

SURE = 0.9  # from here on a confidence need not be seen
_HASH, _SHORT = 64, 12  # digits of the id of an article that came without one; as many as tell it from others
_MARGIN = 6  # columns for the confidence
_INDENT = 2  # of what is told of the words
_LEAST = 20  # columns for words, however narrow the terminal


def attribution(record: QuotationRecord, *, with_share: bool = True) -> str:
    """Who spoke, and as what the article words them: "he → Joe Biden, 71 %" where the name is not beside the words."""
    called = speaker(record)
    worded = one_line(record.mention.text) if record.mention else None
    if worded is None or fold_words(worded) == fold_words(called):
        return called
    share = f", {per_cent(record.confidence)}" if with_share and record.confidence < 1 else ""
    return f"{worded} → {called}{share}" if record.speaker else called


def speaker(record: QuotationRecord) -> str:
    """What the article calls whoever speaks."""
    return one_line(record.speaker or record.descriptor or type_label(record.source_type) or NOBODY)


def per_cent(share: float) -> str:
    """In whole per cent; never 100 for what is not certain.

    >>> per_cent(0.714), per_cent(0.9999)
    ('71 %', '99 %')
    """
    return f"{min(round(100 * share), 99 if share < 1 else 100)} %"


def reference(record: QuotationRecord) -> str:
    """What `quotes show` takes for it, without the digits that no other article needs."""
    return f"{short_id(record.article_id)}#{record.label}"


def short_id(article_id: str) -> str:
    """The id of an article as tables show it; the beginning of a hash will do."""
    is_hash = len(article_id) == _HASH and set(article_id) <= set("0123456789abcdef")
    return article_id[:_SHORT] if is_hash else article_id


COLUMNS: Sequence[Column[QuotationRecord]] = (
    Column("text", lambda r: one_line(r.text), "Said"),
    Column("speaker", lambda r: r.speaker),
    Column("who", lambda r: _who(r), "By"),
    Column("role", lambda r: r.role),
    Column("affiliation", lambda r: r.affiliation),
    Column("descriptor", lambda r: r.descriptor),
    Column("mention", lambda r: r.mention and one_line(r.mention.text)),
    Column("cue", lambda r: r.cue and one_line(r.cue.text)),
    Column("confidence", lambda r: round(r.confidence, 4)),
    Column("why", lambda r: why(r)),
    Column("kind", lambda r: r.kind),
    Column("source_type", lambda r: r.source_type),
    Column("anonymous", lambda r: r.anonymous),
    Column("reason", lambda r: r.reason and one_line(r.reason.text)),
    Column("via", lambda r: [via.name for via in r.via]),
    Column("medium", lambda r: r.medium),
    Column("title", lambda r: r.title or short_id(r.article_id), "In", link=lambda r: r.url),
    Column("outlet", lambda r: r.outlet, "Outlet"),
    Column("published", lambda r: r.published, "Date"),
    Column("url", lambda r: r.url),
    Column("reference", lambda r: r.reference),
    Column("article", lambda r: r.article_id),
    Column("start", lambda r: r.start),
    Column("end", lambda r: r.end),
    Column("id", lambda r: r.id),
    Column("person", lambda r: r.person),
    Column("person_id", lambda r: r.person_id),
)


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
    who = "" if is_plain and not with_speaker else _who(record, with_share=not _is_unsure(record))
    for words, style in ((who, "bold not dim"), (why(record), "dim"), (_where(record), "italic not dim")):
        if words:
            yield words, style, _INDENT


def _wrapped(words: str, width: int) -> list[str]:
    """Lines that fit; words longer than a line stay whole."""
    if cell_len(words) == len(words):
        return wrap(words, max(width, _LEAST), break_long_words=False, break_on_hyphens=False)
    return [line.plain.rstrip() for line in Text(words).wrap(out(), max(width, _LEAST))]  # letters two columns wide


def why(record: QuotationRecord) -> str:
    """How it is known, and what else is to be said of the words: "indirect; subject of “said”"."""
    kind = kind_label(record.kind, record.polarity, record.modality)
    return "; ".join(filter(None, [kind, *record.evidence, record.cause]))


def _is_unsure(record: QuotationRecord) -> bool:
    return record.source_type is not None and record.confidence < SURE


def _who(record: QuotationRecord, *, with_share: bool = True) -> str:
    """With the role, whether the name is withheld, and through whom the words came."""
    parts = [
        attribution(record, with_share=with_share),
        record.role and one_line(record.role),
        record.anonymous and "anonymous",
    ]
    parts += [f"via {via.name}" for via in record.via]
    return " · ".join(part for part in parts if part)


def _where(record: QuotationRecord) -> str:
    parts = [record.title and one_line(record.title), record.outlet, day(record.published), reference(record)]
    return " · ".join(part for part in parts if part)
