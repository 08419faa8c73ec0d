"""People in the record: the presences of an article, and whom they belong to.

What joins presences is the log, and nothing else: what the machine finds when an article comes in is written there
like a person's verdict. `people`, `name_words`, `name_keys` and `presences.person` follow from the presences and the
log; `rebuild_people` derives them anew.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import Connection

from quotes.identity.collect import appearances_in
from quotes.identity.former import find_present
from quotes.identity.judgement import Judgement
from quotes.identity.placing import place as find_place
from quotes.identity.placing import reconsider
from quotes.identity.profiles import Appearance, Profile
from quotes.store.people import log
from quotes.store.people.judging import machine_row
from quotes.store.people.neighbours import Neighbours
from quotes.store.people.presences import Presence, change_presence, columns_of, read_presences
from quotes.store.people.registering import refresh, register
from quotes.store.people.settling import person_of, settle, unite
from quotes.store.people.speakers import Key, Placed, Speaker
from quotes.store.people.unnamed import place_unnamed
from quotes.store.reading.asking import change_any, rows_of_any
from quotes.store.rows import insert_numbered
from quotes.store.sql import execute


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who speaks in an article; of one in which nobody is quoted, id and day may be left out."""

    article_id: str
    published: date | None
    speakers: Sequence[Speaker]


class Placer:
    """Writes who speaks in articles, in place of whom they had, and finds out who they are.

    Whoever is there still stays whom they are; the others are compared with those whom the registry has, and what is
    found goes into the log. Without `match` each of them is a person of their own, until `rebuild_people`.
    """

    def __init__(self, connection: Connection, articles: Mapping[int, Speaking], *, new: bool, match: bool) -> None:
        """`new` articles have just been added, nobody is there yet, and each is the last when its turn comes."""
        self._connection = connection
        self._articles = articles
        self._new = new
        self._match = match
        self._neighbours = Neighbours(connection)
        self._appearances = {
            article: appearances_in(one.article_id, one.published, one.speakers) for article, one in articles.items()
        }
        self._judged = set[str]()
        if new:
            self._neighbours.expect(Profile.of(one) for found in self._appearances.values() for one in found)
            query = "SELECT article_id FROM judged_names WHERE article_id IN :ids"
            ids = [one.article_id for one in articles.values()]
            self._judged.update(row[0] for row in rows_of_any(connection, query, ids))

    def place(self, article: int) -> Mapping[Key, Placed]:
        """To be called once for each article, in the order in which they were added."""
        speaking, appearances = self._articles[article], self._appearances[article]
        article_id = speaking.article_id or self._id_of(article)
        found: dict[Key, Placed] = {}
        found.update(place_unnamed(self._connection, article, article_id, speaking.speakers, is_new=self._new))
        before = {} if self._new else read_presences(self._connection, article, article_id)
        if not before and not appearances:
            return found
        is_spoken_of = not self._new or article_id in self._judged
        placing = _Placing(self._connection, article, article_id, before, self._neighbours)
        found |= placing.place(appearances, match=self._match, is_new=self._new, is_spoken_of=is_spoken_of)
        return found

    def finish(self) -> None:
        """To be called after the last article."""
        self._neighbours.forget()

    def _id_of(self, article: int) -> str:
        query = "SELECT id FROM articles WHERE number = :number"
        return "" if self._new else str(execute(self._connection, query, {"number": article}).scalar_one())


