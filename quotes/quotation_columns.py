"""A quotation in words: whose it is and how that is known, and the columns that every list of quotations has."""

from collections.abc import Sequence

from quotes.answers import Column
from quotes.listing import kind_label, one_line, short_id, type_label
from quotes.page.speakers import NOBODY
from quotes.store import QuotationRecord
from quotes.store.folding import fold_words

SURE = 0.9  # from here on a confidence need not be seen


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


COLUMNS: Sequence[Column[QuotationRecord]] = (
    Column("text", lambda r: one_line(r.text), "Said"),
    Column("speaker", lambda r: r.speaker),
    Column("who", lambda r: who(r), "By"),
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


def why(record: QuotationRecord) -> str:
    """How it is known, and what else is to be said of the words: "indirect; subject of “said”"."""
    kind = kind_label(record.kind, record.polarity, record.modality)
    return "; ".join(filter(None, [kind, *record.evidence, record.cause]))


def who(record: QuotationRecord, *, with_share: bool = True) -> str:
    """With the role, whether the name is withheld, and through whom the words came."""
    parts = [
        attribution(record, with_share=with_share),
        record.role and one_line(record.role),
        record.anonymous and "anonymous",
    ]
    parts += [f"via {via.name}" for via in record.via]
    return " · ".join(part for part in parts if part)
