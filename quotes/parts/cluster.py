"""Workers as actors of Ray, on this machine or on many.

An actor loads the models once and takes a shard after another. Ray starts an actor that died anew, and tries its shard
once more; a shard that fails again is named, and the rest is done. Actors of Ray's core and not Ray Data: that puts
many small files into one block, which one actor would read while the others rest.
"""

import socket
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from quotes.errors import QuotesError, UsageError
from quotes.parts.in_order import AHEAD, InOrder
from quotes.parts.shards import Shard
from quotes.parts.work import Task

Result = TypeVar("Result")


class Cluster:
    """The engine of many machines. `address` is that of a cluster, or None for one that is started here, for this run;
    `jobs` is how many actors to have, each on one processor. `failed` hears of each shard that has no result."""

    def __init__(self, jobs: int, address: str | None, failed: Callable[[Shard, str], None]) -> None:
        self._jobs = jobs
        self._address = address
        self._failed = failed

    def run(self, shards: Iterable[Shard], task: Task[Result]) -> Iterator[tuple[Shard, Result]]:
        ray = _import_ray()
        self._connect(ray)
        order = InOrder[Result](shards, self._jobs * AHEAD)
        try:
            self._check_room(ray)
            actor = ray.remote(num_cpus=1, max_restarts=-1, max_task_retries=1)(_Actor)
            idle = [actor.remote(task) for _ in range(self._jobs)]
            out: dict[Any, tuple[Any, Shard]] = {}
            while True:
                while idle and (shard := order.next()):
                    worker = idle.pop()
                    out[worker.work.remote(shard)] = (worker, shard)
                if not out:
                    return
                done, _ = ray.wait(list(out))
                for result in done:
                    worker, shard = out.pop(result)
                    idle.append(worker)
                    self._take(ray, result, shard, order)
                yield from order.ready()
        finally:
            ray.shutdown()

    def _connect(self, ray: Any) -> None:
        """To a cluster, or start one; there must be a processor more than actors, or Ray waits for ever."""
        quiet = {"configure_logging": False, "log_to_driver": False}
        try:
            if self._address is None:
                ray.init(num_cpus=self._jobs + 1, include_dashboard=False, **quiet)
            else:
                _knock(self._address)
                ray.init(address=self._address, **quiet)
        except (OSError, RuntimeError, ValueError) as error:
            raise QuotesError(
                f"no cluster answers at {self._address or 'this machine'} ({error}); start one with `ray start --head`"
            ) from error

    def _check_room(self, ray: Any) -> None:
        """Raises UsageError where actors would wait for processors that there are not."""
        there = int(ray.cluster_resources().get("CPU", 0))
        if there < self._jobs:
            raise UsageError(f"the cluster has {there} processors; give --jobs {max(there, 1)} or fewer")

    def _take(self, ray: Any, result: Any, shard: Shard, order: InOrder[Any]) -> None:
        try:
            order.finish(shard, ray.get(result))
        except ray.exceptions.RayActorError as error:
            order.drop(shard)
            self._failed(shard, str(error).partition("\n")[0])
        except ray.exceptions.RayTaskError as error:
            raise error.cause from error


class _Actor:
    def __init__(self, task: Task[Any]) -> None:
        self._work = task.start()

    def work(self, shard: Shard) -> Any:
        return self._work(shard, lambda place: None)


def _knock(address: str) -> None:
    """Raises OSError where nobody listens: Ray itself tries for minutes."""
    host, colon, port = address.removeprefix("ray://").rpartition(":")
    if colon:
        socket.create_connection((host, int(port)), timeout=10).close()


def _import_ray() -> Any:
    try:
        import ray
    except ImportError as error:
        raise UsageError("--engine ray needs Ray; install it with `pip install 'who-said-what[ray]'`") from error
    return ray
