"""Somebody new in an article: whom of those whom the registry has it is, or nobody of them.

The same evidence and thresholds as in `cluster`, one newcomer at a time, against few candidates.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quotes.identity.block import NAMESAKES, is_single, namesake_key
from quotes.identity.candidates import Candidates, Proposal, doubts, leader
from quotes.identity.profiles import Profile
from quotes.identity.score import MERGE

_ASKED = 3  # doubts about a newcomer that are worth a person's time


@dataclass(frozen=True, slots=True)
class Placement:
    """Who the newcomer is, or the likeliest of those whom it may be."""

    person: Proposal | None = None
    doubts: tuple[Proposal, ...] = ()


def place(newcomer: Profile, candidates: Candidates) -> Placement:
    """Compare a newcomer with the people near it."""
    if is_single(newcomer):
        return _place_single(newcomer, candidates.near(newcomer), candidates)
    near = (candidates.near_full or candidates.near)(newcomer)
    full = [other for other in near if not is_single(other)]
    key = namesake_key(newcomer)
    namesakes = [other for other in full if namesake_key(other) == key][-NAMESAKES:]
    if (found := candidates.best_namesake(newcomer, namesakes)) is not None:
        return Placement(Proposal(found[0].id, newcomer.id, found[1]))
    return _best_first(newcomer, full, candidates)


def _best_first(newcomer: Profile, others: Sequence[Profile], candidates: Candidates) -> Placement:
    ranked = candidates.ranked(newcomer, list(others))
    for other, score in ranked:
        if score.points < MERGE:
            break
        if not (candidates.has_rival(newcomer, other, score) or candidates.has_rival(other, newcomer, score)):
            return Placement(Proposal(other.id, newcomer.id, score))
    return Placement(None, tuple(doubts(newcomer, ranked)[:_ASKED]))


def _place_single(newcomer: Profile, near: Sequence[Profile], candidates: Candidates) -> Placement:
    bearers = candidates.ranked(newcomer, [other for other in near if not is_single(other)])
    if (found := leader(bearers)) is not None:
        return Placement(Proposal(found[0].id, newcomer.id, found[1]))
    alike = _best_first(newcomer, [other for other in near if is_single(other)], candidates)
    if alike.person is not None:
        return alike
    asked = sorted((*doubts(newcomer, bearers), *alike.doubts), key=lambda doubt: -doubt.score.points)
    return Placement(None, tuple(asked[:_ASKED]))


def reconsider(person: Profile, singles: Iterable[Profile], candidates: Candidates) -> list[Proposal]:
    """Those of these single names that are this person's after all, now that more is known of it."""
    found = []
    for single in singles:
        if candidates.may_reach(MERGE, person, single):
            bearers = [other for other in candidates.near(single) if not is_single(other)]
            best = leader(candidates.ranked(single, bearers))
            if best is not None and best[0].id == person.id:
                found.append(Proposal(person.id, single.id, best[1]))
    return found
