"""People in the record: the presences of an article, and whom they belong to.

What joins presences is the log, and nothing else: what the machine finds when an article comes in is written there
like a person's verdict. `people`, `name_words`, `name_keys` and `presences.person` follow from the presences and the
log; `rebuild_people` derives them anew.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import JSON, Connection, Date, bindparam, text

from quotes.domain import Source, SourceType, identify, speaker_id
from quotes.identity.candidates import Proposal
from quotes.identity.collect import appearances_in, places_of
from quotes.identity.former import find_present
from quotes.identity.judgement import Judgement, Verdict
from quotes.identity.placing import place as find_place
from quotes.identity.placing import reconsider
from quotes.identity.profiles import Appearance, Profile
from quotes.store.people import log
from quotes.store.people.neighbours import Neighbours
from quotes.store.people.registering import refresh, register
from quotes.store.people.settling import person_of, rebuild_people, settle, unite
from quotes.store.reading.asking import change_any
from quotes.store.rows import insert_numbered
from quotes.store.sql import execute

MATCHER = "matcher 2"  # who the machine signs as; raised when its points change
_KINDS = {"named_person": "person", "named_organization": "organization"}  # those known by a post have no name
Key = tuple[str, str]  # "person" or "organization" and the name without case; else the source type and the speaker's id
Placed = tuple[int | None, int]  # the presence, for those with a name, and the person


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose words one quotation is, as the record has it."""

    source_type: SourceType
    name: str | None
    role: str | None
    affiliation: str | None
    descriptor: str | None
    kind: str  # of the quotation


def keys_of(speaker: Speaker, article_id: str) -> list[Key]:
    """Under which keys `place` returns whom a speaker is: several for those who spoke as one."""
    if speaker.name is not None and (places := places_of(speaker.source_type, speaker.name)):
        return [place for place, _ in places]
    return [(speaker.source_type, unnamed_id(speaker, article_id))]


def unnamed_id(speaker: Speaker, article_id: str) -> str:
    """As `quotes.domain.speaker_id` has it; whoever has a name, and is neither person nor organisation, by it."""
    if speaker.name is not None:
        return identify("speaker", speaker.source_type, " ".join(speaker.name.casefold().split()), article_id)
    return speaker_id(Source(speaker.source_type, descriptor=speaker.descriptor), article_id)


def place(
    connection: Connection,
    article: int,
    article_id: str,
    published: date | None,
    speakers: Sequence[Speaker],
    *,
    match: bool = True,
) -> Mapping[Key, Placed]:
    """Write who speaks in an article, in place of whom it had, and find out who they are.

    Whoever is there still stays whom they are; the others are compared with those whom the registry has, and what is
    found goes into the log. Without `match` each of them is a person of their own, until `rebuild_people`.
    """
    if not article_id:
        article_id = execute(connection, "SELECT id FROM articles WHERE number = :n", {"n": article}).scalar_one()
    found: dict[Key, Placed] = dict(_place_unnamed(connection, article, article_id, speakers))
    appearances = appearances_in(article_id, published, speakers)
    before = _read_presences(connection, article, article_id)
    if before or appearances:
        found |= _Placing(connection, article, article_id, before).place(appearances, match=match)
    return found


@dataclass(frozen=True, slots=True)
class _Presence:
    number: int
    person: int
    appearance: Appearance


_PRESENCES = text(
    "SELECT number, person, kind, names, roles, affiliations, published FROM presences WHERE article = :article"
).columns(names=JSON, roles=JSON, affiliations=JSON, published=Date)
_CHANGE = text(
    "UPDATE presences SET id = :id, names = :names, roles = :roles, affiliations = :affiliations,"
    " published = :published WHERE number = :at"
).bindparams(
    bindparam("names", type_=JSON),
    bindparam("roles", type_=JSON),
    bindparam("affiliations", type_=JSON),
    bindparam("published", type_=Date),
)


def _read_presences(connection: Connection, article: int, article_id: str) -> dict[str, _Presence]:
    found = {}
    for row in connection.execute(_PRESENCES, {"article": article}):
        lists = (tuple(row.names), tuple(row.roles), tuple(row.affiliations))
        appearance = Appearance(article_id, row.kind, *lists, published=row.published)
        found[appearance.id] = _Presence(row.number, row.person, appearance)
    return found


def _columns(one: Appearance) -> dict[str, Any]:
    lists = {"names": list(one.names), "roles": list(one.roles), "affiliations": list(one.affiliations)}
    return {"id": one.id, "published": one.published, **lists}


