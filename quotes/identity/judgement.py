"""The judgement log: who said which two are one, or are not, and what follows from all of it together.

Rows are only ever appended. What holds is derived from the whole log, whatever order its rows are read in:

- of one pair, the latest verdict of a person holds; the machine's latest only where no person has spoken;
- an undo takes back one row and is a row itself, so it can be undone; the machine cannot take back a person's;
- a person's undo of a machine's row keeps the machine off that pair: it counts as that person's "unsure";
- where an article was read anew and somebody goes by another id since, rows about the former id hold of the new one;
- a person's "unsure" keeps the machine from joining the two, even by way of others; a person's "negative" forbids it to
  everybody, so that no cluster ever holds such a pair.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from quotes.domain import identify
from quotes.errors import UsageError

Verdict = Literal["positive", "negative", "unsure", "undo"]
By = Literal["human", "machine"]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One row: two appearances (or known people), what is held of them, by whom, when and why.

    `left` and `right` are put in alphabetical order. `when` has a time zone. Raises UsageError for what makes no sense.
    """

    left: str
    right: str
    verdict: Verdict
    by: By
    who: str  # a person's name, or the version of the matcher
    when: datetime
    reason: str
    score: float | None = None  # the machine's probability that the two are one
    undoes: str | None = None  # id of the row that an undo takes back

    def __post_init__(self) -> None:
        if self.left == self.right:
            raise UsageError(f"{self.left} cannot be judged against itself; name two different ones")
        if (self.verdict == "undo") != (self.undoes is not None):
            raise UsageError("an undo, and nothing else, names the row that it takes back; give the id of that row")
        if self.when.tzinfo is None:
            raise UsageError("a judgement needs a time with its time zone; give one in UTC")
        left, right = sorted((self.left, self.right))
        object.__setattr__(self, "left", left)
        object.__setattr__(self, "right", right)
        object.__setattr__(self, "when", self.when.astimezone(UTC))

    @property
    def id(self) -> str:
        """The hash of all that the row says, so that the same row twice is one."""
        when = self.when.isoformat()
        parts = (self.left, self.right, self.verdict, self.by, self.who, when, self.reason, self.undoes)
        return identify("judgement", *parts)

    @property
    def pair(self) -> Pair:
        return self.left, self.right


def undo(row: Judgement, who: str, when: datetime, reason: str, by: By = "human") -> Judgement:
    """The row that takes a row back."""
    return Judgement(row.left, row.right, "undo", by, who, when, reason, undoes=row.id)


def standing(log: Iterable[Judgement], now: Mapping[str, str] | None = None) -> dict[Pair, Judgement]:
    """What holds of each pair; pairs whose every row was taken back by the side that wrote it are not in it.

    `now` maps former ids to present ones: keys are of present ids, the rows are as they were written.
    """
    rows = {row.id: row for row in log}
    undone = taken_back(rows.values())
    of_pair: dict[Pair, list[Judgement]] = defaultdict(list)
    for row in sorted(rows.values(), key=_age):
        if row.id in undone:
            continue
        left, right = sorted((now or {}).get(identity, identity) for identity in row.pair)
        if left == right:
            continue
        if row.undoes is None:
            of_pair[left, right].append(row)
        elif row.by == "human" and row.undoes in rows and _is_machine_verdict(rows[row.undoes]):
            of_pair[left, right].append(_as_unsure(row))
    return {pair: max(found, key=lambda row: (row.by == "human", _age(row))) for pair, found in of_pair.items()}


def taken_back(log: Iterable[Judgement]) -> dict[str, Judgement]:
    """The rows that do not hold, by id, each with the oldest undo that took it back and holds itself."""
    rows = {row.id: row for row in log}
    undone_by: dict[str, list[Judgement]] = defaultdict(list)
    for row in sorted(rows.values(), key=_age):
        if row.undoes is not None:
            undone_by[row.undoes].append(row)
    found: dict[str, Judgement | None] = {}

    def find(row: Judgement) -> Judgement | None:
        """The undo, if somebody entitled made one. An id is a hash of what it undoes, so this never runs in circles."""
        if row.id not in found:
            undos = [other for other in undone_by[row.id] if other.by == "human" or row.by == "machine"]
            found[row.id] = next((other for other in undos if find(other) is None), None)
        return found[row.id]

    return {row.id: undo for row in rows.values() if (undo := find(row)) is not None}


def _is_machine_verdict(row: Judgement) -> bool:
    return row.by == "machine" and row.undoes is None


def _as_unsure(row: Judgement) -> Judgement:
    return Judgement(row.left, row.right, "unsure", row.by, row.who, row.when, row.reason)


def _age(row: Judgement) -> tuple[datetime, str]:
    return row.when, row.id


@dataclass(frozen=True)
class Clusters:
    """Who is one with whom. Those whom no row mentions are not in it: each is one of its own."""

    of: Mapping[str, frozenset[str]]
    apart: Mapping[str, frozenset[str]]  # whom the machine must not join them with
    unheeded: tuple[Judgement, ...]  # positive rows that other rows forbid to follow

    def members(self, identity: str) -> frozenset[str]:
        return self.of.get(identity, frozenset((identity,)))


def derive_clusters(log: Iterable[Judgement], now: Mapping[str, str] | None = None) -> Clusters:
    """What the log amounts to; the same rows give the same clusters in whatever order. `now` as for `standing`.

    People's merges are followed first, the newest first, then the machine's, the surest first; one that would bring
    together a pair that is to stay apart is left out.
    """
    held = sorted(standing(log, now).items(), key=lambda item: _age(item[1]))
    forbidden, hands_off = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for pair, row in held:
        if row.by == "human" and row.verdict in ("negative", "unsure"):
            for one, other in (pair, pair[::-1]):
                hands_off[one].add(other)
                if row.verdict == "negative":
                    forbidden[one].add(other)
    of: dict[str, set[str]] = {}
    unheeded = []
    merges = [(pair, row) for pair, row in held if row.verdict == "positive"]
    people = [item for item in reversed(merges) if item[1].by == "human"]
    machine = [item for item in merges if item[1].by == "machine"]
    machine.sort(key=lambda item: (-(item[1].score or 0.0), *_age(item[1])))
    for pair, row in [*people, *machine]:
        enemies = forbidden if row.by == "human" else hands_off
        left, right = (of.setdefault(identity, {identity}) for identity in pair)
        if left is right:
            continue
        if any(enemies[member] & right for member in left if member in enemies):
            unheeded.append(row)
            continue
        small, large = sorted((left, right), key=len)
        large |= small
        for member in small:
            of[member] = large
    frozen = {id(group): frozenset(group) for group in of.values()}
    return Clusters(
        {member: frozen[id(group)] for member, group in of.items()},
        {member: frozenset(others) for member, others in hands_off.items()},
        tuple(unheeded),
    )
