"""What is counted: a store, or a selection of it. Nothing is read before it is asked for, and no figure twice."""

from collections.abc import Iterator
from itertools import islice

from quotes.categories import STRICT, Category
from quotes.store import Selection, Store
from quotes.store.counting.counts import Dimension, Key, Tally
from quotes.store.counting.extent import Extent
from quotes.store.counting.stories import Listed, Story


class Counted:
    """A selection of a store, for as long as that is open. `each`: by appearance, what stands in several places in
    each of them."""

    def __init__(self, store: Store, selection: Selection | None = None, *, each: bool = False) -> None:
        self._store = store
        self._selection = selection or Selection()
        self._each = each
        self._tallies: dict[tuple[Dimension, ...], dict[Key, Tally]] = {}
        self._extent: Extent | None = None
        self._reasons: dict[str | None, int] | None = None

    def tallies(self, by: tuple[Dimension, ...] = ()) -> dict[Key, Tally]:
        if by not in self._tallies:
            self._tallies[by] = self._store.count(self._selection, by, each=self._each)
        return self._tallies[by]

    @property
    def extent(self) -> Extent:
        if self._extent is None:
            self._extent = self._store.extent(self._selection)
        return self._extent

    @property
    def reasons(self) -> dict[str | None, int]:
        """Anonymous sources by the wording of the reason for having no name."""
        if self._reasons is None:
            self._reasons = self._store.reasons(self._selection)
        return self._reasons

    def stories(self) -> Iterator[Story]:
        """The articles that have an anonymous source, of copies the first."""
        return self._store.stories(STRICT, self._selection)

    def listed(self, category: Category, limit: int | None = None) -> Iterator[Listed]:
        return islice(self._store.listed(category, self._selection), limit)
