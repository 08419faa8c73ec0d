"""From rows, as queries return them, to records and domain values."""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import RowMapping

from quotes.cast_wire import cast_from_column
from quotes.domain import (
    WIRE_COPY,
    Article,
    AttributedQuotation,
    Attribution,
    Cast,
    Confidence,
    Cue,
    Description,
    Mention,
    Quotation,
    Source,
    Span,
    Via,
    speaker_id,
)
from quotes.store.records import CueWords, QuotationRecord, Signature, Words


def quotation_from_row(
    row: RowMapping, via: tuple[Via, ...], reasons: Mapping[int, str], ordinal: int | None = None
) -> QuotationRecord:
    """A row of the view `record` as a record; `reasons` are the texts of its evidence."""
    mention, signature = _words(row, "mention"), _signature(row)
    reason = _words(row, "reason")
    cue = None
    if row["cue_start"] is not None:
        cue = CueWords(row["cue_start"], row["cue_end"], row["cue_text"], row["cue_lemma"])
    return QuotationRecord(
        id=row["id"],
        article_id=row["article_id"],
        title=row["title"],
        url=row["url"],
        outlet=row["outlet"],
        published=row["published"],
        kind=row["kind"],
        start=row["span_start"],
        end=row["span_end"],
        text=row["text"],
        content=Span(row["content_start"], row["content_end"]),
        parts=tuple(Span(*part) for part in row["parts"] or ()),
        group=row["group_number"],
        parent=row["parent_id"],
        marks=bool(row["marks"]),
        mention=mention,
        cue=cue,
        sure=_confidence(row),
        evidence=_evidence(row, signature, reasons),
        cause=row["cause"],
        polarity=row["polarity"],
        modality=row["modality"],
        speaker_id=_speaker_id(row),
        speaker=row["name"],
        source_type=row["source_type"],
        role=row["role"],
        affiliation=row["affiliation"],
        descriptor=row["descriptor"],
        anonymous=bool(row["anonymous"]),
        reason=reason,
        via=via,
        medium=row["medium"],
        standing=row["standing"],
        description=_description(row),
        count=row["source_count"],
        document_kind=row["document_kind"],
        declined=bool(row["declined"]),
        reason_class=row["reason_class"],
        addressee=_words(row, "addressee"),
        member=row["member"],
        addressee_member=row["addressee_member"],
        category=row["category"],
        person_id=row["person_id"],
        person=row["person_name"],
        corrected=signature is not None,
        signature=signature,
        said=bool(row["said"]),
        whole=row["whole_id"],
        ordinal=ordinal,
    )


def _signature(row: RowMapping) -> Signature | None:
    if not row["corrected"]:
        return None
    who, made = row["corrected_by"] or "people", row["corrected_at"] or ""
    return Signature(who, made, row["corrected_because"] or "", row["corrected_as"] == "seen")


def _evidence(row: RowMapping, signature: Signature | None, reasons: Mapping[int, str]) -> tuple[str, ...]:
    """What people said comes first; what the machine saw of somebody else speaks for nothing."""
    seen = () if row["overruled"] else tuple(reasons[number] for number in row["evidence"])
    return seen if signature is None else (str(signature), *seen)


def _speaker_id(row: RowMapping) -> str | None:
    """The id of the speaker as this article names or describes it."""
    if row["source_type"] is None:
        return None
    source = Source(row["source_type"], name=row["name"], descriptor=row["descriptor"])
    return speaker_id(source, row["article_id"])


def via_from_row(row: RowMapping) -> Via:
    span = None if row["span_start"] is None else Span(row["span_start"], row["span_end"])
    return Via(row["name"], row["relation"], span, row["member"])


def wire_from_row(row: RowMapping) -> Via | None:
    """The agency whose copy an article is."""
    if row["wire_name"] is None:
        return None
    span = None if row["wire_start"] is None else Span(row["wire_start"], row["wire_end"])
    return Via(row["wire_name"], WIRE_COPY, span)


def cast_from_row(row: RowMapping) -> Cast:
    return cast_from_column(row["members"] or (), row["id"])


def in_cast(record: QuotationRecord, cast: Cast) -> QuotationRecord:
    """With the place in the cast of whom people say that the speaker is, where that is one of it alone."""
    if record.signature is None or record.member is not None or record.speaker is None:
        return record
    places = [place for place, member in enumerate(cast.members) if member.name == record.speaker]
    return replace(record, member=places[0]) if len(places) == 1 else record


def article_from_row(row: RowMapping) -> Article:
    fields = ("id", "text", "title", "url", "outlet", "published", "byline", "section")
    return Article(**{name: row[name] for name in fields})


def to_attributed(record: QuotationRecord, places: Mapping[str, int]) -> AttributedQuotation:
    """The parser's value of a record; `places` tells where in its article each quotation id stands."""
    parent = None if record.parent is None else places[record.parent]
    quotation = Quotation(record.span, record.content, record.kind, record.group, parent, record.parts, record.marks)
    attribution = Attribution(
        quotation,
        Mention(record.mention.span, head=None) if record.mention else None,
        Cue(record.cue.span, record.cue.lemma) if record.cue else None,
        record.sure.quotation * record.sure.mention,
        record.evidence,
        record.cause,
        record.polarity,
        record.modality,
        record.sure.quotation,
    )
    if record.source_type is None:
        return AttributedQuotation(attribution, None)
    source = Source(
        record.source_type,
        record.speaker,
        record.role,
        record.affiliation,
        record.descriptor,
        record.anonymous,
        record.reason.span if record.reason else None,
        record.via,
        record.medium,
        record.standing,
        record.description,
        record.count,
        record.document_kind,
        record.declined,
        record.reason_class,
        record.addressee.span if record.addressee else None,
        record.member,
        record.addressee_member,
        record.sure.name,
    )
    return AttributedQuotation(attribution, source)


def _confidence(row: RowMapping) -> Confidence:
    """An older version stored no parts: all of it is the mention's."""
    if row["mention_confidence"] is None:
        return Confidence(1.0, row["confidence"])
    return Confidence(row["speech_confidence"], row["mention_confidence"], row["name_confidence"])


def _description(row: RowMapping) -> Description | None:
    if row["described_role"] is None:
        return None
    return Description(row["described_role"], row["seniority"], row["described_affiliation"])


def _words(row: RowMapping, prefix: str) -> Words | None:
    if row[f"{prefix}_start"] is None:
        return None
    return Words(row[f"{prefix}_start"], row[f"{prefix}_end"], row[f"{prefix}_text"])
