"""The way to the database."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy import Connection, Engine

from quotes.store.connect import writing
from quotes.store.errors import translated
from quotes.store.selection import Selection

Answer = TypeVar("Answer")


class Access:
    """An engine, and how it is asked and written to."""

    def __init__(self, engine: Engine, address: str) -> None:
        self._engine = engine
        self.address = address

    def close(self) -> None:
        self._engine.dispose()

    def _ask(self, question: Callable[[Connection], Answer]) -> Answer:
        with translated(self.address), self._engine.connect() as connection:
            return question(connection)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with translated(self.address), writing(self._engine) as connection:
            yield connection

    def _resolved(self, selection: Selection | None) -> Selection:
        """With people for the names of speakers; of none, all that was said."""
        if selection is None or not selection.speaker:
            return selection or Selection()
        from quotes.store.people.finding import resolved

        return self._ask(lambda connection: resolved(connection, selection))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
