"""From profiles to persons: merge where the evidence is strong, leave apart and ask where it is not."""

import heapq
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from quotes.identity.block import NAMESAKES, Blocks, is_single, namesake_key
from quotes.identity.candidates import Apart, Candidates, Proposal, doubts, leader, never_apart
from quotes.identity.compare import Census, family_keys
from quotes.identity.names import parse_name
from quotes.identity.profiles import Appearance, Profile, merge_profiles
from quotes.identity.score import MERGE, REVIEW, Score


@dataclass(frozen=True, slots=True)
class Clustering:
    profiles: tuple[Profile, ...]
    merges: tuple[Proposal, ...]  # in the order in which they were made
    reviews: tuple[Proposal, ...]  # the likeliest first


def survey(appearances: Iterable[Appearance]) -> Census:
    """Count what the collection tells about how rare names are."""
    entities: Counter[str] = Counter()
    bearers: Counter[str] = Counter()
    articles: dict[str, set[str]] = defaultdict(set)
    for appearance in appearances:
        articles[appearance.article_id] |= appearance.entities
        if appearance.kind == "person":
            names = [name for name in map(parse_name, appearance.names) if name.is_full]
            bearers.update(set().union(*(family_keys(name) for name in names)))
    for named in articles.values():
        entities.update(named)
    return Census(len(articles), entities, bearers)


def cluster(
    profiles: Sequence[Profile],
    census: Census,
    apart: Apart = never_apart,
    *,
    changed: Collection[str] | None = None,
) -> Clustering:
    """Merge profiles, best pair first; `apart` forbids a pair whatever it scores. The same input, the same result.

    Full names come first, those with one and the same name before others. Then each family name that stands alone
    goes to the one bearer who leads all others by a margin, if there is one; what is left is compared among itself.
    With `changed`, only pairs of which one goes by one of these ids are looked at.
    """
    run = _Run(census, apart, changed)
    run.merge_namesakes([profile for profile in profiles if not is_single(profile)])
    run.merge_best_first(run.live)
    singles = [profile for profile in profiles if is_single(profile)]
    left = run.attach(singles)
    run.merge_best_first(left)
    return run.result()


def cluster_fully(profiles: Sequence[Profile], census: Census, apart: Apart = never_apart) -> Clustering:
    """As often as it brings anything: who was brought together may fit others whom neither fitted before."""
    result = cluster(profiles, census, apart)
    merges, doubts = result.merges, list(result.reviews)
    while result.merges:
        home = {member: profile.id for profile in result.profiles for member in profile.members}
        result = cluster(result.profiles, census, apart, changed={home[merge.left] for merge in result.merges})
        merges += result.merges
        doubts += result.reviews
    return Clustering(result.profiles, merges, _still_open(doubts, result.profiles))


def _still_open(doubts: Iterable[Proposal], profiles: Iterable[Profile]) -> tuple[Proposal, ...]:
    """Of each two who are two the likeliest doubt, the likeliest first."""
    place_of = {member: profile.id for profile in profiles for member in profile.members}
    best: dict[frozenset[str], Proposal] = {}
    for doubt in sorted(doubts, key=lambda doubt: (-doubt.score.points, doubt.left, doubt.right)):
        pair = frozenset((place_of[doubt.left], place_of[doubt.right]))
        if len(pair) == 2:
            best.setdefault(pair, doubt)
    return tuple(best.values())


