"""Whom somebody can be: candidates scored, rivals weighed, a family name given to the bearer who leads."""

from collections.abc import Callable
from dataclasses import dataclass

from quotes.identity.compare import Census
from quotes.identity.profiles import Profile
from quotes.identity.score import COMPANY_MOST, MERGE, REVIEW, Score, score_pair

MARGIN = 1.5  # by how much the best bearer of a family name must lead the next
FEW = 6  # candidates whose company is compared

Apart = Callable[[Profile, Profile], bool]
Near = Callable[[Profile], list[Profile]]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two members, one of each profile, that the machine takes for one somebody, or is unsure of."""

    left: str
    right: str
    score: Score


def never_apart(_a: Profile, _b: Profile) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Candidates:
    """`near` finds whom a profile may be; `apart` forbids a pair whatever it scores. `near_full` is for those who want
    only people with a full name, where these can be found with less work; it may find others, too."""

    near: Near
    census: Census
    apart: Apart = never_apart
    near_full: Near | None = None

    def score(self, a: Profile, b: Profile, *, alone: bool = False) -> Score | None:
        """The score, None where it would make two one who must stay apart."""
        if a.known_id and b.known_id:
            return None
        score = score_pair(a, b, self.census, alone=alone)
        return None if score.points >= MERGE and self.apart(a, b) else score

    def best_namesake(self, profile: Profile, namesakes: list[Profile]) -> tuple[Profile, Score] | None:
        """The one of these, who go by the same name, that the profile fits best, the first of equals."""
        near = self._likeliest(profile, namesakes)
        scored = [
            (score.points, -place, namesake, score)
            for place, namesake in enumerate(near)
            if (score := self.score(namesake, profile, alone=len(near) == 1)) is not None and score.points >= MERGE
        ]
        if not scored:
            return None
        _, _, best, score = max(scored, key=lambda item: item[:2])
        return best, score

    def ranked(self, profile: Profile, others: list[Profile]) -> list[tuple[Profile, Score]]:
        """The likeliest of the others with their scores, the best first, those left out that must stay apart."""
        near = self._likeliest(profile, others)
        scored = [(other, score) for other in near if (score := self.score(other, profile)) is not None]
        return sorted(scored, key=lambda item: (item[1].points, item[0].id), reverse=True)

    def _likeliest(self, profile: Profile, others: list[Profile]) -> list[Profile]:
        """The few who can be meant as far as can be said before texts are read, in the order in which they came."""
        points = {other.id: score_pair(other, profile, self.census, company=False).points for other in others}
        possible = [one for one in others if points[one.id] + COMPANY_MOST >= REVIEW]
        if len(possible) <= FEW:
            return possible
        chosen = {other.id for other in sorted(possible, key=lambda other: -points[other.id])[:FEW]}
        return [other for other in possible if other.id in chosen]

    def may_reach(self, points: float, a: Profile, b: Profile) -> bool:
        """Whether two could score so much, if their company were the best."""
        return score_pair(a, b, self.census, company=False).points + COMPANY_MOST >= points

    def has_rival(self, profile: Profile, partner: Profile, score: Score) -> bool:
        """Whether a looser wording fits another nearly as well who cannot be the partner: George Bush is either."""
        if score.name_level in ("same", "variant"):
            return False
        least = max(MERGE, score.points - MARGIN)
        for rival in self.near(profile):
            if rival.id == partner.id or not self.may_reach(least, rival, profile):
                continue
            between = score_pair(rival, partner, self.census, company=False)
            if between.name_level in ("different", "none") or self.apart(rival, partner):
                other = self.score(rival, profile)
                if other is not None and other.points >= least:
                    return True
        return False


def leader(ranked: list[tuple[Profile, Score]]) -> tuple[Profile, Score] | None:
    """The bearer of a family name who leads all others by a margin, if there is one."""
    points = [score.points for _, score in ranked[:2]]
    leads = bool(points) and points[0] >= MERGE and (len(points) == 1 or points[0] - points[1] >= MARGIN)
    return ranked[0] if leads else None


def doubts(profile: Profile, ranked: list[tuple[Profile, Score]]) -> list[Proposal]:
    """Those whom a person should be asked about."""
    return [Proposal(other.id, profile.id, score) for other, score in ranked if score.points >= REVIEW]
