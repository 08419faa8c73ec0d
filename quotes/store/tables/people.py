"""Who is who across articles, and by what names they are found."""

from datetime import date
from typing import ClassVar

from sqlalchemy import JSON, BigInteger, Index
from sqlmodel import Field, SQLModel

from quotes.store.tables.rules import KEYED, one_of, where_any

PERSON_KINDS = ("person", "organization", "unnamed_person", "unnamed_group", "document", "narrator")


class PersonRow(SQLModel, table=True):
    """Derived from the judgement log. Somebody or something that speaks: across articles where it has a name, within
    one where it has none."""

    __tablename__: ClassVar[str] = "people"
    __table_args__ = (one_of("kind", PERSON_KINDS), where_any("ix_people_article", "article"))

    number: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    kind: str
    name: str | None = None  # the commonest of the fullest wordings; empty for the unnamed
    descriptor: str | None = None
    article: int | None = Field(default=None, foreign_key="articles.number", ondelete="CASCADE")  # of the unnamed


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


class NameWordRow(SQLModel, table=True):
    """Derived. The words of the names that a person goes by, folded, as names are looked up."""

    __tablename__: ClassVar[str] = "name_words"
    __table_args__ = KEYED

    word: str = Field(primary_key=True)
    person: int = Field(primary_key=True, foreign_key="people.number", ondelete="CASCADE", index=True)


class NameKeyRow(SQLModel, table=True):
    """Derived. Hashes of the keys under which a person is found by whoever may be the same."""

    __tablename__: ClassVar[str] = "name_keys"
    __table_args__ = KEYED

    hash: int = Field(primary_key=True, sa_type=BigInteger)
    person: int = Field(primary_key=True, foreign_key="people.number", ondelete="CASCADE", index=True)
