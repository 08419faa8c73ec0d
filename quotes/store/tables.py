"""The tables. A row checks nothing: what must hold of it holds of the dataclass that it is made from."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import DDL, JSON, Table, event
from sqlmodel import Field, SQLModel


class OutletRow(SQLModel, table=True):
    """Who publishes articles, or lets words through to those who do."""

    __tablename__: ClassVar[str] = "outlets"

    id: str = Field(primary_key=True)
    name: str


class ArticleRow(SQLModel, table=True):
    __tablename__: ClassVar[str] = "articles"

    id: str = Field(primary_key=True)
    text_hash: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None  # as the article's carrier spells it
    outlet_id: str | None = Field(default=None, foreign_key="outlets.id", index=True)
    published: date | None = None
    byline: str | None = None
    section: str | None = None
    parser: str
    models: str
    wire_name: str | None = None  # the agency whose copy it is
    wire_start: int | None = None
    wire_end: int | None = None
    indirect: str | None = None  # the class of indirect speech that was looked for; None before there was any
    members: list[dict[str, Any]] | None = Field(default=None, sa_type=JSON)  # the cast; None before there was any
    text: str  # last, so that reading the other columns need not read past it


class SpeakerRow(SQLModel, table=True):
    __tablename__: ClassVar[str] = "speakers"

    id: str = Field(primary_key=True)
    type: str
    name: str | None = None
    descriptor: str | None = None
    article_id: str | None = None  # an unnamed source is known within its article only


class SpeakerNameRow(SQLModel, table=True):
    """A name as an article gives it: the evidence that the speaker is called so."""

    __tablename__: ClassVar[str] = "speaker_names"

    speaker_id: str = Field(primary_key=True, foreign_key="speakers.id", ondelete="CASCADE")
    article_id: str = Field(primary_key=True, foreign_key="articles.id", ondelete="CASCADE", index=True)
    name: str = Field(primary_key=True)
    words: str = Field(index=True)  # the name folded, as names are compared


class QuotationRow(SQLModel, table=True):
    __tablename__: ClassVar[str] = "quotations"

    number: int | None = Field(default=None, primary_key=True)  # what the index of words refers to
    id: str = Field(unique=True)
    article_id: str = Field(foreign_key="articles.id", ondelete="CASCADE", index=True)
    kind: str
    span_start: int
    span_end: int
    content_start: int
    content_end: int
    group_number: int | None = None
    parent_id: str | None = None
    parts: list[list[int]] | None = Field(default=None, sa_type=JSON)  # the content where it is interrupted
    marks: bool | None = None  # empty where an older version stored it, which knew no words without marks
    text: str
    words: str  # the text folded, as words are searched


class AttributionRow(SQLModel, table=True):
    """Whose words a quotation is, and why we think so; one a quotation."""

    __tablename__: ClassVar[str] = "attributions"

    quotation_id: str = Field(primary_key=True, foreign_key="quotations.id", ondelete="CASCADE")
    speaker_id: str | None = Field(default=None, foreign_key="speakers.id", index=True)
    name: str | None = None  # as this article gives it
    mention_start: int | None = None
    mention_end: int | None = None
    mention_text: str | None = None
    cue_start: int | None = None
    cue_end: int | None = None
    cue_text: str | None = None
    cue_lemma: str | None = None
    confidence: float  # the product of the three below, which are empty where an older version stored it
    speech_confidence: float | None = None
    mention_confidence: float | None = None
    name_confidence: float | None = None
    evidence: list[str] = Field(sa_type=JSON)
    cause: str | None = None
    polarity: str | None = None
    modality: str | None = None
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
    declined: bool | None = None  # empty where an older version stored it
    reason_class: str | None = None
    addressee_start: int | None = None
    addressee_end: int | None = None
    addressee_text: str | None = None
    member: int | None = None  # place in the article's members
    addressee_member: int | None = None


class ViaRow(SQLModel, table=True):
    """An outlet or agency through which the words came, in the order of the article."""

    __tablename__: ClassVar[str] = "via"

    quotation_id: str = Field(primary_key=True, foreign_key="quotations.id", ondelete="CASCADE")
    position: int = Field(primary_key=True)
    name: str
    relation: str
    span_start: int | None = None
    span_end: int | None = None
    outlet_id: str = Field(foreign_key="outlets.id", index=True)
    member: int | None = None  # place in the article's members


# The index of words. SQLite keeps it in a table of its own, which triggers hold level with the quotations. PostgreSQL
# allows a megabyte a vector, hence the bound: of a longer quotation the beginning is found.
_INDEX_OF_WORDS = {
    "sqlite": (
        "CREATE VIRTUAL TABLE quotation_words USING fts5(words, content='quotations', content_rowid='number',"
        " tokenize='unicode61 remove_diacritics 0')",
        "CREATE TRIGGER quotation_words_insert AFTER INSERT ON quotations BEGIN"
        " INSERT INTO quotation_words(rowid, words) VALUES (new.number, new.words); END",
        "CREATE TRIGGER quotation_words_delete AFTER DELETE ON quotations BEGIN"
        " INSERT INTO quotation_words(quotation_words, rowid, words) VALUES ('delete', old.number, old.words); END",
    ),
    "postgresql": ("CREATE INDEX quotation_words ON quotations USING gin (to_tsvector('simple', left(words, 60000)))",),
}
TABLES: Mapping[str, Table] = SQLModel.metadata.tables
for _dialect, _statements in _INDEX_OF_WORDS.items():
    for _statement in _statements:
        _definition = DDL(_statement)  # type: ignore[no-untyped-call]
        event.listen(TABLES["quotations"], "after_create", _definition.execute_if(dialect=_dialect))
