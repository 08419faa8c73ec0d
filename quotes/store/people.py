"""People in the record: the presences of an article, and whom they belong to.

What joins presences is the log, and nothing else: what the machine finds when an article comes in is written there
like a person's verdict. `people`, `name_words`, `name_keys` and `presences.person` follow from the presences and the
log; `rebuild_people` derives them anew.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import JSON, Connection, Date

from quotes.domain import identify
from quotes.identity.candidates import Proposal
from quotes.identity.collect import appearances_in, places_of
from quotes.identity.former import find_present
from quotes.identity.judgement import Judgement, Verdict
from quotes.identity.placing import place as find_place
from quotes.identity.placing import reconsider
from quotes.identity.profiles import Appearance, Profile
from quotes.store import log
from quotes.store.neighbours import Neighbours
from quotes.store.registering import refresh
from quotes.store.rows import insert_numbered
from quotes.store.settling import rebuild_people, settle, unite
from quotes.store.sql import execute, to_json, typed

MATCHER = "matcher 2"  # who the machine signs as; raised when its points change
Key = tuple[str, str]  # "person" or "organization" and the name without case; else the source type and the speaker's id
Placed = tuple[int | None, int]  # the presence, for those with a name, and the person


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose words one quotation is, as the record has it."""

    source_type: str
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
    return identify("speaker", speaker.source_type, (speaker.descriptor or "").casefold(), article_id)


def place(
    connection: Connection, article: int, article_id: str, published: date | None, speakers: Sequence[Speaker]
) -> Mapping[Key, Placed]:
    """Write who speaks in an article, in place of whom it had, and find out who they are.

    Whoever is there still stays whom they are; the others are compared with those whom the registry has, and what is
    found goes into the log. Voices of the article must be gone before, or are emptied.
    """
    found: dict[Key, Placed] = dict(_place_unnamed(connection, article, article_id, speakers))
    appearances = appearances_in(article_id, published, speakers)
    before = _read_presences(connection, article, article_id)
    if before or appearances:
        found |= _Placing(connection, article, article_id, before).place(appearances)
    return found


@dataclass(frozen=True, slots=True)
class _Presence:
    number: int
    person: int
    appearance: Appearance


def _read_presences(connection: Connection, article: int, article_id: str) -> dict[str, _Presence]:
    query = "SELECT number, person, kind, names, roles, affiliations, published FROM presences WHERE article = :article"
    asked = typed(query, names=JSON, roles=JSON, affiliations=JSON, published=Date)
    found = {}
    for row in connection.execute(asked, {"article": article}):
        lists = (tuple(row.names), tuple(row.roles), tuple(row.affiliations))
        appearance = Appearance(article_id, row.kind, *lists, published=row.published)
        found[appearance.id] = _Presence(row.number, row.person, appearance)
    return found


