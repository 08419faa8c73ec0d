"""What was read: each parse of a version, and what it made of the quotations."""

from typing import Any, ClassVar, get_args

from sqlalchemy import JSON, BigInteger, CheckConstraint, ForeignKeyConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from quotes.categories import Category
from quotes.domain import IndirectScope, Kind, Medium, Modality, Polarity, ReasonClass, SourceType, Standing
from quotes.store.tables.rules import KEYED, is_span, one_of, unique_where, where_any

CHANGES = ("kept", "altered")


class ParseRow(SQLModel, table=True):
    """One version read once. The newest is current."""

    __tablename__: ClassVar[str] = "parses"
    __table_args__ = (
        one_of("indirect", get_args(IndirectScope)),
        unique_where("ix_parses_current", "version", "current"),
    )  # fmt: skip

    number: int | None = Field(default=None, primary_key=True)
    version: int = Field(foreign_key="versions.number", ondelete="CASCADE", index=True)
    run: int = Field(foreign_key="runs.number", index=True)
    current: bool
    indirect: str  # the class of indirect speech that was looked for
    wire_name: str | None = None  # the agency whose copy the text is
    wire_start: int | None = None
    wire_end: int | None = None
    members: list[dict[str, Any]] = Field(sa_type=JSON)  # the cast


class QuotationRow(SQLModel, table=True):
    """A stretch of a version that some reading, or a person, takes for somebody's words. Those are in the version's
    text alone; the views cut them out."""

    __tablename__: ClassVar[str] = "quotations"
    __table_args__ = (
        ForeignKeyConstraint(["version", "length"], ["versions.number", "versions.length"], ondelete="CASCADE"),
        UniqueConstraint("version", "span_start", "span_end"),
        where_any("ix_quotations_follows", "follows"),
        is_span("span"),
        CheckConstraint("span_end <= length", "inside"),
        one_of("change", CHANGES),
    )

    number: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    version: int
    length: int  # the version's
    span_start: int
    span_end: int
    words: int  # how many
    fingerprint: int | None = Field(default=None, sa_type=BigInteger)  # the same for the same words
    follows: int | None = Field(default=None, foreign_key="quotations.number", ondelete="SET NULL")
    change: str | None = None  # from the quotation of the version before that it follows


class ReadingRow(SQLModel, table=True):
    """What one parse made of a quotation: its kind, whose words it is, and why."""

    __tablename__: ClassVar[str] = "readings"
    __table_args__ = (
        UniqueConstraint("parse", "quotation"),  # in this order it serves those who look for all of a parse, too
        one_of("kind", get_args(Kind)),
        one_of("polarity", get_args(Polarity)),
        one_of("modality", get_args(Modality)),
        one_of("source_type", get_args(SourceType)),
        one_of("medium", get_args(Medium)),
        one_of("standing", get_args(Standing)),
        one_of("reason_class", get_args(ReasonClass)),
        is_span("content"),
        is_span("mention"),
        is_span("cue"),
        is_span("reason"),
        is_span("addressee"),
        one_of("category", get_args(Category)),
        CheckConstraint("confidence BETWEEN 0 AND 1", "confidence"),
        CheckConstraint(
            "confidence IS NOT NULL OR (speech_confidence IS NOT NULL AND mention_confidence IS NOT NULL)", "sure"
        ),
    )

    number: int | None = Field(default=None, primary_key=True)
    quotation: int = Field(foreign_key="quotations.number", ondelete="CASCADE")
    parse: int = Field(foreign_key="parses.number", ondelete="CASCADE")
    kind: str
    content_start: int
    content_end: int
    parts: list[list[int]] | None = Field(default=None, sa_type=JSON)  # the content where it is interrupted
    group_number: int | None = None  # stretches of one quotation that runs over several paragraphs share a number
    parent: int | None = Field(default=None, foreign_key="quotations.number", ondelete="SET NULL")
    marks: bool
    mention_start: int | None = None
    mention_end: int | None = None
    mention_text: str | None = None  # empty where it is the name or, of a source without one, the descriptor
    cue_start: int | None = None
    cue_end: int | None = None
    cue_text: str | None = None
    cue_lemma: str | None = None
    confidence: float | None = None  # empty where it is the product of the three below, as it is but in old stores
    speech_confidence: float | None = None
    mention_confidence: float | None = None
    name_confidence: float | None = None
    evidence: list[int] = Field(sa_type=JSON)  # numbers of reasons, the weightiest first
    cause: str | None = None
    polarity: str | None = None
    modality: str | None = None
    name: str | None = None  # as this article gives it
    source_type: str | None = None
    role: str | None = None
    affiliation: str | None = None
    descriptor: str | None = None
    anonymous: bool = False
    reason_start: int | None = None
    reason_end: int | None = None
    reason_text: str | None = None
    medium: str = "none"
    standing: str | None = None
    described_role: str | None = None
    seniority: str | None = None
    described_affiliation: str | None = None
    source_count: int | None = None
    document_kind: str | None = None
    declined: bool = False
    reason_class: str | None = None
    addressee_start: int | None = None
    addressee_end: int | None = None
    addressee_text: str | None = None
    member: int | None = None  # place in the cast
    addressee_member: int | None = None
    category: str  # what it counts as


class ReasonRow(SQLModel, table=True):
    """A sentence of evidence; few are said often."""

    __tablename__: ClassVar[str] = "reasons"

    number: int | None = Field(default=None, primary_key=True)
    text: str = Field(unique=True)


class ViaRow(SQLModel, table=True):
    """An outlet or agency through which the words came, in the order of the article."""

    __tablename__: ClassVar[str] = "via"
    __table_args__ = (is_span("span"), KEYED)

    reading: int = Field(primary_key=True, foreign_key="readings.number", ondelete="CASCADE")
    position: int = Field(primary_key=True)  # below nought where people say that it does not count
    name: str
    relation: str
    span_start: int | None = None
    span_end: int | None = None
    outlet: int = Field(foreign_key="outlets.number", index=True)
    member: int | None = None  # place in the cast