class _Placing:
    """The named of one article, written and found out about."""

    def __init__(self, connection: Connection, article: int, article_id: str, before: Mapping[str, _Presence]) -> None:
        self._connection = connection
        self._article = article
        self._article_id = article_id
        self._before = before
        self._placed = {identity: (old.number, old.person) for identity, old in before.items()}
        self._now = datetime.now(UTC)

    def place(self, appearances: Sequence[Appearance], *, match: bool) -> dict[Key, Placed]:
        wanted = {appearance.id: appearance for appearance in appearances}
        fresh = {identity: one for identity, one in wanted.items() if identity not in self._before}
        for identity in wanted.keys() & self._before.keys():
            self._change(self._before[identity], wanted[identity])
        if match:
            known = self._succeed(fresh, wanted)
            self._match({identity: one for identity, one in fresh.items() if identity not in known})
        else:
            self._remove(wanted)
            self._write(fresh, dict.fromkeys(fresh), {})
        if self._stale:
            self._read_again()
        return {
            (one.kind, " ".join(one.names[0].casefold().split())): self._placed[identity]
            for identity, one in wanted.items()
        }

    def _change(self, old: _Presence, new: Appearance) -> None:
        """Somebody who was there and still is, perhaps in another role."""
        if old.appearance == new:
            return
        self._connection.execute(_CHANGE, {"at": old.number, **_columns(new)})
        if old.appearance.names != new.names:
            refresh(self._connection, [old.person])

    def _remove(self, staying: Collection[str]) -> None:
        """Those who are there no longer, and people of whom nothing is left."""
        gone = [old for identity, old in self._before.items() if identity not in staying]
        if gone:
            numbers = [old.number for old in gone]
            query = "UPDATE voices SET presence = NULL, person = NULL WHERE presence IN :ids"
            change_any(self._connection, query, numbers)
            change_any(self._connection, "DELETE FROM presences WHERE number IN :ids", numbers)
            refresh(self._connection, [old.person for old in gone])

    def _succeed(self, fresh: Mapping[str, Appearance], wanted: Mapping[str, Appearance]) -> set[str]:
        """Let what the log says of those who went hold of those who came; returns whom it speaks of, all placed."""
        connection = self._connection
        gone = {identity: old for identity, old in self._before.items() if identity not in wanted}
        if not gone and (not fresh or not log.former_names(connection, [self._article_id])):
            return set()  # whoever the log speaks of is there, or among the former names
        spoken_of = log.spoken_of(connection, [*gone, *fresh])
        log.keep_names(connection, self._article_id, [gone[one].appearance for one in gone if one in spoken_of])
        former = log.former_names(connection, [self._article_id])
        then = find_present(former, {one: old.appearance for one, old in self._before.items()})
        now = find_present(former, wanted)
        heirs = _heirs(gone, fresh, then, now, spoken_of)
        for identity, heir in heirs.items():
            old = gone[identity]
            connection.execute(_CHANGE, {"at": old.number, **_columns(fresh[heir])})
            refresh(connection, [old.person])
            self._placed[heir] = old.number, old.person
        self._remove({*wanted, *heirs})
        known = {one for one in fresh if one in spoken_of or one in now.values()} - set(heirs.values())
        self._write({one: fresh[one] for one in fresh if one in known}, dict.fromkeys(known), {})
        moved = {one for one in {*then, *now} if then.get(one) != now.get(one)} | (gone.keys() & spoken_of)
        seeds = {one for one in moved if one not in heirs and then.get(one) not in heirs} | known
        if seeds:
            settle(connection, seeds)
            self._stale = True
        for identity in sorted(known):
            self._match_settled(identity)
        return known | set(heirs.values())

    def _match_settled(self, identity: str) -> None:
        """Somebody of whom the log speaks may be left alone by it, and then may be anybody whom it does not exclude."""
        person = person_of(self._connection, identity)
        neighbours = Neighbours(self._connection)
        found = neighbours.read([person])
        if len(found) != 1 or found[0].size > 1:
            return
        placement = find_place(found[0], neighbours.candidates)
        if placement.person is not None:
            log.append(self._connection, [machine_row(placement.person, "positive", self._now)])
            unite(self._connection, placement.person.left, placement.person.right)

    def _match(self, newcomers: Mapping[str, Appearance]) -> None:
        """Find whom newcomers belong to of whom the log says nothing yet."""
        if not newcomers:
            return
        neighbours = Neighbours(self._connection)
        neighbours.surroundings.expect(self._article, newcomers)
        neighbours.strangers.update(newcomers)
        profiles = {identity: Profile.of(one) for identity, one in newcomers.items()}
        neighbours.expect(profiles.values())
        rows: list[Judgement] = []
        home: dict[str, str | None] = {}
        reworded = set[str]()
        for identity, newcomer in profiles.items():
            placement = find_place(newcomer, neighbours.candidates)
            if placement.person is None:
                neighbours.add(newcomer)
                home[identity] = None
            else:
                home[identity] = placement.person.left
                if neighbours.join(placement.person.left, newcomer):
                    reworded.add(placement.person.left)
                rows.append(machine_row(placement.person, "positive", self._now))
            rows += (machine_row(doubt, "unsure", self._now) for doubt in placement.doubts)
        numbers = {one: person.number for one, person in neighbours.people.items() if person.number > 0}
        for identity, number in self._write(newcomers, home, numbers).items():
            neighbours.people[identity].number = number
        refresh(self._connection, [neighbours.people[one].number for one in reworded])
        log.append(self._connection, rows, fresh=True)
        self._look_again(dict.fromkeys(person or identity for identity, person in home.items()), neighbours)

    def _write(
        self, fresh: Mapping[str, Appearance], home: Mapping[str, str | None], numbers: Mapping[str, int]
    ) -> dict[str, int]:
        """Each with the person at home there, else as a person of their own; returns the numbers of these."""
        if not fresh:
            return {}
        alone = {identity: one for identity, one in fresh.items() if home[identity] is None}
        rows = [{"id": identity, "kind": one.kind, "name": one.names[0]} for identity, one in alone.items()]
        made = dict(zip(alone, insert_numbered(self._connection, "people", rows), strict=True)) if rows else {}
        people = {identity: {**numbers, **made}[home[identity] or identity] for identity in fresh}
        presences = insert_numbered(
            self._connection,
            "presences",
            (
                {"article": self._article, "person": people[identity], "kind": one.kind, **_columns(one)}
                for identity, one in fresh.items()
            ),
        )
        register(self._connection, {made[identity]: Profile.of(one) for identity, one in alone.items()})
        for identity, presence in zip(fresh, presences, strict=True):
            self._placed[identity] = presence, people[identity]
        return made

    def _look_again(self, people: Iterable[str], neighbours: Neighbours) -> None:
        """People who are new, or are met twice as often as before, may now be whom a family name alone meant."""
        for identity in people:
            if identity not in neighbours.people:
                continue  # one with somebody before
            singles = neighbours.singles_near(identity)
            if not singles or (total := neighbours.total(identity)) & (total - 1):
                continue
            for proposal in reconsider(neighbours.people[identity].profile, singles, neighbours.candidates):
                log.append(self._connection, [machine_row(proposal, "positive", self._now)], fresh=True)
                unite(self._connection, proposal.left, proposal.right)
                neighbours.unite(proposal.left, proposal.right)
                self._stale = True

    _stale = False  # whether people may have changed since they were written

    def _read_again(self) -> None:
        there = _read_presences(self._connection, self._article, self._article_id)
        self._placed = {identity: (one.number, one.person) for identity, one in there.items()}


