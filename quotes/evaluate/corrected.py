"""Gold from what people corrected: an article as it stands in the record, in the form that evaluation reads."""

from typing import Any

from quotes.domain import Cast, Span
from quotes.store.records import QuotationRecord, StoredArticle
from quotes.wire import to_dict


def to_gold_record(stored: StoredArticle) -> dict[str, Any]:
    """Where nobody corrected anything, the machine's reading stands. Sources of corrected speakers are the mention
    nearest to the quotation; there is none where the article does not name them."""
    record = to_dict(stored.parsed(), with_text=True)
    said = {(one.start, one.end): one for one in stored.quotations}
    for quote in record["quotes"]:
        one = said[quote["start"], quote["end"]]
        if one.corrected:
            span = _mention(one, stored.cast, stored.article.text)
            quote["sources"] = [list(span)] if span else []
    return record


def _mention(one: QuotationRecord, cast: Cast, text: str) -> Span | None:
    """Where the speaker is mentioned nearest to the quotation."""
    if one.source_type is None:
        return None
    wanted = one.speaker or one.descriptor or ""
    if one.mention and one.mention.text and (one.mention.text in wanted or wanted in one.mention.text):
        return one.mention.span
    spans = [mention.span for member in cast.members if member.name == wanted for mention in member.mentions]
    if not spans and wanted:
        for name in (wanted, wanted.split()[-1]):
            spans = spans or [Span(at, at + len(name)) for at in range(len(text)) if text.startswith(name, at)]
    outside = [span for span in spans if span.end <= one.start or span.start >= one.end]
    return min(outside, key=lambda span: min(abs(span.end - one.start), abs(span.start - one.end)), default=None)
