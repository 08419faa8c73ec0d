"""Profiles of people, read out of the record: of each the first and the newest presences."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row

from quotes.identity.known import KnownPerson
from quotes.identity.profiles import Profile, merge_profiles
from quotes.identity.tally import tally
from quotes.store.reading.asking import rows_of_any, to_day, to_list

_NEWEST = 7  # presences that are read of a person, and the first
_COLUMNS = (
    "b.number, b.id AS person, b.name AS called, b.kind, p.number AS presence, p.id, p.article, p.names, p.roles,"
    " p.affiliations, p.published"
)
_PROFILES = f"""
SELECT {_COLUMNS}
FROM people b
JOIN presences p ON p.person = b.number AND p.number >= coalesce(
    (SELECT n.number FROM presences n WHERE n.person = b.number ORDER BY n.number DESC LIMIT 1 OFFSET {_NEWEST - 1}),
    0)
WHERE b.number IN :ids
UNION ALL
SELECT {_COLUMNS} FROM people b JOIN presences p ON p.id = b.id WHERE b.number IN :ids
ORDER BY 1, 5
"""
_KNOWN = """
SELECT b.number, b.name AS called, k.id, k.name, k.kind, k.aliases, k.roles
FROM people b JOIN known_people k ON k.id = b.id WHERE b.number IN :ids
"""


@dataclass(slots=True)
class Person:
    """A row of people, and what is read of it."""

    number: int  # below zero: none yet
    called: str | None
    parts: tuple[Profile, ...]  # the presence, or the known person, that the id is of, and the newest presences
    profile: Profile
    articles: Mapping[str, int]  # of these presences, as far as they were read

    def extend(self, newcomers: Iterable[Profile]) -> None:
        """Newer presences, those of one article: the profile becomes what would be read."""
        first, *others = (*self.parts, *newcomers)
        self.parts = first, *others[-_NEWEST:]
        self.profile = merge_profiles(self.parts)


def read_profiles(connection: Connection, numbers: Collection[int]) -> list[Person]:
    """The profiles of people by number, of each from the first and the newest presences."""
    called: dict[int, str | None] = {}
    heads: dict[int, str] = {}
    found: dict[int, dict[str, Profile]] = {}
    articles: dict[int, dict[str, int]] = {}
    for row in rows_of_any(connection, _PROFILES, numbers):
        called[row.number], heads[row.number] = row.called, row.person
        articles.setdefault(row.number, {})[row.id] = row.article
        found.setdefault(row.number, {}).setdefault(row.id, _to_profile(row))
    listed = [number for number in numbers if heads.get(number) not in found.get(number, ())]
    for row in rows_of_any(connection, _KNOWN, listed):
        called[row.number], heads[row.number] = row.called, row.id
        known = KnownPerson(row.id, row.name, tuple(to_list(row.aliases)), tuple(to_list(row.roles)), row.kind)
        found.setdefault(row.number, {})[row.id] = known.profile()
    people = []
    for number, profiles in found.items():
        first = profiles.pop(heads[number])  # the person goes by its id
        parts = first, *profiles.values()
        people.append(Person(number, called[number], parts, merge_profiles(parts), articles.get(number, {})))
    return people


def _to_profile(row: Row[Any]) -> Profile:
    day = to_day(row.published)
    names, roles, affiliations = (tally(to_list(found)) for found in (row.names, row.roles, row.affiliations))
    return Profile(row.kind, (row.id,), names, roles, affiliations, days=(day,) if day else ())
