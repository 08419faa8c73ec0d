"""The registry of a store: who is who, and what people and the machine hold of it."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Connection

from quotes.errors import UsageError
from quotes.identity.judgement import Judgement, standing, taken_back, undo
from quotes.identity.known import KnownPerson
from quotes.identity.registry import Review, Somebody
from quotes.store.connect import writing
from quotes.store.errors import translated
from quotes.store.people import finding, log, somebodies
from quotes.store.people.judging import MATCHER, judge
from quotes.store.people.known import put_known_people
from quotes.store.people.matching import match_all
from quotes.store.store import Store

_KINDS = {"person": "a person", "organization": "an organisation"}
_MOST = 200  # members of a person for whom one by one a verdict says whom they are not
_PAGE = 500


class Registry:
    """People across articles. Verdicts take effect at once, in the transaction that writes them.

    Every method may raise StoreError; those that are given a name or an id raise UsageError where it means nobody, or
    can mean several.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def people(self) -> Iterator[Somebody]:
        """Everybody who has a name, those in most articles first, then by name."""
        with self._reading() as connection:
            yield from somebodies.iter_people(connection)

    def one(self, asked: str) -> Somebody:
        """The one whom a name or id means."""
        with self._reading() as connection:
            return _only_one(connection, asked)

    def judgements_on(self, somebody: Somebody) -> list[Judgement]:
        """What the log has of a person, in the order in which it was written."""
        with self._reading() as connection:
            return somebodies.judgements_on(connection, somebody.members)

    def reviews(self) -> list[Review]:
        """The pairs that the machine is unsure of and nobody has decided, likeliest first."""
        with self._reading() as connection:
            return somebodies.read_reviews(connection)

    def log(self) -> Iterator[tuple[Judgement, tuple[str, str]]]:
        """Every judgement in the order in which they were written, and what the two are called."""
        with self._reading() as connection:
            page: list[Judgement] = []
            for row in log.iter_log(connection):
                page.append(row)
                if len(page) == _PAGE:
                    yield from _called(connection, page)
                    page = []
            yield from _called(connection, page)

    def standing(self) -> dict[tuple[str, str], Judgement]:
        """What holds of each pair of which a person, or the machine in doubt, said anything; by present ids."""
        with self._reading() as connection:
            return standing(*log.read_verdicts(connection))

    def match(self) -> tuple[int, int]:
        """Compare everybody; how many merges that brought, and how many pairs now wait for review."""
        with self._writing() as connection:
            rows = match_all(connection)
            waiting = len(somebodies.read_reviews(connection))
        return sum(row.verdict == "positive" for row in rows), waiting

    def merge(self, who: str, other: str, *, judge_name: str, reason: str) -> tuple[Somebody, Somebody]:
        """Two are one."""
        with self._writing() as connection:
            left, right = _only_one(connection, who), _only_one(connection, other)
            if left.id == right.id:
                raise UsageError(f"{who} and {other} are one already, {left.id}; name two different ones")
            if left.kind != right.kind:
                one, two = (f"{somebody.name} is {_KINDS[somebody.kind]}" for somebody in (left, right))
                raise UsageError(f"{one}, and {two}; only two of a kind can be one")
            forbids = [row for row in somebodies.between(connection, left, right) if row.verdict == "negative"]
            if forbids:
                raise UsageError(f"{forbids[0].who} keeps them apart; quotes people undo {forbids[0].id} comes first")
            judge(connection, [_human(left.members[0], right.members[0], "positive", judge_name, reason)])
        return left, right

    def keep_apart(self, who: str, other: str, *, judge_name: str, reason: str) -> tuple[Somebody, Somebody]:
        """Two are not one."""
        with self._writing() as connection:
            left, right = _only_one(connection, who), _only_one(connection, other)
            if left.id == right.id:
                raise UsageError(f"{who} and {other} are one, {left.id}; quotes people split takes them apart")
            pairs = [(one, two) for one in left.members[:_MOST] for two in right.members[:_MOST]]
            judge(connection, [_human(one, two, "negative", judge_name, reason) for one, two in pairs])
        return left, right

    def split(self, who: str, parts: Sequence[str], *, judge_name: str, reason: str) -> tuple[Somebody, int]:
        """Take articles, wordings or members out of a person; the person, and how many members went."""
        with self._writing() as connection:
            somebody = _only_one(connection, who)
            found = {part: somebody.meant_by(part) for part in parts}
            if missing := [part for part, members in found.items() if not members]:
                raise UsageError(
                    f"nothing of {somebody.name} is {missing[0]!r}; quotes people show {who} lists the parts"
                )
            out = [member for member in somebody.members if any(member in members for members in found.values())]
            stay = [member for member in somebody.members if member not in out]
            if not stay:
                raise UsageError(f"all of {somebody.name} is {', '.join(parts)}; leave something with the old one")
            judge(connection, [_human(one, two, "negative", judge_name, reason) for one in out for two in stay[:_MOST]])
            for group in (out, stay):
                _keep_together(connection, group)
        return somebody, len(out)

    def undo(self, judgement: str, *, judge_name: str, reason: str) -> Judgement:
        """Take back the one row of the log whose id begins so; returns that row."""
        with self._writing() as connection:
            found = log.find_rows(connection, judgement) if judgement else []
            if len(found) != 1:
                fault = "no judgement is" if not found else "several judgements are"
                raise UsageError(f"{fault} called {judgement}; quotes people show WHO lists them with their ids")
            row = found[0]
            if (by := taken_back(log.rows_about(connection, row.pair)).get(row.id)) is not None:
                raise UsageError(
                    f"{by.who} has taken that back already; quotes people undo {by.id} makes it hold again"
                )
            judge(connection, [undo(row, judge_name, datetime.now(UTC), reason)])
        return row

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with translated(self._store.address), self._store._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with translated(self._store.address), writing(self._store._engine) as connection:
            yield connection

    def put_known(self, people: Sequence[KnownPerson]) -> None:
        """Take in people whom a newsroom knows, by their ids."""
        with self._writing() as connection:
            put_known_people(connection, people)


def _only_one(connection: Connection, asked: str) -> Somebody:
    found = somebodies.find_people(connection, asked)
    if not found:
        raise finding.unknown_name(connection, asked)
    people = somebodies.read_people(connection, found[:5])
    if len(found) == 1:
        return people[0]
    choices = ", ".join(f"{somebody.id} ({somebody.name})" for somebody in people)
    raise UsageError(f"{asked!r} can be any of {len(found)}; ask again with an id: {choices}")


def _human(left: str, right: str, verdict: Literal["positive", "negative"], who: str, reason: str) -> Judgement:
    return Judgement(left, right, verdict, "human", who, datetime.now(UTC), reason)


def _keep_together(connection: Connection, members: Collection[str]) -> None:
    """What the machine had joined by way of those who are gone stays joined."""
    people = somebodies.find_ids(connection, members)
    first = {people[member]: member for member in reversed(list(members))}
    if len(first) > 1:
        head, *others = sorted(first.values(), key=list(members).index)
        reason = "they were one, and go on to be after others were taken out"
        now = datetime.now(UTC)
        judge(connection, [Judgement(head, other, "positive", "machine", MATCHER, now, reason) for other in others])


def _called(connection: Connection, page: Sequence[Judgement]) -> Iterator[tuple[Judgement, tuple[str, str]]]:
    names = somebodies.names_of_members(connection, {side for row in page for side in row.pair})
    return ((row, (names[row.left], names[row.right])) for row in page)
