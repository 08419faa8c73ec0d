"""From findings to one score with its reasons.

The score is a sum of points, read as log odds that the two are one: 0 is even, 2 is 7 to 1, 4 is 55 to 1. Names give
the base; the other features add or take away. The points were set by hand on half of DWIE's training articles; every
line can be read, and every score carries the lines that made it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from quotes.identity.alignment import relate_names
from quotes.identity.compare import FEATURES, Census, Finding, compare_company, compare_names, telling_names
from quotes.identity.profiles import Profile

MERGE = 2.0  # from here on the machine merges
REVIEW = -1.5  # from here on a person is asked

NAME_POINTS = {
    "same": 3.5, "variant": 2.5, "part": 2.5, "misspelt": 2.2, "initials": 1.0, "mononym": 0.0, "near": 0.5,
    "surname": -0.5, "one name": -2.0, "renamed": -8.0, "different": -8.0, "none": -12.0,
}  # fmt: skip
COMMON_POINTS = {"full name": -1.8, "one name": -1.0}  # a name that many people bear
ROLE_POINTS = {"same office": 1.5, "same field": 0.5, "different fields": -2.0}
AFFILIATION_POINTS = {"same": 1.0, "other": -0.3}
COMPANY_POINTS = 20.0  # times the cosine beyond COMPANY_EVEN, at most COMPANY_MOST
COMPANY_EVEN = 0.03  # what two articles on different things share
COMPANY_MOST = 2.5
BEARERS_POINTS = 1.0  # times the log odds
TIME_POINTS = 4.0  # times the value
_EXCLUDE = ("renamed", "different", "none")  # levels of names that nothing can outweigh
_NOTHING = Census()


@dataclass(frozen=True, slots=True)
class Reason:
    points: float
    text: str


@dataclass(frozen=True, slots=True)
class Score:
    """Log odds that two profiles are one somebody, and what they are made of, the weightiest first."""

    points: float
    reasons: tuple[Reason, ...]
    name_level: str = "none"

    @property
    def probability(self) -> float:
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.points))))

    def explain(self) -> str:
        return "; ".join(f"{reason.text} ({reason.points:+.1f})" for reason in self.reasons)


def score_pair(a: Profile, b: Profile, census: Census, *, alone: bool = False, company: bool = True) -> Score:
    """Compare two profiles from every side. Profiles of different kinds score as if they shared nothing.

    The company that they keep, for which texts must be read, is left out where it decides nothing: where it could not
    even make them doubtful, and, of a pair that has no rivals (`alone`), where the other features make them one.
    """
    if a.kind != b.kind:
        return Score(NAME_POINTS["none"], (Reason(NAME_POINTS["none"], "a person and an organisation"),))
    reasons: list[Reason] = []
    name_level = "none"
    for feature in FEATURES:
        if feature is compare_company and (not company or _is_settled(reasons, alone=alone)):
            break
        finding = feature(a, b, census)
        if finding is None:
            continue
        if points := points_of(finding):
            reasons.append(Reason(points, finding.reason))
        if finding.feature == "name":
            name_level = finding.level
            if name_level in _EXCLUDE:
                break  # nothing can outweigh it
    reasons.sort(key=lambda reason: (-abs(reason.points), reason.text))
    return Score(sum(reason.points for reason in reasons), tuple(reasons), name_level)


def can_be(a: Profile, b: Profile) -> bool:
    """Whether the names alone leave it open that two profiles of one kind are one somebody."""
    if a.kind == "person" and len(one := telling_names(a)) == len(other := telling_names(b)) == 1:
        return relate_names(one[0], other[0]).level not in _EXCLUDE  # as below, in less time
    finding = compare_names(a, b, _NOTHING)
    return finding is None or finding.level not in _EXCLUDE


def _is_settled(reasons: Sequence[Reason], *, alone: bool) -> bool:
    points = sum(reason.points for reason in reasons)
    return points + COMPANY_MOST < REVIEW or (alone and points - COMPANY_POINTS * COMPANY_EVEN >= MERGE)


def points_of(finding: Finding) -> float:
    """The points that a finding is worth."""
    match finding.feature:
        case "name":
            return NAME_POINTS[finding.level]
        case "commonness":
            return COMMON_POINTS[finding.level]
        case "role":
            return ROLE_POINTS[finding.level]
        case "affiliation":
            return AFFILIATION_POINTS[finding.level]
        case "company":
            return min(COMPANY_MOST, COMPANY_POINTS * (finding.value - COMPANY_EVEN))
        case "bearers":
            return BEARERS_POINTS * finding.value
        case "time":
            return TIME_POINTS * finding.value
    raise ValueError(f"no points are set for the feature {finding.feature!r}")
