"""Stores for requests: each is lent to one at a time, reads only, and answers within a time."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from queue import Empty, LifoQueue
from threading import Lock
from typing import Any, TypeVar, cast

from starlette.requests import Request

from quotes.errors import StoreError
from quotes.serve.errors import RefusedError
from quotes.serve.settings import ServeSettings
from quotes.store import Store, open_store
from quotes.store.bounded import Deadline, open_bounded

Answer = TypeVar("Answer")
_KEPT = 500  # answers


class Records:
    """The store as views ask it. Closing it closes what is not lent at the moment."""

    def __init__(self, settings: ServeSettings) -> None:
        self._settings = settings
        self._idle: LifoQueue[tuple[Store, Deadline]] = LifoQueue()
        self._answers: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    @contextmanager
    def reading(self, *, export: bool = False) -> Iterator[Store]:
        """A store that refuses to write; raises StoreError, and TooSlowError after the time of a page or an export."""
        try:
            store, deadline = self._idle.get_nowait()
        except Empty:
            store, deadline = open_bounded(self._settings.database)
        limits = self._settings.limits
        deadline.set(limits.export_seconds if export else limits.query_seconds)
        try:
            yield store
        except StoreError:
            store.close()
            raise
        except BaseException:
            self._idle.put((store, deadline))
            raise
        self._idle.put((store, deadline))

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """A store for a correction; raises RefusedError where nobody may correct."""
        if not self._settings.edit:
            raise RefusedError("the record is only read here; start it with --edit to correct it")
        with open_store(self._settings.database, create=False) as store:
            yield store

    def kept(self, store: Store, question: Hashable, ask: Callable[[], Answer]) -> Answer:
        """The answer to a question, which is asked anew only after the store has changed."""
        key = (store.state(), question)
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
                return cast(Answer, self._answers[key])
        answer = ask()
        with self._lock:
            self._answers[key] = answer
            if len(self._answers) > _KEPT:
                self._answers.popitem(last=False)
        return answer

    def close(self) -> None:
        while not self._idle.empty():
            self._idle.get_nowait()[0].close()


def records_of(request: Request) -> Records:
    return cast(Records, request.app.state.records)
