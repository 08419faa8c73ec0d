"""Results in the order of the shards, whichever worker is done first."""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Generic, Protocol, TypeVar

from quotes.parts.shards import Shard
from quotes.parts.work import Task

Result = TypeVar("Result")

AHEAD = 4  # shards that an engine may hold for each worker


class Engine(Protocol):
    """Where shards are worked on. Results come in the order of the shards; no more shards are taken than a few for each
    worker, however many there are. A shard whose workers break again and again is handed to `failed`, if the engine
    cannot tell which article is at fault, and has no result."""

    def run(self, shards: Iterable[Shard], task: Task[Result]) -> Iterator[tuple[Shard, Result]]: ...


class InOrder(Generic[Result]):
    """Shards out, results in; `ready` gives those that nothing before them waits for.

    `most` is how many may be out or wait for one before them, so that what is held is bounded.
    """

    def __init__(self, shards: Iterable[Shard], most: int) -> None:
        self._shards = iter(shards)
        self._most = most
        self._again = deque[Shard]()
        self._open: dict[int, tuple[Shard, Result] | None] = {}  # by number, in order

    def next(self) -> Shard | None:
        """The shard to be worked on next; None while enough are out, or when there is none."""
        if self._again:
            return self._again.popleft()
        if len(self._open) >= self._most:
            return None
        shard = next(self._shards, None)
        if shard is not None:
            self._open[shard.number] = None
        return shard

    def put_back(self, shard: Shard) -> None:
        """To be worked on again, before any other."""
        self._again.append(shard)

    def drop(self, shard: Shard) -> None:
        """There will be no result."""
        del self._open[shard.number]

    def finish(self, shard: Shard, result: Result) -> None:
        self._open[shard.number] = (shard, result)

    def ready(self) -> Iterator[tuple[Shard, Result]]:
        while self._open:
            number, done = next(iter(self._open.items()))
            if done is None:
                return
            del self._open[number]
            yield done
