"""Whom somebody can be: candidates scored, rivals weighed, a family name given to the bearer who leads."""

from collections.abc import Callable
from dataclasses import dataclass

from quotes.identity.compare import Census
from quotes.identity.profiles import Profile
from quotes.identity.score import MERGE, REVIEW, Score, score_pair

MARGIN = 1.5  # by how much the best bearer of a family name must lead the next

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
    """`near` finds whom a profile may be; `apart` forbids a pair whatever it scores."""

    near: Near
    census: Census
    apart: Apart = never_apart

    def score(self, a: Profile, b: Profile, *, alone: bool = False) -> Score | None:
        """The score, None where the two must stay apart."""
        if (a.known_id and b.known_id) or self.apart(a, b):
            return None
        return score_pair(a, b, self.census, alone=alone)

    def best_namesake(self, profile: Profile, namesakes: list[Profile]) -> tuple[Profile, Score] | None:
        """The one of these, who go by the same name, that the profile fits best, the first of equals."""
        scored = [
            (score.points, -place, namesake, score)
            for place, namesake in enumerate(namesakes)
            if (score := self.score(namesake, profile, alone=len(namesakes) == 1)) is not None and score.points >= MERGE
        ]
        if not scored:
            return None
        _, _, best, score = max(scored, key=lambda item: item[:2])
        return best, score

    def ranked(self, profile: Profile, others: list[Profile]) -> list[tuple[Profile, Score]]:
        """The others with their scores, the likeliest first, those left out that must stay apart."""
        scored = [(other, score) for other in others if (score := self.score(other, profile)) is not None]
        return sorted(scored, key=lambda item: (item[1].points, item[0].id), reverse=True)

    def has_rival(self, profile: Profile, partner: Profile, score: Score) -> bool:
        """Whether a looser wording fits another nearly as well who cannot be the partner: George Bush is either."""
        if score.name_level in ("same", "variant"):
            return False
        for rival in self.near(profile):
            if rival.id == partner.id:
                continue
            other = self.score(rival, profile)
            if other is not None and other.points >= max(MERGE, score.points - MARGIN):
                between = self.score(rival, partner)
                if between is None or between.name_level in ("different", "none"):
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
