"""What the definitions of tables have in common: names of constraints, and the kinds of constraints and indexes."""

from collections.abc import Sequence

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
KEYED = {"sqlite_with_rowid": False}  # kept in the order of the primary key, and not a second time in another


def one_of(column: str, values: Sequence[str]) -> CheckConstraint:
    return CheckConstraint(f"{column} IN ({', '.join(map(repr, values))})", column)


def is_span(name: str) -> CheckConstraint:
    return CheckConstraint(f"{name}_start >= 0 AND {name}_end >= {name}_start", f"{name}_span")


def unique_where(name: str, column: str, flag: str) -> Index:
    """At most one row a value of the column is flagged."""
    return Index(name, column, unique=True, sqlite_where=text(flag), postgresql_where=text(flag))


def where_any(name: str, column: str) -> Index:
    """An index of the rows that have a value there, where most have none."""
    given = text(f"{column} IS NOT NULL")
    return Index(name, column, sqlite_where=given, postgresql_where=given)