class _Run:
    def __init__(self, census: Census, apart: Apart, changed: Collection[str] | None) -> None:
        self.live: dict[str, Profile] = {}
        self.blocks = Blocks()
        self.candidates = Candidates(self.blocks.near, census, apart)
        self.changed = changed
        self.merges: list[Proposal] = []
        self.doubts: dict[tuple[str, str], Proposal] = {}

    def is_news(self, *ids: str) -> bool:
        """Whether what is about these was not looked at before."""
        return self.changed is None or any(one in self.changed for one in ids)

    def add(self, profile: Profile) -> None:
        self.live[profile.id] = profile
        self.blocks.add(profile)

    def join(self, a: Profile, b: Profile, score: Score) -> Profile:
        """Replace two by one, which goes by the id of the first (or that of a known person)."""
        for old in (a, b):
            if self.live.pop(old.id, None):
                self.blocks.remove(old)
        merged = merge_profiles([b, a] if b.known_id else [a, b])
        self.merges.append(Proposal(a.id, b.id, score))
        self.add(merged)
        return merged

    def doubt(self, a: Profile, b: Profile, score: Score) -> None:
        if score.points >= REVIEW:
            self.doubts[a.id, b.id] = Proposal(a.id, b.id, score)

    def merge_namesakes(self, profiles: Sequence[Profile]) -> None:
        """One pass in order: each goes to the namesake before it that it fits best. Spares comparing all with all."""
        namesakes: dict[str, list[str]] = defaultdict(list)
        for profile in profiles:
            places = namesakes[namesake_key(profile)]
            near = [self.live[one] for one in places[-NAMESAKES:] if self.is_news(profile.id, one)]
            found = self.candidates.best_namesake(profile, near)
            if found is None:
                self.add(profile)
                places.append(profile.id)
            else:
                best, score = found
                places[places.index(best.id)] = self.join(best, profile, score).id

    def merge_best_first(self, among: dict[str, Profile]) -> None:
        """Merge the best pair among these until no pair is strong enough."""
        heap: list[tuple[float, str, str, int, Score]] = []
        current = dict(among)
        tick = 0

        def push(profile: Profile) -> None:
            nonlocal tick
            others = [other for other in self.blocks.near(profile) if other.id in current]
            others = [other for other in others if frozenset((id(other), id(profile))) not in compared]
            compared.update(frozenset((id(other), id(profile))) for other in others)
            for other, score in self.candidates.ranked(profile, others):
                if score.points >= MERGE:
                    tick += 1
                    heapq.heappush(heap, (-score.points, other.id, profile.id, tick, score))
                    pairs[tick] = (other, profile)
                else:
                    self.doubt(other, profile, score)

        compared = set[frozenset[int]]()
        kept: list[Profile] = []  # so that no two have one identity
        pairs: dict[int, tuple[Profile, Profile]] = {}
        for profile in list(current.values()):
            if self.is_news(profile.id):
                push(profile)
        while heap:
            *_, ticket, score = heapq.heappop(heap)
            a, b = pairs.pop(ticket)
            if current.get(a.id) is not a or current.get(b.id) is not b:
                continue
            if self.candidates.has_rival(a, b, score) or self.candidates.has_rival(b, a, score):
                self.doubt(a, b, score)
                continue
            del current[a.id], current[b.id]
            kept += (a, b)
            merged = self.join(a, b, score)
            current[merged.id] = merged
            push(merged)

    def attach(self, singles: Sequence[Profile]) -> dict[str, Profile]:
        """Give single names to the bearers that lead by a margin; returns those without one."""
        decided: list[tuple[Profile, Profile, Score]] = []
        left: list[Profile] = []
        for single in singles:
            near = self.blocks.near(single)
            if not self.is_news(single.id, *(bearer.id for bearer in near)):
                left.append(single)
                continue
            ranked = self.candidates.ranked(single, near)
            if (found := leader(ranked)) is not None:
                decided.append((found[0], single, found[1]))
            else:
                left.append(single)
                self.doubts.update(((doubt.left, doubt.right), doubt) for doubt in doubts(single, ranked))
        now_at = {bearer.id: bearer.id for bearer, _, _ in decided}
        for bearer, single, score in decided:
            home = self.live[now_at[bearer.id]]
            if self.candidates.score(home, single) is not None:  # those who came before may have to stay apart from it
                now_at[bearer.id] = self.join(home, single, score).id
            else:
                left.append(single)
        for single in left:
            self.add(single)
        return {single.id: single for single in left}

    def result(self) -> Clustering:
        profiles = tuple(self.live.values())
        return Clustering(profiles, tuple(self.merges), _still_open(self.doubts.values(), profiles))
