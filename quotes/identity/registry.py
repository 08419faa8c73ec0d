"""The registry: who there is, by what names and in what roles, when and on what evidence."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from quotes.identity.cluster import Proposal, cluster, survey
from quotes.identity.collect import Place, places_of
from quotes.identity.folding import fold
from quotes.identity.former import JudgedName, find_present
from quotes.identity.judgement import Judgement, Verdict, derive_clusters, standing, taken_back
from quotes.identity.known import KnownPerson
from quotes.identity.profiles import Appearance, Kind, Profile, merge_profiles

_DIVIDERS = re.compile(r"[\s\-‐‑–]+")
MATCHER = "matcher 1"  # who the machine signs as; raised when its points change


@dataclass(frozen=True, slots=True)
class Evidence:
    """A name or role, the articles that give it, and the days between which they did."""

    text: str
    articles: tuple[str, ...]
    first: date | None
    last: date | None

    def to_dict(self) -> dict[str, Any]:
        first, last = (day.isoformat() if day else None for day in (self.first, self.last))
        return {"text": self.text, "articles": list(self.articles), "first": first, "last": last}


@dataclass(frozen=True)
class Somebody:
    """A person or organisation across articles. `id` lasts: it is a known person's, else the first member's."""

    id: str
    kind: Kind
    name: str
    appearances: tuple[Appearance, ...]  # by day, undated last
    known: tuple[KnownPerson, ...] = ()

    @property
    def members(self) -> tuple[str, ...]:
        return (*(person.id for person in self.known), *(appearance.id for appearance in self.appearances))

    @property
    def wikidata(self) -> str | None:
        return next((person.wikidata for person in self.known if person.wikidata), None)

    @cached_property
    def names(self) -> tuple[Evidence, ...]:
        """Every wording, the commonest first; those that only a list of known people gives have no article."""
        listed = [name for person in self.known for name in (person.name, *person.aliases)]
        return _gather(((name, a) for a in self.appearances for name in a.names), listed)

    @cached_property
    def roles(self) -> tuple[Evidence, ...]:
        listed = [role for person in self.known for role in person.roles]
        return _gather(((role, a) for a in self.appearances for role in a.roles), listed)

    @property
    def articles(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(appearance.article_id for appearance in self.appearances))

    def to_dict(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "kind": self.kind,
            "name": self.name,
            "wikidata": self.wikidata,
            "names": [name.to_dict() for name in self.names],
            "roles": [role.to_dict() for role in self.roles],
            "articles": list(self.articles),
            "members": list(self.members),
        }


def _gather(found: Iterable[tuple[str, Appearance]], listed: Iterable[str]) -> tuple[Evidence, ...]:
    by_text: dict[str, list[Appearance]] = {text: [] for text in listed}
    for text, appearance in found:
        by_text.setdefault(text, []).append(appearance)
    evidence = []
    for text, appearances in by_text.items():
        days = sorted(a.published for a in appearances if a.published)
        articles = tuple(dict.fromkeys(a.article_id for a in appearances))
        evidence.append(Evidence(text, articles, days[0] if days else None, days[-1] if days else None))
    return tuple(sorted(evidence, key=lambda e: (-len(e.articles), e.text)))


@dataclass(frozen=True, slots=True)
class Review:
    """Two that may be one, for a person to decide, and the machine's row about them."""

    left: Somebody
    right: Somebody
    judgement: Judgement


