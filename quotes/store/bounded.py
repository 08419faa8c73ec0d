"""A store that is only read, and in which no question takes longer than it may: for those who answer strangers."""

from time import monotonic
from typing import Any

from sqlalchemy import Connection, Engine, event, text

from quotes.store.store import Store, open_store

_STEPS = 5_000  # of SQLite's machine between two looks at the clock


class Deadline:
    """When the questions of a store have to be answered; without one they take as long as they take."""

    def __init__(self) -> None:
        self._at: float | None = None

    def set(self, seconds: float | None) -> None:
        """From now on."""
        self._at = None if seconds is None else monotonic() + seconds

    @property
    def is_over(self) -> bool:
        return self._at is not None and monotonic() > self._at

    @property
    def milliseconds(self) -> int:
        """Those that are left, at least one; 0 where there is no end, as PostgreSQL has it."""
        return 0 if self._at is None else max(1, round((self._at - monotonic()) * 1000))


def open_bounded(url: str) -> tuple[Store, Deadline]:
    """A store that refuses to write, and the deadline of what it is asked, after which it raises TooSlowError.

    Raises StoreError; a store that an older version made is brought up to date first.
    """
    store, deadline = open_store(url, create=False), Deadline()
    store._engine.dispose()  # connections from here on are bound
    _bind(store._engine, deadline)
    return store, deadline


def _bind(engine: Engine, deadline: Deadline) -> None:
    if engine.dialect.name == "sqlite":

        @event.listens_for(engine, "connect")
        def _connected(connection: Any, _record: object) -> None:
            connection.execute("PRAGMA query_only=ON")
            connection.set_progress_handler(lambda: int(deadline.is_over), _STEPS)

        return

    @event.listens_for(engine, "begin")
    def _begins(connection: Connection) -> None:
        connection.execute(text("SET TRANSACTION READ ONLY"))
        connection.execute(text(f"SET LOCAL statement_timeout = {deadline.milliseconds:d}"))
