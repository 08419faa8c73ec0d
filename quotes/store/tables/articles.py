"""What comes in: articles, their wordings, and where these stand."""

from datetime import date
from typing import ClassVar

from sqlalchemy import BigInteger, CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from quotes.store.tables.rules import KEYED, unique_where, where_any


class OutletRow(SQLModel, table=True):
    """Who publishes articles, or lets words through to those who do."""

    __tablename__: ClassVar[str] = "outlets"

    number: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    name: str  # as the store first met it


class ArticleRow(SQLModel, table=True):
    """One story under one lasting id, whatever becomes of its text and wherever it stands."""

    __tablename__: ClassVar[str] = "articles"

    number: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)


class VersionRow(SQLModel, table=True):
    """One wording of an article. It is current while a current appearance has it."""

    __tablename__: ClassVar[str] = "versions"
    __table_args__ = (
        UniqueConstraint("text_hash", "article"),  # in this order it serves those who look for a text, too
        UniqueConstraint("number", "length"),  # what holds quotations inside the text refers to it
        where_any("ix_versions_copy_of", "copy_of"),
        CheckConstraint("length = length(text)", "length"),
    )

    number: int | None = Field(default=None, primary_key=True)
    article: int = Field(foreign_key="articles.number", ondelete="CASCADE", index=True)
    seen: str  # when the store first met it
    current: bool
    text_hash: str
    length: int  # code points
    copy_of: int | None = Field(default=None, foreign_key="versions.number", ondelete="SET NULL")
    alike: float | None = None  # share of the shorter text's word triples that both have
    text: str  # last, so that reading the other columns need not read past it


class AppearanceRow(SQLModel, table=True):
    """Where a version stands: an outlet's page, an item of a feed. Former ones stay, no longer current."""

    __tablename__: ClassVar[str] = "appearances"
    __table_args__ = (
        unique_where("ix_appearances_id_current", "id", "current"),
        unique_where("ix_appearances_first", "version", "first"),
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
    __table_args__ = KEYED

    hash: int = Field(primary_key=True, sa_type=BigInteger)
    version: int = Field(primary_key=True, foreign_key="versions.number", ondelete="CASCADE")


class FingerprintRow(SQLModel, table=True):
    """Derived. A few hashes of word triples that stand for a quotation's words, so that drafts and variants find it.
    Neither indirect speech nor what is shorter than six words is in it."""

    __tablename__: ClassVar[str] = "fingerprints"
    __table_args__ = KEYED

    hash: int = Field(primary_key=True)
    quotation: int = Field(primary_key=True, foreign_key="quotations.number", ondelete="CASCADE")
