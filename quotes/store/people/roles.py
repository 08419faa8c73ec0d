"""What role articles give somebody at a time."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from quotes.store.reading.asking import to_day, to_list
from quotes.store.sql import execute

_HELD = """
SELECT p.roles, p.published, a.id AS article
FROM people b JOIN presences p ON p.person = b.number JOIN articles a ON a.number = p.article
WHERE b.id = :person AND p.published <= :day AND CAST(p.roles AS VARCHAR) <> '[]'
ORDER BY p.published DESC, p.number LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """A role as an article of a day words it."""

    role: str
    published: date | None
    article: str  # id


def read_role_at(connection: Connection, person: str, day: date) -> RoleHeld | None:
    """The role of the last article up to this day that gives one; None where none does."""
    row = execute(connection, _HELD, {"person": person, "day": day.isoformat()}).first()
    return None if row is None else RoleHeld(to_list(row.roles)[0], to_day(row.published), row.article)
