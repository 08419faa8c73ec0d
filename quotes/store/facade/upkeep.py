"""What a store tells of itself, and what keeps it sound."""

from typing import TYPE_CHECKING

from quotes.store.errors import translated
from quotes.store.facade.access import Access
from quotes.store.reading import queries

if TYPE_CHECKING:
    from quotes.store.runs import RejectRecord, RunRecord


class Upkeep(Access):
    """Tells of the store itself and looks after it."""

    def runs(self) -> "list[RunRecord]":
        """What was done to the store, oldest first."""
        from quotes.store.runs import read_runs

        return self._ask(read_runs)

    def rejects(self, run: int | None = None) -> "list[RejectRecord]":
        """What was rejected and has not been mended since, oldest first."""
        from quotes.store.runs import read_rejects

        return self._ask(lambda connection: read_rejects(connection, run))

    def state(self) -> str:
        """A word that is another after every run, article and judgement, for those who keep answers."""
        from quotes.store.reading.state import read_state

        return self._ask(read_state)

    def info(self) -> dict[str, int]:
        """How many there are of everything that a store holds."""
        return self._ask(queries.count_everything)

    def rebuild(self) -> None:
        """Fill the derived tables anew, in one transaction."""
        from quotes.store.derived import rebuild

        with self._writing() as connection:
            rebuild(connection)

    def faults(self) -> list[str]:
        """What is amiss with the store, a sentence each with the remedy; every row is looked at."""
        from quotes.store.upkeep import iter_faults

        return self._ask(lambda connection: list(iter_faults(connection)))

    def vacuum(self) -> None:
        """Give back the room of what went."""
        from quotes.store.upkeep import vacuum

        with translated(self.address):
            vacuum(self._engine)

    def copy_to(self, other: Access) -> int:
        """Copy all of it, row for row, into an empty store on whichever engine; returns the number of quotations.

        Raises UsageError where the other one holds anything.
        """
        from quotes.store.upkeep import copy

        with translated(self.address), self._engine.connect() as connection, translated(other.address):
            return copy(connection, other._engine, other.address)
