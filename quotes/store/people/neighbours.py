"""People near a newcomer: found by the keys of their names, known by their first and newest presences."""

from bisect import insort
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from heapq import nsmallest
from itertools import chain

from sqlalchemy import Connection

from quotes.identity.block import CROWD, NAMESAKES, is_single, keys_of, surname_key
from quotes.identity.candidates import Candidates
from quotes.identity.compare import family_key
from quotes.identity.names import parse_name
from quotes.identity.profiles import Profile, merge_profiles
from quotes.identity.score import can_be
from quotes.store.people.apart import hands_off_person
from quotes.store.people.keys import hash_of
from quotes.store.people.profiles import Person, read_profiles
from quotes.store.people.registering import refresh, register
from quotes.store.people.seeking import sought_alone, sought_by, surname_keys
from quotes.store.people.surroundings import SampledCensus, Surroundings
from quotes.store.reading.asking import rows_of_any
from quotes.store.sql import execute
from quotes.store.unit_of_work import overlooking, unit_of

_SINGLES = 8  # people known by one name only that are looked at again
_SIZES = "SELECT person, count(*) AS size FROM presences WHERE person IN :ids GROUP BY person"


class Neighbours:
    """The people of one transaction, read as they are wanted, with those who came in it.

    Profiles go by the ids of their people. Newcomers who joined somebody, and new people, are known at once; between
    `begin` and `end` is one article, and what is known after it is what would be read anew. What others write of
    people is not seen: after such a change, `forget`. Rows that wait are those of people who are known here, so that
    they need not be written before others are asked for.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.surroundings = Surroundings(connection)
        self.bearers: dict[str, int] = {}
        census = SampledCensus(self.surroundings, self.bearers)
        self.candidates = Candidates(self.near, census, self._keeps_apart, self.near_full)
        self._strangers = set[str]()  # newcomers of whom the log says nothing
        self._unwritten: dict[int, Profile] = {}  # new people, whose words and keys are in no table yet
        self.forget()

    def forget(self) -> None:
        """Read everybody anew from here on."""
        self.write()
        unit_of(self._connection).flush(self._connection)
        self.people: dict[str, Person] = {}
        self._by_number: dict[int, str] = {}
        self._by_hash: dict[int, list[int]] = {}
        self._crowds: dict[int, int] = {}  # hash → how many people have it, where they themselves are not wanted
        self._unwritten_by_hash: dict[int, list[int]] = {}
        self._new: dict[int, list[str]] = {}  # hash → people of the article at hand
        self._made: dict[str, int] = {}  # people of the article at hand, with their numbers
        self._changed: dict[str, list[Profile]] = {}  # people of whom the article tells more, or who were counted
        self._sizes: dict[int, int] = {}  # presences
        self._apart: dict[str, frozenset[str]] = {}

    def begin(self, article: int, newcomers: Collection[str], newest: int | None = None) -> None:
        """These are to be placed, and are in no table yet. `newest` as for `Surroundings.expect`."""
        self.surroundings.expect(article, newcomers, newest)
        self._strangers = set(newcomers)
        self.bearers.clear()

    def settle(self, made: Mapping[str, int], homes: Iterable[str]) -> None:
        """The newcomers of the article are written: new people with these numbers, others with those at home there,
        who were `count`ed before."""
        self._made = dict(made)
        for identity, number in made.items():
            person = self.people[identity]
            person.number = number
            self._unwritten[number] = person.parts[0]
            self._sizes[number] = 1
        for identity in homes:
            self._sizes[self.people[identity].number] += 1

    def end(self) -> None:
        """The article is done with: know of everybody what would be read of them now."""
        for identity, number in self._made.items():
            self._by_number[number] = identity
            if number in self._unwritten:
                keys = {hash_of(key) for key in keys_of(self._unwritten[number])[0]}
                for key in keys:
                    self._unwritten_by_hash.setdefault(key, []).append(number)
                    if key in self._crowds:
                        self._crowds[key] += 1
            else:
                keys = {key for _, key in self._keys([number])}
                for key in keys:
                    self._crowds.pop(key, None)  # may have been counted since
            for key in keys & self._by_hash.keys():
                if number not in self._by_hash[key][-len(self._made) :]:  # may have been read since
                    self._by_hash[key].append(number)
        for identity, newcomers in self._changed.items():
            self.people[identity].extend(newcomers)
        self._made, self._new, self._changed = {}, {}, {}

    def write(self) -> None:
        """Write the words and keys of new people."""
        unwritten, self._unwritten, self._unwritten_by_hash = self._unwritten, {}, {}
        if unwritten:
            register(self._connection, unwritten)
            unit_of(self._connection).flush(self._connection)

    def rename(self, identities: Iterable[str]) -> None:
        """Let the tables say under what names these go, now that they have others, too."""
        people = {self.people[identity].number: self.people[identity] for identity in identities}
        if not people:
            return
        self.write()
        before = self._keys(people)
        refresh(self._connection, people)
        after = self._keys(people)
        for number, key in before ^ after:
            if number in self._made.values():
                continue
            self._crowds.pop(key, None)
            found = self._by_hash.get(key)
            if found is None:
                continue
            if (number, key) in after:
                insort(found, number)
            else:
                found.remove(number)
        query = "SELECT number, name FROM people WHERE number IN :ids"
        for number, name in rows_of_any(self._connection, query, people):
            people[number].called = name

    def _keys(self, numbers: Collection[int]) -> set[tuple[int, int]]:
        query = "SELECT person, hash FROM name_keys WHERE person IN :ids"
        return {tuple(row) for row in rows_of_any(self._connection, query, numbers)}

    def expect(self, newcomers: Iterable[Profile]) -> None:
        """Look up all at once whom these may be."""
        profiles = list(newcomers)
        sought = [sought_by(profile, full=not is_single(profile)) for profile in profiles]
        self._find(chain.from_iterable(sought))
        self._count(
            number
            for profile, keys in zip(profiles, sought, strict=True)
            for key in surname_keys(profile, keys)
            for number in self._by_hash[key]
        )
        wanted = {number for one, keys in zip(profiles, sought, strict=True) for number in self._wanted(one, keys)}
        full = [one for one in profiles if not is_single(one) and one.kind == "person"]
        alone = {key for one in full for key in sought_alone(one)}
        self._find(alone)
        self._read(wanted.union(*(self._by_hash[key][-_SINGLES:] for key in alone)))

    def near(self, profile: Profile) -> list[Profile]:
        """Those who keep a key that this one seeks and whose names do not exclude it, each once; of very many under one
        key some or none."""
        return self._near(profile, sought_by(profile))

    def near_full(self, profile: Profile) -> list[Profile]:
        """As `near`, but for most of those known by one name only."""
        return self._near(profile, sought_by(profile, full=True))

    def _near(self, profile: Profile, sought: Mapping[int, str]) -> list[Profile]:
        self._find(sought)
        wanted = self._wanted(profile, sought)
        self._read(wanted)
        ids = [self._by_number[number] for number in wanted if number in self._by_number]
        fresh = [identity for number in sought for identity in self._new.get(number, ())]
        if is_single(profile):
            self._count_bearers(profile, sought)
        people = [self.people[i] for i in dict.fromkeys((*ids, *fresh)) if i in self.people and i != profile.id]
        return [person.profile for person in people if can_be(person.names, profile)]

    def _wanted(self, profile: Profile, sought: Mapping[int, str]) -> dict[int, None]:
        """The people under these keys who are compared."""
        wanted: dict[int, None] = {}
        surname = surname_keys(profile, sought)
        for number, key in sought.items():
            found = self._by_hash[number]
            if number in surname:
                wanted.update(dict.fromkeys(self._most_met(found)))
            elif key.split(" ", 2)[1] in ("all", "name", "one"):
                wanted.update(dict.fromkeys(found[-NAMESAKES:]))
            elif len(found) <= CROWD:
                wanted.update(dict.fromkeys(found))
        return wanted

    def singles_near(self, identity: str) -> list[Profile]:
        """Those known by one name only that may be somebody's, the newest; none for others like them."""
        profile = self.people[identity].profile
        if profile.kind != "person" or is_single(profile):
            return []
        sought = sought_alone(profile)
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
        for name, key in keys.items():
            self.bearers[family_key(name.words)] = self._crowd(key) + len(self._new.get(key, ()))

    def _crowd(self, key: int) -> int:
        """How many people in the tables have a key."""
        if key in self._by_hash:
            return len(self._by_hash[key])
        if key not in self._crowds:
            query = "SELECT count(*) FROM name_keys WHERE hash = :hash"
            with overlooking(self._connection):
                stored = execute(self._connection, query, {"hash": key}).scalar_one()
            self._crowds[key] = stored + len(self._unwritten_by_hash.get(key, ()))
        return self._crowds[key]

    def count(self, identities: Iterable[str]) -> None:
        """Look up how many presences these have."""
        self._count([number for one in identities if (number := self.people[one].number) > 0])

    def totals(self, identities: Iterable[str]) -> dict[str, int]:
        """How many presences each has, those of the article too; of those only who are not one with others now."""
        return {one: self._sizes[self.people[one].number] for one in identities if one in self.people}

    def add(self, profile: Profile) -> None:
        """Somebody new, who gets a number when the article is written."""
        self.people[profile.id] = Person(-1, profile.id, profile.name, profile.kind, profile)
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
        self._changed.setdefault(identity, []).append(newcomer)
        return reworded

    def unite(self, identity: str, other: str) -> None:
        """Two who are known are one, also in the tables, who goes on by the first id here."""
        unit_of(self._connection).flush(self._connection)
        person = self.people[identity]
        person.profile = replace(
            merge_profiles([person.profile, self.people.pop(other).profile]), known_id=person.profile.known_id
        )

    def _find(self, hashes: Iterable[int]) -> None:
        missing = {number for number in hashes if number not in self._by_hash}
        self._by_hash.update((number, []) for number in missing)
        query = "SELECT hash, person FROM name_keys WHERE hash IN :ids ORDER BY person"
        with overlooking(self._connection):
            for number, person in rows_of_any(self._connection, query, missing):
                self._by_hash[number].append(person)
        for number in missing & self._unwritten_by_hash.keys():
            self._by_hash[number] += self._unwritten_by_hash[number]

    def _read(self, numbers: Iterable[int]) -> None:
        missing = {number for number in numbers if number not in self._by_number}
        if missing:
            with overlooking(self._connection):
                people, articles = read_profiles(self._connection, missing)
            self._by_number.update((person.number, person.id) for person in people)
            self.people.update((person.id, person) for person in people)
            self.surroundings.learn(articles)

    def _count(self, numbers: Iterable[int]) -> None:
        missing = {number for number in numbers if number not in self._sizes}
        self._sizes.update(dict.fromkeys(missing, 0))
        with overlooking(self._connection):
            self._sizes.update(tuple(row) for row in rows_of_any(self._connection, _SIZES, missing))

    def _most_met(self, numbers: Sequence[int]) -> list[int]:
        """The few of many bearers of a name who are met most: another could not lead by a margin."""
        if len(numbers) <= NAMESAKES:
            return list(numbers)
        self._count(numbers)
        return nsmallest(NAMESAKES, numbers, key=lambda number: (-self._sizes[number], number))

    def _count_bearers(self, single: Profile, sought: Mapping[int, str]) -> None:
        """How often people are met who may go by this single name, and each of them."""
        name = parse_name(single.name)
        own = [number for number, key in sought.items() if key == surname_key(name)]
        numbers = {person for number in own for person in self._by_hash[number]}
        self._count(numbers)
        for number in numbers & self._by_number.keys():
            identity = self._by_number[number]
            if self._sizes[number] and identity in self.people:
                person = self.people[identity]
                person.profile = replace(person.profile, appearances=self._sizes[number])
                self._changed.setdefault(identity, [])
        new = [identity for number in own for identity in self._new.get(number, ())]
        met = sum(self._sizes[number] for number in numbers)
        self.bearers[family_key(name.words)] = met + sum(self.people[i].profile.total for i in new)

    def read(self, numbers: Iterable[int]) -> list[Profile]:
        """The profiles of people by number."""
        wanted = list(numbers)
        self._read(wanted)
        return [self.people[self._by_number[number]].profile for number in wanted if number in self._by_number]

    def _keeps_apart(self, a: Profile, b: Profile) -> bool:
        """Whether a person's verdict keeps the machine from joining two. It is looked up for the smaller one."""
        fewer, more = sorted((a, b), key=lambda profile: (profile.id not in self._strangers, profile.size))
        if fewer.id in self._strangers:
            return False
        if fewer.id not in self._apart:
            number = self.people[fewer.id].number if fewer.id in self.people else -1
            self._apart[fewer.id] = hands_off_person(self._connection, fewer.id, number)
        return more.id in self._apart[fewer.id]
