"""From the log to people: who is one with whom, for those whom a change touches or for everybody."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, text

from quotes.identity.judgement import Judgement, derive_clusters
from quotes.store.counting.tallies import recount
from quotes.store.people import log
from quotes.store.people.registering import refresh
from quotes.store.reading.asking import change_any, rows_of_any
from quotes.store.rows import insert_numbered


@dataclass(frozen=True, slots=True)
class _Member:
    """A presence or a known person, and the person that it belongs to."""

    id: str
    kind: str
    presence: int | None
    person: int | None

    @property
    def rank(self) -> tuple[bool, int, str]:
        """The first of its group gives the person its id."""
        return self.presence is not None, self.presence or 0, self.id


def settle(connection: Connection, seeds: Collection[str]) -> None:
    """Let the log hold for these and all whom it links with them, however far."""
    rows, now, ids = _component(connection, seeds)
    _assign(connection, _grouped(_members(connection, ids), rows, now))


def rebuild_people(connection: Connection) -> None:
    """Derive everybody anew from all presences, the list of known people and the whole log."""
    rows = list(log.iter_log(connection))
    now = log.find_now(connection, {side for row in rows for side in row.pair})
    everyone = connection.execute(text(_MEMBERS.format(where="")))
    members = [_Member(*tuple(row)) for row in everyone]
    _assign(connection, _grouped(members, rows, now))
    everybody = connection.execute(text("SELECT number FROM people WHERE article IS NULL")).scalars().all()
    refresh(connection, everybody)


def unite(connection: Connection, left: str, right: str) -> None:
    """Two people become one, whom no verdict keeps apart: what `settle` would do, without reading the log."""
    unite_all(connection, [{left, right}])


def unite_all(connection: Connection, groups: Collection[Collection[str]]) -> None:
    """The people become one to whom the presences and known people of each group belong."""
    of = {member.id: member.person for member in _members(connection, {one for group in groups for one in group})}
    members: dict[int | None, list[_Member]] = defaultdict(list)
    for member in _members_of(connection, {person for person in of.values() if person is not None}):
        members[member.person].append(member)
    _assign(connection, [[m for person in {of[one] for one in group} for m in members[person]] for group in groups])


def _component(connection: Connection, seeds: Collection[str]) -> tuple[list[Judgement], dict[str, str], set[str]]:
    """The rows that bear on these, former ids with the present ones, and all whom they concern."""
    rows: dict[str, Judgement] = {}
    now: dict[str, str] = {}
    seen = set[str]()
    todo = set(seeds)
    while todo:
        seen |= todo
        now |= log.find_now(connection, todo)
        present = {now.get(one, one) for one in todo}
        before = log.find_before(connection, present)
        now |= before
        found = log.rows_about(connection, todo | present | before.keys())
        rows.update((row.id, row) for row in found)
        linked = {side for row in found if row.verdict == "positive" for side in row.pair}
        todo = (linked | present | before.keys()) - seen
    rest = {side for row in rows.values() for side in row.pair} - seen
    now |= log.find_now(connection, rest)
    return list(rows.values()), now, {now.get(one, one) for one in seen}


_MEMBERS = (
    "SELECT id, kind, NULL AS presence, person FROM known_people{where}"
    " UNION ALL SELECT id, kind, number, person FROM presences{where}"
)


def _members(connection: Connection, ids: Collection[str]) -> list[_Member]:
    """The presences and known people of these ids."""
    query = _MEMBERS.format(where=" WHERE id IN :ids")
    return [_Member(*tuple(row)) for row in rows_of_any(connection, query, ids)]


def _members_of(connection: Connection, people: Collection[int]) -> list[_Member]:
    query = _MEMBERS.format(where=" WHERE person IN :ids")
    return [_Member(*tuple(row)) for row in rows_of_any(connection, query, people)]


def person_of(connection: Connection, identity: str) -> int:
    """The number of the person to whom a presence or a known person belongs."""
    (member,) = _members(connection, [identity])
    assert member.person is not None
    return member.person


def _grouped(members: Iterable[_Member], rows: Iterable[Judgement], now: Mapping[str, str]) -> Iterable[list[_Member]]:
    clusters = derive_clusters(rows, now)
    groups: dict[frozenset[str], list[_Member]] = defaultdict(list)
    for member in members:
        groups[clusters.members(member.id)].append(member)
    return groups.values()


def _assign(connection: Connection, groups: Iterable[list[_Member]]) -> None:
    """Give each group the person that goes by the id of its first member, and take from people who lost somebody."""
    heads = {min(group, key=lambda member: member.rank): group for group in groups if group}
    numbers = _numbers(connection, [head.id for head in heads])
    fresh = [head for head in heads if head.id not in numbers]
    rows = [{"id": head.id, "kind": head.kind, "name": None} for head in fresh]
    made = insert_numbered(connection, "people", rows) if rows else []
    numbers |= dict(zip((head.id for head in fresh), made, strict=True))
    moved: dict[int, list[_Member]] = defaultdict(list)
    touched = set[int]()
    for head, group in heads.items():
        home = numbers[head.id]
        strangers = [member for member in group if member.person != home]
        if strangers:
            moved[home] += strangers
            touched |= {home, *(member.person for member in strangers if member.person is not None)}
    for home, strangers in moved.items():
        _move(connection, home, strangers)
    recount(connection, [m.presence for strangers in moved.values() for m in strangers if m.presence is not None])
    refresh(connection, touched)


def _numbers(connection: Connection, ids: Collection[str]) -> dict[str, int]:
    query = "SELECT id, number FROM people WHERE id IN :ids"
    return {row.id: row.number for row in rows_of_any(connection, query, ids)}


def _move(connection: Connection, home: int, members: list[_Member]) -> None:
    presences = [member.presence for member in members if member.presence is not None]
    known = [member.id for member in members if member.presence is None]
    change_any(connection, "UPDATE presences SET person = :home WHERE number IN :ids", presences, home=home)
    change_any(connection, "UPDATE voices SET person = :home WHERE presence IN :ids", presences, home=home)
    change_any(connection, "UPDATE known_people SET person = :home WHERE id IN :ids", known, home=home)
