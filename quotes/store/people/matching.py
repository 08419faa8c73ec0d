"""Comparing everybody with everybody: what came in article by article was compared with those who were there before."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from sqlalchemy import Connection, text

from quotes.identity.candidates import Apart, Proposal
from quotes.identity.cluster import cluster_fully
from quotes.identity.compare import family_keys
from quotes.identity.judgement import Judgement, derive_clusters, standing
from quotes.identity.names import parse_name
from quotes.identity.profiles import Profile
from quotes.store.people import log
from quotes.store.people.judging import machine_row
from quotes.store.people.neighbours import Neighbours
from quotes.store.people.profiles import read_profiles
from quotes.store.people.settling import unite_all
from quotes.store.people.somebodies import find_ids
from quotes.store.people.surroundings import SampledCensus

_PAGE = 400
_SIZES = "SELECT person, count(*) FROM presences GROUP BY person"
_NAMED = "SELECT number FROM people WHERE kind IN ('person', 'organization') AND article IS NULL ORDER BY number"


def match_all(connection: Connection) -> list[Judgement]:
    """Write the sure merges and the doubtful pairs to the log, none that a person decided, and let the merges hold."""
    now = datetime.now(UTC)
    neighbours = Neighbours(connection)
    profiles = _read_all(connection)
    neighbours.bearers.update(_count_bearers(profiles))
    census = SampledCensus(neighbours.surroundings, neighbours.bearers)
    judged, present = log.read_verdicts(connection)
    people = _ids(connection, {side for row in judged for side in row.pair} | set(present.values()))
    apart = _apart(derive_clusters(judged, present).apart, people)
    result = cluster_fully(profiles, census, apart)
    home = {member: profile for profile in result.profiles for member in profile.members}
    asked = _open_reviews(judged, present, people, home)
    doubts = [
        doubt
        for doubt in result.reviews
        if not apart(home[doubt.left], home[doubt.right])
        and frozenset((home[doubt.left].id, home[doubt.right].id)) not in asked
    ]
    rows = [machine_row(merge, "positive", now) for merge in result.merges]
    rows += (machine_row(doubt, "unsure", now) for doubt in doubts)
    log.append(connection, rows)
    unite_all(connection, _groups(result.merges))
    return rows


def _read_all(connection: Connection) -> list[Profile]:
    """Everybody, in the order in which they were first met."""
    numbers = connection.execute(text(_NAMED)).scalars().all()
    sizes = {row[0]: row[1] for row in connection.execute(text(_SIZES))}
    profiles = []
    for start in range(0, len(numbers), _PAGE):
        people, _ = read_profiles(connection, numbers[start : start + _PAGE])
        for person in people:
            profiles.append(replace(person.profile, appearances=sizes.get(person.number)))
    return sorted(profiles, key=lambda profile: (profile.days[:1] or (date.max,), profile.id))


def _count_bearers(profiles: Iterable[Profile]) -> Counter[str]:
    """How often people are met whose full name may be cut down to a family name."""
    bearers: Counter[str] = Counter()
    for profile in profiles:
        if profile.kind == "person":
            names = [name for name in map(parse_name, profile.names) if name.is_full]
            for key in set().union(*map(family_keys, names)):
                bearers[key] += profile.total
    return bearers


def _ids(connection: Connection, sides: Iterable[str]) -> dict[str, str]:
    """The ids of the people to whom these belong now."""
    numbers = find_ids(connection, set(sides))
    query = text("SELECT number, id FROM people WHERE number = :number")
    ids = {number: connection.execute(query, {"number": number}).one().id for number in set(numbers.values())}
    return {side: ids[number] for side, number in numbers.items()}


def _apart(held: Mapping[str, frozenset[str]], people: dict[str, str]) -> Apart:
    forbidden: dict[str, set[str]] = defaultdict(set)
    for member, others in held.items():
        for other in others:
            if member in people and other in people:
                forbidden[people[member]].add(people[other])

    def apart(a: Profile, b: Profile) -> bool:
        members = set(b.members)
        return any(not forbidden[one].isdisjoint(members) for one in a.members if one in forbidden)

    return apart


def _open_reviews(
    judged: Sequence[Judgement], present: dict[str, str], people: dict[str, str], home: dict[str, Profile]
) -> set[frozenset[str]]:
    """Pairs of which a person is asked already, be it by way of other members of them."""
    return {
        frozenset(home[people[side]].id for side in row.pair)
        for row in standing(judged, present).values()
        if row.by == "machine" and row.verdict == "unsure" and all(side in people for side in row.pair)
    }


def _groups(merges: Iterable[Proposal]) -> list[set[str]]:
    """Who are one by all of these together."""
    of: dict[str, set[str]] = {}
    for merge in merges:
        left, right = (of.setdefault(side, {side}) for side in (merge.left, merge.right))
        if left is not right:
            left |= right
            of.update(dict.fromkeys(right, left))
    return list({id(group): group for group in of.values()}.values())