class _Placing:
    """The named of one article, written and found out about."""

    def __init__(
        self,
        connection: Connection,
        article: int,
        article_id: str,
        before: Mapping[str, Presence],
        neighbours: Neighbours,
    ) -> None:
        self._connection = connection
        self._article = article
        self._article_id = article_id
        self._before = before
        self._neighbours = neighbours
        self._placed = {identity: (old.number, old.person) for identity, old in before.items()}
        self._now = datetime.now(UTC)
        self._stale = False  # whether people may have changed since they were written

    def place(
        self, appearances: Sequence[Appearance], *, match: bool, is_new: bool, is_spoken_of: bool
    ) -> dict[Key, Placed]:
        """`is_spoken_of`: the log may name whom the article had."""
        wanted = {appearance.id: appearance for appearance in appearances}
        fresh = {identity: one for identity, one in wanted.items() if identity not in self._before}
        for identity in wanted.keys() & self._before.keys():
            self._change(self._before[identity], wanted[identity])
        if match:
            known = set[str]()
            if is_spoken_of:
                known = self._succeed(fresh, wanted)
                self._neighbours.forget()
            newcomers = {identity: one for identity, one in fresh.items() if identity not in known}
            self._match(newcomers, newest=self._article if is_new else None)
        else:
            self._remove(wanted)
            made = self._write(fresh, dict.fromkeys(fresh), {})
            register(self._connection, {made[identity]: Profile.of(one) for identity, one in fresh.items()})
        if self._stale:
            self._read_again()
        return {
            (one.kind, " ".join(one.names[0].casefold().split())): self._placed[identity]
            for identity, one in wanted.items()
        }

    def _change(self, old: Presence, new: Appearance) -> None:
        """Somebody who was there and still is, perhaps in another role."""
        if old.appearance == new:
            return
        change_presence(self._connection, old.number, new)
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
            change_presence(connection, old.number, fresh[heir])
            refresh(connection, [old.person])
            self._placed[heir] = old.number, old.person
        self._remove({*wanted, *heirs})
        known = {one for one in fresh if one in spoken_of or one in now.values()} - set(heirs.values())
        alone = {one: fresh[one] for one in fresh if one in known}
        made = self._write(alone, dict.fromkeys(known), {})
        register(connection, {made[identity]: Profile.of(one) for identity, one in alone.items()})
        moved = {one for one in {*then, *now} if then.get(one) != now.get(one)} | (gone.keys() & spoken_of)
        left = {then[one] for one in moved if one in then} & wanted.keys()  # whom the log spoke of is there again
        seeds = {one for one in moved if one not in heirs and then.get(one) not in heirs} | known | left
        if seeds:
            settle(connection, seeds)
            self._stale = True
        for identity in sorted(known | left):
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

    def _match(self, newcomers: Mapping[str, Appearance], newest: int | None) -> None:
        """Find whom newcomers belong to of whom the log says nothing yet."""
        if not newcomers:
            return
        neighbours = self._neighbours
        profiles = {identity: Profile.of(one) for identity, one in newcomers.items()}
        neighbours.begin(self._article, profiles, newest)
        if newest is None:
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
        there = [one for one in home.values() if one is not None]
        numbers = {one: neighbours.people[one].number for one in there}
        neighbours.count(there)
        made = self._write(newcomers, home, numbers)
        neighbours.settle(made, there)
        neighbours.rename(reworded)
        log.append(self._connection, rows, fresh=True)
        self._look_again(dict.fromkeys(person or identity for identity, person in home.items()))
        if self._stale:
            neighbours.forget()
        else:
            neighbours.end()

    def _write(
        self, fresh: Mapping[str, Appearance], home: Mapping[str, str | None], numbers: Mapping[str, int]
    ) -> dict[str, int]:
        """Each with the person at home there, else as a person of their own; returns the numbers of these, whose
        words and keys are still to be written."""
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
                {"article": self._article, "person": people[identity], "kind": one.kind, **columns_of(one)}
                for identity, one in fresh.items()
            ),
        )
        for identity, presence in zip(fresh, presences, strict=True):
            self._placed[identity] = presence, people[identity]
        return made

    def _look_again(self, people: Iterable[str]) -> None:
        """People who are new, or are met twice as often as before, may now be whom a family name alone meant."""
        neighbours = self._neighbours
        for identity, total in neighbours.totals(people).items():
            if identity not in neighbours.people or total & (total - 1):
                continue  # one with somebody before, or met no oftener
            singles = neighbours.singles_near(identity)
            for proposal in reconsider(neighbours.people[identity].profile, singles, neighbours.candidates):
                neighbours.write()
                log.append(self._connection, [machine_row(proposal, "positive", self._now)], fresh=True)
                unite(self._connection, proposal.left, proposal.right)
                neighbours.unite(proposal.left, proposal.right)
                self._stale = True

    def _read_again(self) -> None:
        there = read_presences(self._connection, self._article, self._article_id)
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
