"""The fields of a quotation where it is one row of a table: the one list that CSV, workbooks, Parquet, data frames,
`quotes fields` and the pages about them are made from. The names are those of the view `said` where both have one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from quotes.store.records import QuotationRecord

FieldType = Literal["text", "integer", "number", "boolean", "date", "list of text"]


@dataclass(frozen=True, slots=True)
class Field:
    """One column: its values are of the type, or None where nothing is known."""

    name: str
    type: FieldType
    holds: str
    take: Callable[[QuotationRecord], Any]


FIELDS: tuple[Field, ...] = (
    Field("quotation_id", "text", "the lasting id of the quotation", lambda r: r.id),
    Field("reference", "text", "what quotes show and quotes explain know it by", lambda r: r.reference),
    Field("words", "text", "what was said, with its quotation marks", lambda r: r.text),
    Field("speaker", "text", "the name that the speaker goes by across articles", lambda r: r.person or r.speaker),
    Field("speaker_id", "text", "the same speaker has the same id in every article", lambda r: r.person_id),
    Field("speaker_as_named", "text", "the name as this article gives it", lambda r: r.speaker),
    Field("role", "text", "the speaker's role as the article words it", lambda r: r.role),
    Field("affiliation", "text", "the body that the speaker belongs to, as worded", lambda r: r.affiliation),
    Field("descriptor", "text", "an unnamed source as worded: “a senior official”", lambda r: r.descriptor),
    Field("source_type", "text", "named_person, named_organization, unnamed_person, unnamed_group, document or "
          "narrator; empty where the speaker is unknown", lambda r: r.source_type),
    Field("category", "text", "what it counts as in quotes anonymous", lambda r: r.category),
    Field("anonymous", "boolean", "whether the article withholds the name", lambda r: r.anonymous),
    Field("reason", "text", "why it does, as worded", lambda r: r.reason.text if r.reason else None),
    Field("reason_class", "text", "of what kind that reason is", lambda r: r.reason_class),
    Field("standing", "text", "what a standards desk asks of a source beneath its type", lambda r: r.standing),
    Field("source_count", "integer", "how many people an unnamed source is, where told", lambda r: r.count),
    Field("kind", "text", "direct, mixed (words within the outlet's own sentence) or indirect (reported)",
          lambda r: r.kind),
    Field("quoted", "boolean", "false of reported speech", lambda r: r.kind != "indirect"),
    Field("said", "boolean", "false of what was denied, promised or supposed", lambda r: r.said),
    Field("medium", "text", "how it was said: speech, statement, social_media…", lambda r: r.medium),
    Field("via", "list of text", "the outlets and agencies through which the words came",
          lambda r: [via.name for via in r.via]),
    Field("addressee", "text", "to whom it was said, as worded", lambda r: r.addressee.text if r.addressee else None),
    Field("mention", "text", "the words beside the quotation that tell who speaks: “he”",
          lambda r: r.mention.text if r.mention else None),
    Field("cue", "text", "the words that tell that someone does: “said”", lambda r: r.cue.text if r.cue else None),
    Field("confidence", "number", "from 0 to 1: that all of it is right", lambda r: r.confidence),
    Field("speech_confidence", "number", "that these are somebody's words", lambda r: r.sure.quotation),
    Field("mention_confidence", "number", "that the mention is of whoever said them", lambda r: r.sure.mention),
    Field("name_confidence", "number", "that the name is that person's", lambda r: r.sure.name),
    Field("evidence", "list of text", "why it is this speaker, or none", lambda r: list(r.why)),
    Field("corrected", "boolean", "whether people had their say", lambda r: r.corrected),
    Field("corrected_by", "text", "who had it: who said whose words they are, else the last",
          lambda r: r.signature and r.signature.who),
    Field("corrected_at", "text", "when, in UTC", lambda r: r.signature and r.signature.made),
    Field("corrected_because", "text", "why, as they put it", lambda r: (r.signature and r.signature.reason) or None),
    Field("article_id", "text", "the lasting id of the article", lambda r: r.article_id),
    Field("title", "text", "the article's title", lambda r: r.title),
    Field("outlet", "text", "where it was published; of several places, the first", lambda r: r.outlet),
    Field("published", "date", "when", lambda r: r.published),
    Field("url", "text", "its address", lambda r: r.url),
    Field("start_offset", "integer", "where the words begin in the article's text, in code points from 0",
          lambda r: r.start),
    Field("end_offset", "integer", "where they end: the first code point behind them", lambda r: r.end),
    Field("parent_id", "text", "the quotation that this one stands inside", lambda r: r.parent),
    Field("whole_id", "text", "the quotation that it is counted as, where one runs over several paragraphs",
          lambda r: r.whole),
)  # fmt: skip


def to_row(record: QuotationRecord) -> dict[str, Any]:
    """All fields of a quotation by their names."""
    return {field.name: field.take(record) for field in FIELDS}


def to_columns(records: Iterable[QuotationRecord]) -> dict[str, list[Any]]:
    """The fields as columns, of the same length."""
    columns: dict[str, list[Any]] = {field.name: [] for field in FIELDS}
    for record in records:
        for field in FIELDS:
            columns[field.name].append(field.take(record))
    return columns


def plain(value: Any) -> Any:
    """A value as text formats have it: dates in ISO 8601."""
    return value.isoformat() if isinstance(value, date) else value
