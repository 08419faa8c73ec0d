"""Workers as processes of this machine, each with one thread.

They are forked from a server that has loaded the libraries and nothing else, so that these are in memory once. A worker
that the system ends costs the article that it was at: its shard is read again one article after another, and the one
at which the next worker ends is spared.
"""

import multiprocessing
import os
import signal
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

from quotes.errors import QuotesError
from quotes.parts.in_order import AHEAD, InOrder
from quotes.parts.shards import Shard
from quotes.parts.work import Task

Result = TypeVar("Result")


def processors() -> int:
    """How many of the machine's processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Processes:
    """The engine of one machine. What a worker raises is raised here; whoever leaves early ends the workers."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload([__name__, "quotes.nlp.stages"])

    def run(self, shards: Iterable[Shard], task: Task[Result]) -> Iterator[tuple[Shard, Result]]:
        order = InOrder[Result](shards, self._jobs * AHEAD)
        workers: dict[Any, _Worker] = {}
        try:
            while True:
                idle = [worker for worker in workers.values() if worker.shard is None]
                while (len(idle) or len(workers) < self._jobs) and (shard := order.next()):
                    worker = idle.pop() if idle else _Worker(self._context, task)
                    workers[worker.pipe] = worker
                    worker.give(shard)
                busy = [worker.pipe for worker in workers.values() if worker.shard is not None]
                if not busy:
                    return
                for pipe in wait(busy):
                    worker = workers[pipe]
                    shard = worker.at_work
                    try:
                        kind, said = worker.hear()
                    except (EOFError, ConnectionError):
                        del workers[pipe]
                        order.put_back(worker.mourn())
                        continue
                    if kind == "raised":
                        raise said
                    if kind == "done":
                        order.finish(shard, said)
                yield from order.ready()
        finally:
            for worker in workers.values():
                worker.stop()
            for worker in workers.values():
                worker.end()


class _Worker:
    """A process, and the shard that it has now."""

    def __init__(self, context: Any, task: Task[Any]) -> None:
        self.pipe, theirs = context.Pipe()
        self.shard: Shard | None = None
        self._started = False  # whether its models are loaded
        self._place: int | None = None
        self._process = context.Process(target=_serve, args=(task, theirs), daemon=True)
        self._process.start()
        theirs.close()

    @property
    def at_work(self) -> Shard:
        if self.shard is None:
            raise ValueError("the worker has no shard")
        return self.shard

    def give(self, shard: Shard) -> None:
        self.shard, self._place = shard, None
        self.pipe.send(shard)

    def hear(self) -> tuple[str, Any]:
        """What the worker says; raises EOFError or ConnectionError when it is no more."""
        kind, said = self.pipe.recv()
        if kind == "started":
            self._started = True
        elif kind == "at":
            self._place = said
        else:
            self.shard = None
        return kind, said

    def mourn(self) -> Shard:
        """What to try instead of its shard; raises QuotesError when trying again is of no use."""
        self._process.join()
        self.pipe.close()
        shard = self.at_work
        if not self._started:
            raise QuotesError(
                f"a process for parsing ended before it began ({_ending(self._process.exitcode)}); "
                "with too little memory, give fewer --jobs"
            )
        if shard.one_by_one and self._place is None:
            raise QuotesError(f"processes for parsing end one after another ({_ending(self._process.exitcode)})")
        return shard.without(self._place)

    def stop(self) -> None:
        """Ask it to end."""
        self._process.terminate()

    def end(self) -> None:
        """Wait until it has ended, not for long."""
        self._process.join(0.5)
        if self._process.exitcode is None:
            self._process.kill()
            self._process.join()
        self.pipe.close()


def _ending(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"exit code {code}"


def _serve(task: Task[Any], pipe: Connection) -> None:
    """The life of a worker. Ctrl-C is the driver's to answer, who ends the workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        work = task.start()
        pipe.send(("started", None))
        while True:
            pipe.send(("done", work(pipe.recv(), lambda place: pipe.send(("at", place)))))
    except EOFError:
        return
    except Exception as error:
        pipe.send(("raised", error))
