"""What counts: derived from readings under the verdicts of people."""

from typing import ClassVar, get_args

from sqlalchemy import BigInteger, CheckConstraint, Index, text
from sqlmodel import Field, SQLModel

from quotes.categories import Category
from quotes.store.tables.rules import KEYED, is_span, one_of, where_any


class VoiceRow(SQLModel, table=True):
    """Derived: who is counted for which quotation, after people's verdicts. Words that were not said, and what people
    took back, are not in it. Of two who spoke as one, each has a row; `first` is set on one."""

    __tablename__: ClassVar[str] = "voices"
    __table_args__ = (
        one_of("category", get_args(Category)),
        CheckConstraint("(place = 0) = first", "first"),
        where_any("ix_voices_presence", "presence"),
        where_any("ix_voices_fingerprint", "fingerprint"),
        Index("ix_voices_person", "person", "leads", "reported", "copied", "whole"),
        Index("ix_voices_copied", "version", sqlite_where=text("copied"), postgresql_where=text("copied")),
        KEYED,
    )

    quotation: int = Field(primary_key=True, foreign_key="quotations.number", ondelete="CASCADE")
    place: int = Field(primary_key=True)  # among those who spoke as one, from 0
    version: int = Field(foreign_key="versions.number", ondelete="CASCADE", index=True)
    presence: int | None = Field(default=None, foreign_key="presences.number", ondelete="SET NULL")
    person: int | None = Field(default=None, foreign_key="people.number")  # the presence's, or somebody unnamed
    first: bool
    reported: bool  # indirect speech
    leads: bool  # the first stretch of a quotation that runs over several paragraphs, which alone is counted
    category: str  # of all its stretches together
    words: int  # of all its stretches, but for those of another speaker's quotation inside
    fingerprint: int | None = Field(default=None, sa_type=BigInteger)  # as quotes.store.counting.copies has it
    whole: int  # number of the quotation that it counts as: its own, or the first that is one with it
    copied: bool  # whether several count as one with it


class TallyRow(SQLModel, table=True):
    """Derived from `voices`: how much of what stands in one version, with and without indirect speech. Quotations and
    sources that stand in several are left out: they are counted together when somebody asks."""

    __tablename__: ClassVar[str] = "tallies"
    __table_args__ = KEYED

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
    __table_args__ = (one_of("kind", ("person", "organization")),)

    number: int | None = Field(default=None, primary_key=True)
    kind: str
    name: str  # as the store first met it
    folded: str = Field(unique=True)  # the kind, and the words of the name, folded


class MentionedWordRow(SQLModel, table=True):
    """Derived. The words of such names, folded, as they are looked up."""

    __tablename__: ClassVar[str] = "mentioned_words"
    __table_args__ = KEYED

    word: str = Field(primary_key=True)
    name: int = Field(primary_key=True, foreign_key="mentioned_names.number", ondelete="CASCADE", index=True)


class MentionedRow(SQLModel, table=True):
    """Derived from casts. Somebody is mentioned inside a quotation, by name or otherwise; whoever speaks it, only where
    by name."""

    __tablename__: ClassVar[str] = "mentioned"
    __table_args__ = (
        Index("ix_mentioned_name", "name", "quotation"),
        where_any("ix_mentioned_presence", "presence"),
        is_span("span"),
        KEYED,
    )  # fmt: skip

    quotation: int = Field(primary_key=True, foreign_key="quotations.number", ondelete="CASCADE")
    name: int = Field(primary_key=True, foreign_key="mentioned_names.number")
    presence: int | None = Field(
        default=None, foreign_key="presences.number", ondelete="SET NULL"
    )  # of somebody who speaks in the article, too
    span_start: int  # the first mention there, in the article
    span_end: int
