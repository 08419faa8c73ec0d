"""What was done to the store, and what it did not take."""

from typing import Any, ClassVar

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel


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