def _heirs(
    gone: Collection[str],
    fresh: Collection[str],
    then: Mapping[str, str],
    now: Mapping[str, str],
    spoken_of: Collection[str],
) -> dict[str, str]:
    """Those who went, each with the newcomer who takes their place in everything that the log says of them."""
    heirs = {}
    for identity in gone:
        heir = now.get(identity)
        if heir is not None and identity in spoken_of and heir in fresh and heir not in spoken_of:
            whole = {identity, *(one for one, present in then.items() if present == identity)}
            if whole == {one for one, present in now.items() if present == heir}:
                heirs[identity] = heir
    return heirs


def machine_row(proposal: Proposal, verdict: Verdict, when: datetime) -> Judgement:
    """What the machine holds of two, as a row of the log."""
    score = proposal.score
    likely = round(score.probability, 4)
    return Judgement(proposal.left, proposal.right, verdict, "machine", MATCHER, when, score.explain(), likely)


def judge(connection: Connection, rows: Iterable[Judgement]) -> int:
    """Add rows to the log and let them take effect at once; returns how many were new."""
    written = list(rows)
    added = log.append(connection, written)
    settle(connection, {side for row in written for side in row.pair})
    return added


def _place_unnamed(
    connection: Connection, article: int, article_id: str, speakers: Sequence[Speaker]
) -> dict[Key, Placed]:
    """Sources without a name are people within their article."""
    wanted: dict[str, Speaker] = {}
    for speaker in speakers:
        if not places_of(speaker.source_type, speaker.name or ""):
            wanted.setdefault(unnamed_id(speaker, article_id), speaker)
    query = "SELECT id, number FROM people WHERE article = :article"
    there: dict[str, int] = {}
    there.update(execute(connection, query, {"article": article}).all())
    gone = [number for identity, number in there.items() if identity not in wanted]
    change_any(connection, "UPDATE voices SET person = NULL WHERE person IN :ids", gone)
    change_any(connection, "DELETE FROM people WHERE number IN :ids", gone)
    fresh = {identity: speaker for identity, speaker in wanted.items() if identity not in there}
    rows = [
        {
            "id": identity,
            "kind": _KINDS.get(one.source_type, one.source_type),
            "name": one.name,
            "descriptor": one.descriptor,
            "article": article,
        }
        for identity, one in fresh.items()
    ]
    there |= dict(zip(fresh, insert_numbered(connection, "people", rows) if rows else [], strict=True))
    return {(speaker.source_type, identity): (None, there[identity]) for identity, speaker in wanted.items()}


__all__ = ["Speaker", "judge", "keys_of", "place", "rebuild_people"]
