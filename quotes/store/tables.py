"""The tables. docs/schema.md draws them; `quotes.store.views` says what counts.

Everything that is read out of a text hangs on a version of it; what a parser made of a stretch is a reading, and each
run's readings stay. Tables marked "derived" hold nothing of their own: they are filled anew from the others.
Times are ISO 8601 in UTC. A row checks nothing when it is made: the constraints below hold in the database, and what
must hold of a value holds of the dataclass that it is made from.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar, get_args

from sqlalchemy import JSON, BigInteger, CheckConstraint, ForeignKeyConstraint, Index, Table, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from quotes.categories import Category
from quotes.domain import IndirectScope, Kind, Medium, Modality, Polarity, ReasonClass, SourceType, Standing

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

PERSON_KINDS = ("person", "organization", "unnamed_person", "unnamed_group", "document", "narrator")
CHANGES = ("kept", "altered")


def _one_of(column: str, values: Sequence[str]) -> CheckConstraint:
    return CheckConstraint(f"{column} IN ({', '.join(map(repr, values))})", column)


def _is_span(name: str) -> CheckConstraint:
    return CheckConstraint(f"{name}_start >= 0 AND {name}_end >= {name}_start", f"{name}_span")


def _unique_where(name: str, column: str, flag: str) -> Index:
    """At most one row a value of the column is flagged."""
    return Index(name, column, unique=True, sqlite_where=text(flag), postgresql_where=text(flag))


def _where_any(name: str, column: str) -> Index:
    """An index of the rows that have a value there, where most have none."""
    given = text(f"{column} IS NOT NULL")
    return Index(name, column, sqlite_where=given, postgresql_where=given)


_KEYED = {"sqlite_with_rowid": False}  # kept in the order of the primary key, and not a second time in another


class OutletRow(SQLModel, table=True):
    """Who publishes articles, or lets words through to those who do."""

    __tablename__: ClassVar[str] = "outlets"

    number: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    name: str  # as the store first met it


class RunRow(SQLModel, table=True):
    """Something that was done to the store at one time with one set of models and settings."""

    __tablename__: ClassVar[str] = "runs"

    number: int | None = Field(default=None, primary_key=True)
    started: str
    ended: str | None = None  # empty while it lasts, and where it was killed
    command: str
    parser: str
    models: str
    fingerprint: str  # of code, lexicons and models that decide: what read the articles
    settings: dict[str, Any] = Field(sa_type=JSON)


class RejectRow(SQLModel, table=True):
    """What was meant to be an article and is none, with its raw input, if any, to be mended and fed again."""

    __tablename__: ClassVar[str] = "rejects"

    number: int | None = Field(default=None, primary_key=True)
    run: int = Field(foreign_key="runs.number", ondelete="CASCADE", index=True)
    origin: str
    reason: str
    raw: str | None = None
    mended: str | None = None  # when a later run took the same origin


class ArticleRow(SQLModel, table=True):
    """One story under one lasting id, whatever becomes of its text and wherever it stands."""

    __tablename__: ClassVar[str] = "articles"

    number: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)


class VersionRow(SQLModel, table=True):
    """One wording of an article. It is current while a current appearance has it."""

    __tablename__: ClassVar[str] = "versions"
    __table_args__ = (
        UniqueConstraint("article", "text_hash"),
        UniqueConstraint("number", "length"),  # what holds quotations inside the text refers to it
        _where_any("ix_versions_copy_of", "copy_of"),
        CheckConstraint("length = length(text)", "length"),
    )

    number: int | None = Field(default=None, primary_key=True)
    article: int = Field(foreign_key="articles.number", ondelete="CASCADE")
    seen: str  # when the store first met it
    current: bool
    text_hash: str = Field(index=True)
    length: int  # code points
    copy_of: int | None = Field(default=None, foreign_key="versions.number", ondelete="SET NULL")
    alike: float | None = None  # share of the shorter text's word triples that both have
    text: str  # last, so that reading the other columns need not read past it


class AppearanceRow(SQLModel, table=True):
    """Where a version stands: an outlet's page, an item of a feed. Former ones stay, no longer current."""

    __tablename__: ClassVar[str] = "appearances"
    __table_args__ = (
        _unique_where("ix_appearances_id_current", "id", "current"),
        _unique_where("ix_appearances_first", "version", "first"),
    )  # fmt: skip

    number: int | None = Field(default=None, primary_key=True)
    version: int = Field(foreign_key="versions.number", ondelete="CASCADE", index=True)
    id: str  # the carrier's, else a hash of the address or the text
    current: bool
    first: bool  # the one that the version is read and shown under
    seen: str
    url: str | None = Field(default=None, index=True)
    outlet: int | None = Field(default=None, foreign_key="outlets.number", index=True)
    outlet_name: str | None = None  # as this carrier spells it
    published: date | None = Field(default=None, index=True)
    title: str | None = None
    byline: str | None = None
    section: str | None = None


