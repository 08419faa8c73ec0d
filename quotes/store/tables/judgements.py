"""What people and the machine decide."""

from typing import Any, ClassVar, get_args

from sqlalchemy import JSON, CheckConstraint
from sqlmodel import Field, SQLModel

from quotes.domain import SourceType
from quotes.store.tables.rules import one_of, where_any


class JudgementRow(SQLModel, table=True):
    """A row of the one log: what a person or the machine holds of two who may be one, or of a quotation. Rows are only
    added; taking one back is a row."""

    __tablename__: ClassVar[str] = "judgements"
    __table_args__ = (
        one_of("about", ("identity", "quotation")),
        one_of("made_by", ("human", "machine")),
        CheckConstraint("about <> 'identity' OR right_id IS NOT NULL", "pair"),
        where_any("ix_judgements_undoes", "undoes"),
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
    undoes: str | None = None


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
    __table_args__ = (one_of("source_type", get_args(SourceType)),)

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