class _Placing:
    """The named of one article."""

    def __init__(self, connection: Connection, article: int, article_id: str, before: Mapping[str, _Presence]) -> None:
        self._connection = connection
        self._article = article
        self._article_id = article_id
        self._before = dict(before)
        self._now = datetime.now(UTC)

    def place(self, appearances: Sequence[Appearance]) -> dict[Key, Placed]:
        wanted = {appearance.id: appearance for appearance in appearances}
        gone = {identity: old for identity, old in self._before.items() if identity not in wanted}
        fresh = {identity: one for identity, one in wanted.items() if identity not in self._before}
        for identity in wanted.keys() & self._before.keys():
            self._change(self._before[identity], wanted[identity])
        if gone or fresh:
            self._replace(gone, fresh, wanted)
        numbers = _read_presences(self._connection, self._article, self._article_id)
        return {
            (one.kind, " ".join(one.names[0].casefold().split())): (numbers[identity].number, numbers[identity].person)
            for identity, one in wanted.items()
        }

    def _change(self, old: _Presence, new: Appearance) -> None:
        """Somebody who was there and still is, perhaps in another role."""
        if old.appearance == new:
            return
        self._write(old.number, new)
        if old.appearance.names != new.names:
            refresh(self._connection, [old.person])

    def _write(self, number: int, new: Appearance) -> None:
        query = (
            "UPDATE presences SET id = :id, names = :names, roles = :roles, affiliations = :affiliations,"
            " published = :published WHERE number = :number"
        )
        values = {name: to_json(getattr(new, name)) for name in ("names", "roles", "affiliations")}
        execute(self._connection, query, {"id": new.id, "number": number, "published": new.published, **values})

    def _replace(
        self, gone: dict[str, _Presence], fresh: dict[str, Appearance], wanted: Mapping[str, Appearance]
    ) -> None:
        connection = self._connection
        spoken_of = log.spoken_of(connection, [*gone, *fresh])
        log.keep_names(connection, self._article_id, [gone[one].appearance for one in gone if one in spoken_of])
        former = log.former_names(connection, [self._article_id])
        then = find_present(former, {one: old.appearance for one, old in self._before.items()})
        now = find_present(former, wanted)
        moved = {one for one in {*then, *now} if then.get(one) != now.get(one)}
        moved |= {one for one in gone if one in spoken_of}
        heirs = self._heirs(gone, fresh, then, now, spoken_of)
        for identity, heir in heirs.items():
            old = gone.pop(identity)
            self._write(old.number, fresh.pop(heir))
            refresh(connection, [old.person])
        moved -= {one for one in moved if one in heirs or then.get(one) in heirs}
        self._remove(gone)
        known = {one for one in fresh if one in spoken_of or one in now.values()} - set(heirs.values())
        seeds = moved | known
        self._insert({one: fresh[one] for one in fresh if one in known})
        if seeds:
            settle(connection, seeds)
        self._match(fresh, known)

    @staticmethod
    def _heirs(
        gone: Mapping[str, _Presence],
        fresh: Mapping[str, Appearance],
        then: Mapping[str, str],
        now: Mapping[str, str],
        spoken_of: Collection[str],
    ) -> dict[str, str]:
        """Those who went and whose place a newcomer takes in everything that the log says of them."""
        heirs = {}
        for identity in gone:
            heir = now.get(identity)
            if heir is not None and identity in spoken_of and heir in fresh and heir not in spoken_of:
                whole = {identity, *(one for one, present in then.items() if present == identity)}
                if whole == {one for one, present in now.items() if present == heir}:
                    heirs[identity] = heir
        return heirs

    def _remove(self, gone: Mapping[str, _Presence]) -> None:
        if not gone:
            return
        numbers = {"numbers": [old.number for old in gone.values()]}
        for query in (
            "UPDATE voices SET presence = NULL, person = NULL WHERE presence IN :numbers",
            "DELETE FROM presences WHERE number IN :numbers",
        ):
            execute(self._connection, query, numbers)
        refresh(self._connection, [old.person for old in gone.values()])

    def _insert(self, fresh: Mapping[str, Appearance], people: Mapping[str, int] | None = None) -> dict[str, int]:
        """Each as a person of their own, but for those who have one; returns the numbers of the new people."""
        alone = [one for one in fresh if one not in (people or {})]
        rows = ({"id": one, "kind": fresh[one].kind, "name": fresh[one].names[0]} for one in alone)
        numbers = dict(zip(alone, insert_numbered(self._connection, "people", rows), strict=True)) if alone else {}
        home = {**(people or {}), **numbers}
        insert_numbered(
            self._connection,
            "presences",
            [
                {
                    "id": identity,
                    "article": self._article,
                    "person": home[identity],
                    "kind": one.kind,
                    "names": list(one.names),
                    "roles": list(one.roles),
                    "affiliations": list(one.affiliations),
                    "published": one.published,
                }
                for identity, one in fresh.items()
            ],
        )
        refresh(self._connection, numbers.values(), fresh=True)
        return numbers

    def _match(self, fresh: Mapping[str, Appearance], known: Collection[str]) -> None:
        """Find whom newcomers belong to; those of whom the log speaks, where it leaves them alone."""
        if not fresh:
            return
        neighbours = Neighbours(self._connection)
        neighbours.surroundings.expect(self._article, fresh)
        neighbours.strangers.update(one for one in fresh if one not in known)
        rows: list[Judgement] = []
        home: dict[str, str] = {}
        for identity, appearance in fresh.items():
            if identity in known:
                continue
            newcomer = Profile.of(appearance)
            placement = find_place(newcomer, neighbours.candidates)
            if placement.person is None:
                neighbours.add(newcomer)
                home[identity] = identity
            else:
                home[identity] = placement.person.left
                neighbours.join(placement.person.left, newcomer)
                rows.append(self._row(placement.person, "positive"))
            rows += (self._row(doubt, "unsure") for doubt in placement.doubts)
        self._write_matches(fresh, home, neighbours)
        log.append(self._connection, rows)
        self._look_again(home, neighbours)

    def _write_matches(self, fresh: Mapping[str, Appearance], home: Mapping[str, str], neighbours: Neighbours) -> None:
        alone = {one: fresh[one] for one, person in home.items() if person == one}
        numbers = self._insert(alone)
        for identity, number in numbers.items():
            neighbours.people[identity].number = number
        joined = {one: neighbours.people[home[one]].number for one in home if one not in alone}
        self._insert({one: fresh[one] for one in joined}, joined)
        changed = {}
        for one, number in joined.items():
            query = "SELECT name FROM people WHERE id = :id"
            if execute(self._connection, query, {"id": home[one]}).scalar() not in fresh[one].names:
                changed[number] = one
        refresh(self._connection, changed)

    def _look_again(self, home: Mapping[str, str], neighbours: Neighbours) -> None:
        """People who are new, or are met twice as often as before, may now be whom a family name alone meant."""
        for identity in dict.fromkeys(home.values()):
            if not neighbours.has_singles(identity):
                continue
            total = neighbours.total(identity)
            if total & (total - 1) == 0:
                for proposal in reconsider(neighbours.people[identity].profile, neighbours.candidates):
                    log.append(self._connection, [self._row(proposal, "positive")])
                    unite(self._connection, proposal.left, proposal.right)

    def _row(self, proposal: Proposal, verdict: Verdict) -> Judgement:
        return machine_row(proposal, verdict, self._now)


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
    if gone := [number for identity, number in there.items() if identity not in wanted]:
        for statement in (
            "UPDATE voices SET person = NULL WHERE person IN :numbers", "DELETE FROM people WHERE number IN :numbers"
        ):  # fmt: skip
            execute(connection, statement, {"numbers": gone})
    fresh = {identity: speaker for identity, speaker in wanted.items() if identity not in there}
    rows = [
        {"id": identity, "kind": one.source_type, "name": one.name, "descriptor": one.descriptor, "article": article}
        for identity, one in fresh.items()
    ]
    there |= dict(zip(fresh, insert_numbered(connection, "people", rows) if rows else [], strict=True))
    return {(speaker.source_type, identity): (None, there[identity]) for identity, speaker in wanted.items()}


__all__ = ["Speaker", "judge", "keys_of", "place", "rebuild_people"]
