"""People near a newcomer: found by the keys of their names, known by their first and newest presences."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row

from quotes.identity.block import CROWD, NAMESAKES, is_single, keys_of, surname_key
from quotes.identity.candidates import Candidates
from quotes.identity.compare import Census, family_key
from quotes.identity.judgement import derive_clusters
from quotes.identity.known import KnownPerson
from quotes.identity.names import parse_name
from quotes.identity.profiles import Profile, merge_profiles
from quotes.identity.tally import tally
from quotes.store.people.keys import hash_of
from quotes.store.people.log import find_before, find_now, rows_about
from quotes.store.people.surroundings import Surroundings
from quotes.store.reading.asking import rows_of_any, to_day, to_list

_NEWEST = 7  # presences that are read of a person, and the first
_SINGLES = 8  # people known by one name only that are looked at again
_COLUMNS = (
    "b.number, b.id AS person, b.name AS called, b.kind, p.number AS presence, p.id, p.names, p.roles, p.affiliations,"
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
_SIZES = "SELECT person, count(*) AS size FROM presences WHERE person IN :ids GROUP BY person"


@dataclass(slots=True)
class Person:
    """A row of people, and what is read of it."""

    number: int  # below zero: none yet
    called: str | None
    profile: Profile


class SampledCensus(Census):
    """What the archive tells, asked when it is wanted."""

    def __init__(self, surroundings: Surroundings, bearers: Mapping[str, int]) -> None:
        super().__init__(bearers=bearers, around=surroundings.around)
        object.__setattr__(self, "_surroundings", surroundings)

    @property
    def rarity(self) -> Mapping[str, float]:
        return self._surroundings.sampled().rarity  # type: ignore[attr-defined,no-any-return]

    @property
    def rarest(self) -> float:
        return self._surroundings.sampled().rarest  # type: ignore[attr-defined,no-any-return]


class Neighbours:
    """The people of one transaction, read as they are wanted, with those who came in it.

    Profiles go by the ids of their people. Newcomers who joined somebody, and new people, are known at once.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.surroundings = Surroundings(connection)
        self.people: dict[str, Person] = {}
        self._by_number: dict[int, str] = {}
        self._by_hash: dict[int, list[int]] = {}
        self._new: dict[int, list[str]] = {}  # hash → people without a number yet
        self._apart: dict[str, frozenset[str]] = {}
        self.strangers = set[str]()  # newcomers of whom the log says nothing
        self.bearers: dict[str, int] = {}
        self.candidates = Candidates(self.near, SampledCensus(self.surroundings, self.bearers), self._keeps_apart)

    def expect(self, newcomers: Iterable[Profile]) -> None:
        """Look up all at once whom these may be."""
        sought = [hash_of(key) for newcomer in newcomers for key in keys_of(newcomer)[1]]
        self._find(sought)
        self._read(number for found in map(self._by_hash.__getitem__, sought) if len(found) <= 2 for number in found)

    def near(self, profile: Profile) -> list[Profile]:
        """Those who keep a key that this one seeks, each once; of very many under one key some or none."""
        sought = {hash_of(key): key for key in sorted(keys_of(profile)[1])}
        self._find(sought)
        wanted: dict[int, None] = {}
        fresh: dict[str, None] = {}
        surname = set(map(surname_key, map(parse_name, profile.names))) if is_single(profile) else set[str]()
        for number, key in sought.items():
            found = self._by_hash[number]
            fresh.update(dict.fromkeys(self._new.get(number, ())))
            if key in surname:
                wanted.update(dict.fromkeys(self._most_met(found)))
            elif key.split(" ", 2)[1] in ("all", "name", "one"):
                wanted.update(dict.fromkeys(found[-NAMESAKES:]))
            elif len(found) <= CROWD:
                wanted.update(dict.fromkeys(found))
        self._read(wanted)
        ids = [self._by_number[number] for number in wanted if number in self._by_number]
        if is_single(profile):
            self._count_bearers(profile, sought)
        return [self.people[i].profile for i in dict.fromkeys((*ids, *fresh)) if i in self.people and i != profile.id]

    def singles_near(self, identity: str) -> list[Profile]:
        """Those known by one name only that may be somebody's, the newest; none for others like them."""
        profile = self.people[identity].profile
        if profile.kind != "person" or is_single(profile):
            return []
        sought = [hash_of(key) for key in sorted(keys_of(profile)[1]) if key.startswith("person one ")]
        self._find(sought)
        numbers = list(dict.fromkeys(number for key in sought for number in self._by_hash[key][-_SINGLES:]))
        self._read(numbers)
        ids = [self._by_number[number] for number in numbers if number in self._by_number]
        ids += [one for key in sought for one in self._new.get(key, ())]
        singles = [self.people[one].profile for one in dict.fromkeys(ids) if one in self.people]
        self._estimate_bearers(singles)
        return singles

    def _estimate_bearers(self, singles: Iterable[Profile]) -> None:
        """How often, at the least, people are met who may go by these single names."""
        names = [parse_name(single.name) for single in singles]
        keys = {name: hash_of(surname_key(name)) for name in names if family_key(name.words) not in self.bearers}
        self._find(keys.values())
        for name, key in keys.items():
            self.bearers[family_key(name.words)] = len(self._by_hash[key])

    def total(self, identity: str) -> int:
        """How many presences somebody has, those of this transaction too."""
        person = self.people[identity]
        if person.number < 0:
            return person.profile.total
        return sum(row.size for row in rows_of_any(self._connection, _SIZES, [person.number]))

    def add(self, profile: Profile, number: int = -1) -> None:
        """Somebody new."""
        self.people[profile.id] = Person(number, profile.name, profile)
        for key in keys_of(profile)[0]:
            self._new.setdefault(hash_of(key), []).append(profile.id)

    def join(self, identity: str, newcomer: Profile) -> bool:
        """A newcomer is somebody who is known; whether that may change by what names that one is found and called."""
        person = self.people[identity]
        known = person.profile.names
        reworded = any(
            name != person.called and (name not in known or len(name.split()) > 1) for name in newcomer.names
        )
        person.profile = replace(merge_profiles([person.profile, newcomer]), known_id=person.profile.known_id)
        return reworded

    def unite(self, identity: str, other: str) -> None:
        """Two who are known are one, who goes on by the first id here."""
        person = self.people[identity]
        person.profile = replace(
            merge_profiles([person.profile, self.people.pop(other).profile]), known_id=person.profile.known_id
        )

    def _find(self, hashes: Iterable[int]) -> None:
        missing = {number for number in hashes if number not in self._by_hash}
        self._by_hash.update((number, []) for number in missing)
        query = "SELECT hash, person FROM name_keys WHERE hash IN :ids ORDER BY person"
        for number, person in rows_of_any(self._connection, query, missing):
            self._by_hash[number].append(person)

    def _read(self, numbers: Iterable[int]) -> None:
        missing = {number for number in numbers if number not in self._by_number}
        if missing:
            for person in read_profiles(self._connection, missing):
                self._by_number[person.number] = person.profile.id
                self.people[person.profile.id] = person

    def _most_met(self, numbers: Sequence[int]) -> list[int]:
        """The few of many bearers of a name who are met most: another could not lead by a margin."""
        if len(numbers) <= NAMESAKES:
            return list(numbers)
        sizes = {row.person: row.size for row in rows_of_any(self._connection, _SIZES, numbers)}
        return sorted(numbers, key=lambda number: (-sizes.get(number, 0), number))[:NAMESAKES]

    def _count_bearers(self, single: Profile, sought: dict[int, str]) -> None:
        """How often people are met who may go by this single name, and each of them."""
        name = parse_name(single.name)
        own = [number for number, key in sought.items() if key == surname_key(name)]
        numbers = [person for number in own for person in self._by_hash[number]]
        counts = {row.person: row.size for row in rows_of_any(self._connection, _SIZES, numbers)}
        for number, count in counts.items():
            if (identity := self._by_number.get(number)) is not None:
                person = self.people[identity]
                person.profile = replace(person.profile, appearances=count)
        new = [identity for number in own for identity in self._new.get(number, ())]
        self.bearers[family_key(name.words)] = sum(counts.values()) + sum(self.people[i].profile.total for i in new)

    def read(self, numbers: Iterable[int]) -> list[Profile]:
        """The profiles of people by number."""
        wanted = list(numbers)
        self._read(wanted)
        return [self.people[self._by_number[number]].profile for number in wanted if number in self._by_number]

    def _keeps_apart(self, a: Profile, b: Profile) -> bool:
        """Whether a person's verdict keeps the machine from joining two. It is looked up for the smaller one."""
        fewer, more = sorted((a, b), key=lambda profile: (profile.id not in self.strangers, profile.size))
        if fewer.id in self.strangers:
            return False
        if fewer.id not in self._apart:
            self._apart[fewer.id] = self._hands_off(fewer)
        return more.id in self._apart[fewer.id]

    def _hands_off(self, profile: Profile) -> frozenset[str]:
        number = self.people[profile.id].number if profile.id in self.people else -1
        own = {profile.id}
        if number > 0:
            query = "SELECT id FROM presences WHERE person IN :ids"
            own |= {row.id for row in rows_of_any(self._connection, query, [number])}
        return hands_off(self._connection, own)


