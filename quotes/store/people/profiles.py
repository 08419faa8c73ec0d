"""Profiles of people, read out of the record: of each the first and the newest presences."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Row

from quotes.identity.known import KnownPerson
from quotes.identity.profiles import Kind, Profile, merge_profiles
from quotes.identity.tally import add_up, tally
from quotes.store.reading.asking import rows_of_any, to_day, to_list

_NEWEST = 7  # presences that are read of a person, and the first
_COLUMNS = (
    "b.number, b.id AS person, b.name AS called, b.kind, p.number AS presence, p.id, p.article,"
    " CAST(p.names AS TEXT) AS names, CAST(p.roles AS TEXT) AS roles, CAST(p.affiliations AS TEXT) AS affiliations,"
    " p.published"
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


class Person:
    """A row of people, and what is read of it: the presence, or the known person, that the id is of, and the newest
    presences. Most of those who are read have another name than is sought, so that the rest is looked at late."""

    __slots__ = ("_names", "_parts", "_profile", "_rows", "called", "id", "kind", "number")

    def __init__(self, number: int, identity: str, called: str | None, kind: Kind, *parts: Profile) -> None:
        self.number = number  # below zero: none yet
        self.id = identity
        self.called = called
        self.kind = kind
        self._parts = parts
        self._rows: list[Row[Any]] = []
        self._profile: Profile | None = None
        self._names: Profile | None = None

    def add_row(self, row: Row[Any]) -> None:
        """A presence that was read, once more if it is the first and among the newest."""
        if all(row.id != other.id for other in self._rows):
            self._rows.append(row)
            self._names = None

    def take_rows(self, other: "Person") -> None:
        self._rows, self._names = other._rows, None

    @property
    def parts(self) -> tuple[Profile, ...]:
        """What the profile is of, the one that the id is of going first."""
        if self._rows:
            parts = *self._parts, *map(_to_profile, self._rows)
            self._parts = tuple(sorted(parts, key=lambda part: part.id != self.id))
            self._rows = []
        return self._parts

    @property
    def profile(self) -> Profile:
        if self._profile is None:
            self._profile = merge_profiles(self.parts)
        return self._profile

    @profile.setter
    def profile(self, profile: Profile) -> None:
        self._profile = profile

    @property
    def names(self) -> Profile:
        """The profile, perhaps without anything but names."""
        if self._profile is not None or self._parts:
            return self.profile
        if self._names is None:
            self._names = Profile(self.kind, (self.id,), add_up(_tally(row.names) for row in self._rows))
        return self._names

    def extend(self, newcomers: Iterable[Profile]) -> None:
        """Newer presences, those of one article: the profile becomes what would be read."""
        first, *others = (*self.parts, *newcomers)
        self._parts = first, *others[-_NEWEST:]
        self._profile = None


def read_profiles(connection: Connection, numbers: Collection[int]) -> tuple[list[Person], Mapping[str, int]]:
    """People by number, of each the first and the newest presences, and the articles of these."""
    found: dict[int, Person] = {}
    articles: dict[str, int] = {}
    for row in rows_of_any(connection, _PROFILES, numbers):
        person = found.get(row.number) or Person(row.number, row.person, row.called, row.kind)
        found[row.number] = person
        person.add_row(row)
        articles[row.id] = row.article
    listed = [number for number in numbers if number not in found or found[number].id not in articles]
    for row in rows_of_any(connection, _KNOWN, listed):
        known = KnownPerson(row.id, row.name, tuple(to_list(row.aliases)), tuple(to_list(row.roles)), row.kind)
        person = Person(row.number, row.id, row.called, row.kind, known.profile())
        if row.number in found:
            person.take_rows(found[row.number])
        found[row.number] = person
    return list(found.values()), articles


def _to_profile(row: Row[Any]) -> Profile:
    day = to_day(row.published)
    names, roles, affiliations = map(_tally, (row.names, row.roles, row.affiliations))
    return Profile(row.kind, (row.id,), names, roles, affiliations, days=(day,) if day else ())


@lru_cache(maxsize=50_000)
def _tally(given: str) -> Counter[str]:
    """A list of JSON, each item counted once; not to be changed."""
    return tally(json.loads(given))