class SketchRow(SQLModel, table=True):
    """Derived. A few hashes of word triples that stand for a version's text, so that near copies find each other."""

    __tablename__: ClassVar[str] = "sketches"
    __table_args__ = _KEYED

    hash: int = Field(primary_key=True, sa_type=BigInteger)
    version: int = Field(primary_key=True, foreign_key="versions.number", ondelete="CASCADE")


class FingerprintRow(SQLModel, table=True):
    """Derived. A few hashes of word triples that stand for a quotation's words, so that drafts and variants find it.
    Neither indirect speech nor what is shorter than six words is in it."""

    __tablename__: ClassVar[str] = "fingerprints"
    __table_args__ = _KEYED

    hash: int = Field(primary_key=True)
    quotation: int = Field(primary_key=True, foreign_key="quotations.number", ondelete="CASCADE")


class ParseRow(SQLModel, table=True):
    """One version read once. The newest is current."""

    __tablename__: ClassVar[str] = "parses"
    __table_args__ = (
        _one_of("indirect", get_args(IndirectScope)),
        _unique_where("ix_parses_current", "version", "current"),
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
        _where_any("ix_quotations_follows", "follows"),
        _is_span("span"),
        CheckConstraint("span_end <= length", "inside"),
        _one_of("change", CHANGES),
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
        _one_of("kind", get_args(Kind)),
        _one_of("polarity", get_args(Polarity)),
        _one_of("modality", get_args(Modality)),
        _one_of("source_type", get_args(SourceType)),
        _one_of("medium", get_args(Medium)),
        _one_of("standing", get_args(Standing)),
        _one_of("reason_class", get_args(ReasonClass)),
        _is_span("content"),
        _is_span("mention"),
        _is_span("cue"),
        _is_span("reason"),
        _is_span("addressee"),
        _one_of("category", get_args(Category)),
        CheckConstraint("confidence BETWEEN 0 AND 1", "confidence"),
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
    mention_text: str | None = None
    cue_start: int | None = None
    cue_end: int | None = None
    cue_text: str | None = None
    cue_lemma: str | None = None
    confidence: float  # the product of the three below, which are empty where an older version stored it
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
    __table_args__ = (_is_span("span"), _KEYED)

    reading: int = Field(primary_key=True, foreign_key="readings.number", ondelete="CASCADE")
    position: int = Field(primary_key=True)  # below nought where people say that it does not count
    name: str
    relation: str
    span_start: int | None = None
    span_end: int | None = None
    outlet: int = Field(foreign_key="outlets.number", index=True)
    member: int | None = None  # place in the cast


class PersonRow(SQLModel, table=True):
    """Derived from the judgement log. Somebody or something that speaks: across articles where it has a name, within
    one where it has none."""

    __tablename__: ClassVar[str] = "people"
    __table_args__ = (_one_of("kind", PERSON_KINDS),)

    number: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    kind: str
    name: str | None = None  # the commonest of the fullest wordings; empty for the unnamed
    descriptor: str | None = None
    article: int | None = Field(default=None, foreign_key="articles.number", ondelete="CASCADE", index=True)  # unnamed


class PresenceRow(SQLModel, table=True):
    """A named person or organisation in one article, as that article shows it: what the log's judgements are about."""

    __tablename__: ClassVar[str] = "presences"
    __table_args__ = (Index("ix_presences_person", "person", "number"),)

    number: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    article: int = Field(foreign_key="articles.number", ondelete="CASCADE", index=True)
    person: int = Field(foreign_key="people.number")
    kind: str
    names: list[str] = Field(sa_type=JSON)  # the wordings, the fullest first
    roles: list[str] = Field(sa_type=JSON)
    affiliations: list[str] = Field(sa_type=JSON)
    published: date | None = None


class NameWordRow(SQLModel, table=True):
    """Derived. The words of the names that a person goes by, folded, as names are looked up."""

    __tablename__: ClassVar[str] = "name_words"
    __table_args__ = _KEYED

    word: str = Field(primary_key=True)
    person: int = Field(primary_key=True, foreign_key="people.number", ondelete="CASCADE", index=True)


class NameKeyRow(SQLModel, table=True):
    """Derived. Hashes of the keys under which a person is found by whoever may be the same."""

    __tablename__: ClassVar[str] = "name_keys"
    __table_args__ = _KEYED

    hash: int = Field(primary_key=True, sa_type=BigInteger)
    person: int = Field(primary_key=True, foreign_key="people.number", ondelete="CASCADE", index=True)


class VoiceRow(SQLModel, table=True):
    """Derived: who is counted for which quotation, after people's verdicts. Words that were not said, and what people
    took back, are not in it. Of two who spoke as one, each has a row; `first` is set on one."""

    __tablename__: ClassVar[str] = "voices"
    __table_args__ = (
        UniqueConstraint("quotation", "presence"),
        _one_of("category", get_args(Category)),
        Index("ix_voices_person", "person", "leads", "reported", "copied", "whole"),
        Index("ix_voices_copied", "version", sqlite_where=text("copied"), postgresql_where=text("copied")),
    )

    number: int | None = Field(default=None, primary_key=True)
    quotation: int = Field(foreign_key="quotations.number", ondelete="CASCADE")
    version: int = Field(foreign_key="versions.number", ondelete="CASCADE", index=True)
    presence: int | None = Field(default=None, foreign_key="presences.number", ondelete="SET NULL", index=True)
    person: int | None = Field(default=None, foreign_key="people.number")  # the presence's, or somebody unnamed
    first: bool
    reported: bool  # indirect speech
    leads: bool  # the first stretch of a quotation that runs over several paragraphs, which alone is counted
    category: str  # of all its stretches together
    words: int  # of all its stretches, but for those of another speaker's quotation inside
    fingerprint: int | None = Field(
        default=None, sa_type=BigInteger, index=True
    )  # as quotes.store.counting.counts has it
    whole: int  # number of the quotation that it counts as: its own, or the first that is one with it
    copied: bool  # whether several count as one with it


class TallyRow(SQLModel, table=True):
    """Derived from `voices`: how much of what stands in one version, with and without indirect speech. Quotations and
    sources that stand in several are left out: they are counted together when somebody asks."""

    __tablename__: ClassVar[str] = "tallies"
    __table_args__ = _KEYED

    version: int = Field(primary_key=True, foreign_key="versions.number", ondelete="CASCADE")
    reports: int = Field(primary_key=True)  # 1: with indirect speech
    quotations_total: int
    quotations_told: int
    quotations_strict: int
    quotations_broad: int
    quotations_spokespersons: int
    quotations_documents: int
    words_total: int
    words_told: int
    words_strict: int
    words_broad: int
    words_spokespersons: int
    words_documents: int
    words_squares: int = Field(sa_type=BigInteger)  # the sum of the squares of the lengths of those with a told speaker
    sources_total: int
    sources_told: int
    sources_strict: int
    sources_broad: int
    sources_spokespersons: int
    sources_documents: int
    articles_told: int  # 1 if any quotation is of such a category, also if it stands in others too
    articles_strict: int
    articles_broad: int
    articles_spokespersons: int
    articles_documents: int


class MentionedNameRow(SQLModel, table=True):
    """Derived. A name under which casts know somebody who is mentioned inside quotations."""

    __tablename__: ClassVar[str] = "mentioned_names"
    __table_args__ = (_one_of("kind", ("person", "organization")),)

    number: int | None = Field(default=None, primary_key=True)
    kind: str
    name: str  # as the store first met it
    folded: str = Field(unique=True)  # the kind, and the words of the name, folded


class MentionedWordRow(SQLModel, table=True):
    """Derived. The words of such names, folded, as they are looked up."""

    __tablename__: ClassVar[str] = "mentioned_words"
    __table_args__ = _KEYED

    word: str = Field(primary_key=True)
    name: int = Field(primary_key=True, foreign_key="mentioned_names.number", ondelete="CASCADE", index=True)


class MentionedRow(SQLModel, table=True):
    """Derived from casts. Somebody is mentioned inside a quotation, by name or otherwise; whoever speaks it, only where
    by name."""

    __tablename__: ClassVar[str] = "mentioned"
    __table_args__ = (Index("ix_mentioned_name", "name", "quotation"), _is_span("span"), _KEYED)

    quotation: int = Field(primary_key=True, foreign_key="quotations.number", ondelete="CASCADE")
    name: int = Field(primary_key=True, foreign_key="mentioned_names.number")
    presence: int | None = Field(
        default=None, foreign_key="presences.number", ondelete="SET NULL", index=True
    )  # of somebody who speaks in the article, too
    span_start: int  # the first mention there, in the article
    span_end: int


class JudgementRow(SQLModel, table=True):
    """A row of the one log: what a person or the machine holds of two who may be one, or of a quotation. Rows are only
    added; taking one back is a row."""

    __tablename__: ClassVar[str] = "judgements"
    __table_args__ = (
        _one_of("about", ("identity", "quotation")),
        _one_of("made_by", ("human", "machine")),
        CheckConstraint("about <> 'identity' OR right_id IS NOT NULL", "pair"),
    )

    number: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    about: str
    left_id: str = Field(index=True)  # a presence or a known person; the quotation
    right_id: str | None = Field(default=None, index=True)
    verdict: str
    value: dict[str, Any] | None = Field(default=None, sa_type=JSON)  # what a correction says instead
    made_by: str
    who: str
    made: str
    reason: str
    score: float | None = None
    undoes: str | None = Field(default=None, index=True)


class JudgedNameRow(SQLModel, table=True):
    """Whom the rows of the log are about, as the article named them when the row was written."""

    __tablename__: ClassVar[str] = "judged_names"

    id: str = Field(primary_key=True)
    article_id: str = Field(index=True)
    kind: str
    name: str


class CorrectionRow(SQLModel, table=True):
    """Derived from the judgement log. What people hold of a quotation, before whatever is read; empty is no verdict."""

    __tablename__: ClassVar[str] = "corrections"
    __table_args__ = (_one_of("source_type", get_args(SourceType)),)

    quotation: int = Field(primary_key=True, foreign_key="quotations.number", ondelete="CASCADE")
    said: bool | None = None  # False: these are nobody's words
    speaker: bool = False  # whether the columns below say who it is, instead of the reading's
    source_type: str | None = None
    name: str | None = None
    role: str | None = None
    descriptor: str | None = None
    anonymous: bool | None = None
    standing: str | None = None  # as far as the type and the descriptor tell it
    without_via: bool = False  # whether no outlet that was read counts as one through which the words came
    verdict: str | None = None  # of the row that says whose words they are, else of the newest; empty of what gave way
    who: str | None = None
    made: str | None = None
    reason: str | None = None


class KnownPersonRow(SQLModel, table=True):
    """Somebody on a list that people keep, and the person that it is in the registry."""

    __tablename__: ClassVar[str] = "known_people"

    id: str = Field(primary_key=True)
    person: int | None = Field(default=None, foreign_key="people.number", index=True)
    name: str
    kind: str
    aliases: list[str] = Field(sa_type=JSON)
    roles: list[str] = Field(sa_type=JSON)
    wikidata: str | None = None


TABLES: Mapping[str, Table] = SQLModel.metadata.tables