def hands_off(connection: Connection, members: Collection[str]) -> frozenset[str]:
    """The ids of the people with whom the machine must not join these, who are one, by a person's word."""
    before = find_before(connection, members)
    rows = rows_about(connection, {*members, *before})
    if all(row.by == "machine" for row in rows):
        return frozenset()
    now = before | find_now(connection, {side for row in rows for side in row.pair if side not in members})
    apart = derive_clusters(rows, now).apart
    others = set().union(*(apart.get(member, frozenset()) for member in members))
    if not others:
        return frozenset()
    query = (
        "SELECT b.id FROM presences p JOIN people b ON b.number = p.person WHERE p.id IN :ids"
        " UNION SELECT id FROM people WHERE id IN :ids"
    )
    return frozenset(row.id for row in rows_of_any(connection, query, others))


def read_profiles(connection: Connection, numbers: Collection[int]) -> list[Person]:
    """The profiles of people by number, of each from the first and the newest presences."""
    called: dict[int, str | None] = {}
    heads: dict[int, str] = {}
    found: dict[int, dict[str, Profile]] = {}
    for row in rows_of_any(connection, _PROFILES, numbers):
        called[row.number], heads[row.number] = row.called, row.person
        found.setdefault(row.number, {}).setdefault(row.id, _to_profile(row))
    listed = [number for number in numbers if heads.get(number) not in found.get(number, ())]
    for row in rows_of_any(connection, _KNOWN, listed):
        called[row.number], heads[row.number] = row.called, row.id
        known = KnownPerson(row.id, row.name, tuple(to_list(row.aliases)), tuple(to_list(row.roles)), row.kind)
        found.setdefault(row.number, {})[row.id] = known.profile()
    people = []
    for number, profiles in found.items():
        first = profiles.pop(heads[number])  # the person goes by its id
        people.append(Person(number, called[number], merge_profiles([first, *profiles.values()])))
    return people


def _to_profile(row: Row[Any]) -> Profile:
    day = to_day(row.published)
    names, roles, affiliations = (tally(to_list(found)) for found in (row.names, row.roles, row.affiliations))
    return Profile(row.kind, (row.id,), names, roles, affiliations, days=(day,) if day else ())
