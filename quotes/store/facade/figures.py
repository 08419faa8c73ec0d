"""How many there are, of what, and who is linked to whom."""

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from quotes.store.errors import translated
from quotes.store.facade.access import Access
from quotes.store.selection import Selection

if TYPE_CHECKING:
    from quotes.categories import Category
    from quotes.store.counting.counts import Dimension, Key, Tally
    from quotes.store.counting.extent import Extent
    from quotes.store.counting.network.chains import Chain
    from quotes.store.counting.network.rows import End, Link, NetworkKind
    from quotes.store.counting.network.sourcing import Printed, Said
    from quotes.store.counting.speakers import SpeakerCount
    from quotes.store.counting.stories import Listed, Story
    from quotes.store.counting.tallies import Measure
    from quotes.store.counting.utterances import Utterance
    from quotes.store.questions.facets import Facets
    from quotes.store.questions.periods import Period, Step
    from quotes.store.questions.quoted import Quoted
    from quotes.store.questions.vocabulary import Vocabulary


class Figures(Access):
    """Counts, and what is drawn and reported of it."""

    def count(
        self,
        selection: Selection | None = None,
        by: "Sequence[Dimension]" = (),
        *,
        each: bool = False,
        measures: "Collection[Measure] | None" = None,
    ) -> "dict[Key, Tally]":
        """How many quotations, words, sources and articles there are in each group; without dimensions of all, under
        the empty key. With `each`, what stands in several places counts in each of them. Whoever needs not all four
        measures has the others sooner."""
        from quotes.store.collector import collector_paused
        from quotes.store.counting.counts import MEASURES, count_by

        asked, wanted = self._resolved(selection), measures or MEASURES
        with collector_paused():
            return self._ask(lambda connection: count_by(connection, asked, by, each=each, measures=wanted))

    def extent(self, selection: Selection | None = None) -> "Extent":
        """What there is to be counted: how many articles and outlets, and from when to when."""
        from quotes.store.counting.extent import read_extent

        asked = self._resolved(selection)
        return self._ask(lambda connection: read_extent(connection, asked))

    def periods(self, selection: Selection, step: "Step") -> "list[Period]":
        """How much is quoted in each month or year that has anything, in order of time, the undated last."""
        from quotes.store.questions.periods import count_periods

        asked = self._resolved(selection)
        return self._ask(lambda connection: count_periods(connection, asked, step))

    def speakers(
        self,
        selection: Selection | None = None,
        *,
        limit: int | None = None,
        each: bool = False,
        as_spelled: bool = False,
    ) -> "Iterator[SpeakerCount]":
        """Everybody who speaks, the most quoted first; people of the registry, or speakers as articles spell them.
        With `each`, what stands in several places counts in each of them."""
        from quotes.store.counting.speakers import iter_speakers, iter_spellings

        found = iter_spellings if as_spelled else iter_speakers
        asked = self._resolved(selection)
        with translated(self.address), self._engine.connect() as connection:
            yield from found(connection, asked, limit=limit, each=each)

    def facets(self, selection: Selection) -> "Facets":
        """How many hits a selection has, and of which outlets, speakers, months and so on; of many, estimates."""
        from quotes.store.questions.facets import count_facets

        asked = self._resolved(selection)
        return self._ask(lambda connection: count_facets(connection, asked))

    def vocabulary(self, selection: Selection | None = None) -> "Vocabulary":
        """In how many quotations each word stands; of many quotations in a sample of some thousand."""
        from quotes.store.questions.vocabulary import read_vocabulary

        asked = self._resolved(selection)
        return self._ask(lambda connection: read_vocabulary(connection, asked))

    def quoted(self, selection: Selection, dimension: "Dimension", value: str) -> "list[Quoted]":
        """All with names who are quoted in one outlet, desk, byline, month (YYYY-MM) or year, in no order."""
        from quotes.store.questions.quoted import count_quoted

        asked = self._resolved(selection)
        return self._ask(lambda connection: count_quoted(connection, asked, dimension, value))

    def stories(self, categories: "Collection[Category]", selection: Selection | None = None) -> "Iterator[Story]":
        """The articles that have any quotation of these categories, with all their quotations, by date and id; of
        articles that are copies of one the first."""
        from quotes.store.counting.stories import iter_stories

        asked = self._resolved(selection)
        with translated(self.address), self._engine.connect() as connection:
            yield from iter_stories(connection, asked, categories)

    def listed(self, category: "Category", selection: Selection | None = None) -> "Iterator[Listed]":
        """The quotations that count as of a category, by date and article, each once, with all where it stands."""
        from quotes.store.counting.stories import iter_listed

        asked = self._resolved(selection)
        with translated(self.address), self._engine.connect() as connection:
            yield from iter_listed(connection, asked, category)

    def reasons(self, selection: Selection | None = None) -> "dict[str | None, int]":
        """How many anonymous sources have their names withheld for a reason that is worded so; None is no reason."""
        from quotes.store.counting.stories import count_reasons

        asked = self._resolved(selection)
        return self._ask(lambda connection: count_reasons(connection, asked))

    def utterances(self, selection: Selection | None = None) -> "Iterator[Utterance]":
        """Who said what where, as networks are drawn of it, in the order of the selection."""
        from quotes.store.counting.utterances import iter_utterances

        asked = self._resolved(selection)
        with translated(self.address), self._engine.connect() as connection:
            yield from iter_utterances(connection, asked)

    def network(
        self, kind: "NetworkKind", selection: Selection | None = None, *, group_unnamed: bool = False
    ) -> "Iterator[End | Link]":
        """Who is linked to whom: first everybody, then a row for each two who are, added up with its proof."""
        from quotes.store.counting.network.read import iter_network

        asked = self._resolved(selection)
        with translated(self.address), self._engine.connect() as connection:
            yield from iter_network(connection, asked, kind, group_unnamed=group_unnamed)

    def sourcing(self, selection: Selection | None = None) -> "Iterator[End | Said | Printed]":
        """Whom each article quotes, how much: first everybody, then a row for each source and article, then a row for
        each article with its words."""
        from quotes.store.counting.network.sourcing import iter_sourcing

        asked = self._resolved(selection)
        with translated(self.address), self._engine.connect() as connection:
            yield from iter_sourcing(connection, asked)

    def chains(self, selection: Selection | None = None) -> "list[Chain]":
        """The ways that words took from outlet to outlet, the most used first."""
        from quotes.store.counting.network.chains import read_chains

        asked = self._resolved(selection)
        return self._ask(lambda connection: read_chains(connection, asked))