class Registry:
    """Appearances, known people and the log, and what follows from them. Changes nothing: verdicts are new rows."""

    def __init__(
        self,
        appearances: Iterable[Appearance],
        known: Iterable[KnownPerson] = (),
        log: Iterable[Judgement] = (),
        judged: Iterable[JudgedName] = (),
    ) -> None:
        self.appearances: Mapping[str, Appearance] = {appearance.id: appearance for appearance in appearances}
        self.known: Mapping[str, KnownPerson] = {person.id: person for person in known}
        self.log: Sequence[Judgement] = tuple(log)
        self._now = find_present(judged, self.appearances)
        self.standing = standing(self.log, self._now)
        self.clusters = derive_clusters(self.log, self._now)
        self.taken_back = taken_back(self.log)
        self._ages = self._first_rows()

    def _first_rows(self) -> dict[str, int]:
        ages: dict[str, int] = {}
        for place, row in enumerate(sorted(self.log, key=lambda row: (row.when, row.id))):
            for member in self.pair_of(row):
                ages.setdefault(member, place)
        return ages

    def pair_of(self, row: Judgement) -> tuple[str, str]:
        """The two whom a row is about, by their present ids."""
        return self._now.get(row.left, row.left), self._now.get(row.right, row.right)

    def called(self, member: str) -> str:
        """The name of an appearance in its article or of a known person; the id of whom nothing is known any more."""
        if member in self.known:
            return self.known[member].name
        appearance = self.appearances.get(member)
        return member if appearance is None else f"{appearance.names[0]} in {appearance.article_id}"

    def to_judged(self, rows: Iterable[Judgement]) -> list[JudgedName]:
        """Whom these rows are about, for whoever reads them after the articles were read anew."""
        found = {member: self.appearances[member] for row in rows for member in row.pair if member in self.appearances}
        return [JudgedName(identity, a.article_id, a.kind, a.names[0]) for identity, a in found.items()]

    @cached_property
    def people(self) -> tuple[Somebody, ...]:
        """Everybody, those in most articles first, then by name."""
        groups: dict[frozenset[str], list[str]] = defaultdict(list)
        for identity in (*self.known, *self.appearances):
            groups[self.clusters.members(identity)].append(identity)
        found = [self._somebody(members) for members in groups.values()]
        return tuple(sorted(found, key=lambda s: (-len(s.articles), s.name.casefold(), s.id)))

    def _somebody(self, members: Sequence[str]) -> Somebody:
        known = tuple(self.known[member] for member in members if member in self.known)
        here = [self.appearances[member] for member in members if member in self.appearances]
        here.sort(key=lambda a: (a.published is None, a.published or date.min, a.article_id, a.id))
        age = len(self.log)
        first = min((a.id for a in here), key=lambda m: (self._ages.get(m, age), m), default="")
        profile = self._profile(members)
        name = known[0].name if known else profile.name
        return Somebody(known[0].id if known else first, profile.kind, name, tuple(here), known)

    def _profile(self, members: Iterable[str]) -> Profile:
        return merge_profiles(
            self.known[m].profile() if m in self.known else Profile.of(self.appearances[m]) for m in members
        )

    def between(self, left: Somebody, right: Somebody) -> list[Judgement]:
        """What people hold of pairs that have one member in each."""
        return [
            row
            for (one, other), row in self.standing.items()
            if row.by == "human"
            and ((one in left.members and other in right.members) or (other in left.members and one in right.members))
        ]

    @cached_property
    def _by_member(self) -> dict[str, Somebody]:
        return {member: somebody for somebody in self.people for member in somebody.members}

    @cached_property
    def _by_place(self) -> dict[Place, Somebody]:
        return {
            (a.article_id, a.kind, " ".join(name.casefold().split())): self._by_member[a.id]
            for a in self.appearances.values()
            for name in a.names
        }

    def speaking(self, article_id: str, source_type: str | None, name: str | None) -> list[Somebody]:
        """Who speaks under a name in an article: nobody without one, several where they spoke as one."""
        places = [place for place, _ in places_of(article_id, source_type, name or "")]
        return [self._by_place[place] for place in places if place in self._by_place]

    def by_id(self, identity: str) -> Somebody | None:
        """Whoever goes, or ever went, by an id."""
        return self._by_member.get(self._now.get(identity, identity))

    def find(self, text: str) -> list[Somebody]:
        """Whom a name, or the id of a somebody or of any appearance, can mean; exact names before parts of names.

        A former id leads to whoever goes by another since the article was read anew.
        """
        if (somebody := self.by_id(text)) is not None:
            return [somebody]
        wanted = _words(text)
        exact = [s for s in self.people if any(_words(name.text) == wanted for name in s.names)]
        return exact or [s for s in self.people if wanted and any(set(wanted) <= set(_words(n.text)) for n in s.names)]

    def part_of(self, somebody: Somebody, part: str) -> list[str]:
        """The members that an id, an article or a wording of the name means; case does not count."""
        wanted, words = part.strip().casefold(), _words(part)

        def is_meant(member: str) -> bool:
            appearance = self.appearances.get(member)
            if appearance is None or member == part:
                return member.casefold() == wanted
            named = words and any(_words(name) == words for name in appearance.names)
            return wanted in (member, appearance.article_id.casefold()) or bool(named)

        return [member for member in somebody.members if is_meant(member)]

    def reviews(self) -> list[Review]:
        """The pairs that the machine is unsure of and nobody has decided, directly or otherwise; likeliest first."""
        found: dict[tuple[str, str], Review] = {}
        rows = [row for row in self.standing.values() if row.by == "machine" and row.verdict == "unsure"]
        for row in sorted(rows, key=lambda row: (-(row.score or 0.0), row.id)):
            left, right = (self._by_member.get(member) for member in self.pair_of(row))
            if left is None or right is None or left is right:
                continue
            if not self.clusters.keeps_apart(left.members, right.members):
                first, second = sorted((left.id, right.id))
                found.setdefault((first, second), Review(left, right, row))
        return list(found.values())

    def propose(self, when: datetime) -> list[Judgement]:
        """What the machine would add to the log now: merges and pairs for review, none that a person decided."""
        profiles = [self._profile(somebody.members) for somebody in self.people]
        profiles.sort(key=lambda profile: (profile.days[:1] or (date.max,), profile.id))

        def apart(a: Profile, b: Profile) -> bool:
            return self.clusters.keeps_apart(a.members, b.members)

        census = survey(self.appearances.values())
        result = cluster(profiles, census, apart)
        found = list(result.merges)
        while result.merges:  # who was brought together may now fit others, whom the next match would find
            result = cluster(result.profiles, census, apart)
            found += result.merges
        merges = [self._row(merge, "positive", when) for merge in found]
        doubts = [self._row(doubt, "unsure", when) for doubt in result.reviews]
        asked = self._asked(result.profiles)
        return [*merges, *(row for row in doubts if not asked(row))]

    def _row(self, proposal: Proposal, verdict: Verdict, when: datetime) -> Judgement:
        score = proposal.score
        return Judgement(
            proposal.left,
            proposal.right,
            verdict,
            "machine",
            MATCHER,
            when,
            score.explain(),
            round(score.probability, 4),
        )

    def _asked(self, profiles: Iterable[Profile]) -> Callable[[Judgement], bool]:
        """Tells of a doubt whether a review of the same two is open already, be it by way of other members of them."""
        home = {member: profile.id for profile in profiles for member in profile.members}
        open_reviews = {
            frozenset(home.get(member, member) for member in pair)
            for pair, row in self.standing.items()
            if row.by == "machine" and row.verdict == "unsure"
        }
        return lambda doubt: frozenset(home[member] for member in doubt.pair) in open_reviews


def _words(name: str) -> list[str]:
    return [folded for word in _DIVIDERS.split(name) if (folded := fold(word))]
