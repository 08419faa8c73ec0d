"""Gold from what people corrected: articles as they stand in the record, in the form that evaluation and training read.

Gold is what somebody had their say on, confirmed ones included. Whoever corrects anything of a quotation vouches for
the rest of it; what nobody has seen is not judged.
"""

from collections.abc import Iterable
from typing import Any

from quotes.domain import Cast, Span
from quotes.store.records import QuotationRecord, StoredArticle
from quotes.store.verdicts import Correction


def to_gold_record(stored: StoredArticle, corrections: Iterable[Correction], *, unseen: bool = False) -> dict[str, Any]:
    """`corrections` are those that hold, of whichever articles. With `unseen`, what nobody had their say on counts as
    it was read; else it is not judged.

    Sources are the mention nearest to the quotation; there is none where the article does not name the speaker.
    """
    article = stored.article
    records = [one for one in stored.quotations if one.kind != "indirect"]
    judged = [one for one in records if one.corrected or unseen]
    rest = [one for one in records if not one.corrected and not unseen]
    present = {one.span for one in records}
    nobodys = (one.place for one in corrections if one.article == article.id and one.value.said is False)
    return {
        "id": article.id,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else None,
        "title": article.title,
        "byline": article.byline,
        "url": article.url,
        "text": article.text,
        "quotes": [_quote(one, stored.cast, article.text) for one in judged],
        "unattributed": [list(span) for span in dict.fromkeys(nobodys) if span and span not in present],
        "indirect": None,
        "ignore": [list(one.span) for one in rest if not any(other.span.contains(one.span) for other in judged)],
    }


def _quote(one: QuotationRecord, cast: Cast, text: str) -> dict[str, Any]:
    span = _mention(one, cast, text) if one.corrected else one.mention.span if one.mention else None
    is_same = one.mention is not None and span == one.mention.span
    return {
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "kind": one.kind,
        "sources": [list(span)] if span else [],
        "cues": [list(one.cue.span)] if one.cue and is_same else [],
        "content": [list(part) for part in one.parts or (one.content,)],
        "speaker": one.speaker,
        "role": one.role,
        "source_type": one.source_type,
        "anonymous": one.anonymous,
        "anonymity_reason": one.reason.text if one.reason else None,
        "outlet": one.via[0].name if one.via else None,
        "medium": one.medium,
        "sure": one.corrected,
    }


def _mention(one: QuotationRecord, cast: Cast, text: str) -> Span | None:
    """Where the speaker is mentioned nearest to the quotation; what people overruled is no mention of theirs."""
    if one.source_type is None:
        return None
    if one.mention:
        return one.mention.span
    wanted = one.speaker or one.descriptor or ""
    spans = [mention.span for member in cast.members if member.name == wanted for mention in member.mentions]
    if not spans and wanted:
        for name in (wanted, wanted.split()[-1]):
            spans = spans or [Span(at, at + len(name)) for at in range(len(text)) if text.startswith(name, at)]
    outside = [span for span in spans if span.end <= one.start or span.start >= one.end]
    return min(outside, key=lambda span: min(abs(span.end - one.start), abs(span.start - one.end)), default=None)
