"""Articles in: what a store does with them, and the runs that bring them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine

from quotes.domain import Article, IndirectScope, ParsedArticle, Reject
from quotes.store.facade.access import Access
from quotes.store.outcomes import Outcome
from quotes.store.reading import queries

if TYPE_CHECKING:
    from quotes.store.runs import Run


class Intake(Access):
    """Takes articles in."""

    def __init__(self, engine: Engine, address: str) -> None:
        super().__init__(engine, address)
        self._run: Run | None = None
        self._waiting: dict[str, list[int]] | None = None  # rejects, by the id of the article that may mend them

    def add(self, parsed: ParsedArticle, *, replace: bool = False) -> Outcome:
        """Store an article in one transaction; what became of it:

        "added": it was not there;
        "new version": its id or address was there with another text, which gives way to this and stays as a former one;
        "new appearance": its text was there, from another place;
        "read anew": it was there as other models or other code read it, or with less indirect speech, or a title,
        byline or outlet that the reading rests on is another now;
        "details changed": its carrier says something else of it now;
        "same": nothing is written.
        Raises ArticleConflictError when its id stands for something unrelated and `replace` is false, and
        UnstorableArticleError when no database can keep its characters.
        """
        from quotes.store.adding.appearances import check_article
        from quotes.store.runs import fingerprint_of

        check_article(parsed.article)
        if self._is_same(parsed.article, fingerprint_of(parsed), parsed.indirect):
            return "same"
        return self._add([parsed], replace=replace)[0]

    def add_all(self, parsed: Iterable[ParsedArticle], *, replace: bool = False) -> list[Outcome]:
        """Store articles as `add` does, but all in one transaction, which takes less time: all of them or none.

        Nobody else can write meanwhile; give a hundred at a time. What `add` raises for one article is raised, and then
        none of these is stored.
        """
        from quotes.store.adding.appearances import check_article

        articles = list(parsed)
        for one in articles:
            check_article(one.article)
        return self._add(articles, replace=replace)

    def has(self, article: Article, fingerprint: str, indirect: IndirectScope = "none") -> bool:
        """Whether `settle` needs no parser: the text is stored as this fingerprint reads it, with as much indirect
        speech or more, under the title, byline and outlet that the reading rests on."""
        from quotes.store.adding.arrival import Arrivals

        def ask(connection: Connection) -> bool:
            arrivals = Arrivals(connection, [article])
            return arrivals.is_settled(arrivals.find(article, replace=True), fingerprint, indirect)

        return self._ask(ask)

    def settle(
        self, article: Article, fingerprint: str, indirect: IndirectScope = "none", *, replace: bool = False
    ) -> Outcome | None:
        """Take in an article that need not be parsed; None where it must be. Outcomes and errors as `add` has them."""
        from quotes.store.adding import changes
        from quotes.store.adding.arrival import Arrivals

        if self._is_same(article, fingerprint, indirect):
            return "same"
        if not self.has(article, fingerprint, indirect):
            return None
        with self._writing() as connection:
            arrivals = Arrivals(connection, [article])
            arrival = arrivals.find(article, replace=replace)
            if not arrivals.is_settled(arrival, fingerprint, indirect):
                return None
            return changes.settle(connection, arrivals, article, arrival)

    @contextmanager
    def run(
        self, command: str, parser: str, models: str, fingerprint: str, settings: Mapping[str, Any]
    ) -> Iterator[int]:
        """What is added within belongs to one run, which the store remembers with its settings, and when it ended."""
        from quotes.store import runs

        with self._writing() as connection:
            number = runs.begin(connection, command, parser, models, fingerprint, settings, _now())
        self._run = runs.Run(number, fingerprint)
        try:
            yield number
        finally:
            self._run = None
        with self._writing() as connection:
            runs.end(connection, number, _now())

    def keep_rejects(self, run: int, rejects: list[Reject], paths: tuple[str, ...] = ()) -> None:
        """Keep what a run rejected; rejects that earlier runs had from these paths are done with."""
        from quotes.store import runs

        with self._writing() as connection:
            runs.supersede(connection, run, paths, _now())
            for reject in rejects:
                runs.keep_reject(connection, run, reject)
        self._waiting = None

    def iter_stale(self, fingerprint: str, indirect: IndirectScope = "none") -> Iterator[Article]:
        """The current articles that something else read, or with less indirect speech, as they were received.

        They come in order of their first appearance; those that are read anew meanwhile are left out.
        """
        last = 0

        def ask(connection: Connection) -> tuple[int, Article] | None:
            return queries.next_stale(connection, fingerprint, indirect, last)

        while found := self._ask(ask):
            last, article = found
            yield article

    def _add(self, articles: Sequence[ParsedArticle], *, replace: bool) -> list[Outcome]:
        """All of them in one transaction. What was rejected under the id of one that is stored now is done with."""
        from quotes.store import runs
        from quotes.store.adding.articles import add_articles
        from quotes.store.collector import collector_paused

        with collector_paused(), self._writing() as connection:
            found = self._runs(connection, articles)
            outcomes = add_articles(connection, articles, found, replace=replace)
            if self._waiting is None:
                self._waiting = runs.waiting(connection)
            for article in articles:
                runs.mend(connection, self._waiting.pop(article.article.id, ()), _now())
        return outcomes

    def _runs(self, connection: Connection, articles: Sequence[ParsedArticle]) -> "list[Run]":
        """The run of each."""
        from quotes.store import runs

        if self._run is not None:
            return [self._run] * len(articles)
        found: dict[str, Run] = {}
        for article in articles:
            reader = runs.fingerprint_of(article)
            found[reader] = found.get(reader) or runs.run_of(connection, article, _now())
        return [found[runs.fingerprint_of(article)] for article in articles]

    def _is_same(self, article: Article, fingerprint: str, indirect: IndirectScope) -> bool:
        """Whether there is nothing to write."""
        from quotes.store.adding.arrival import Arrivals

        def ask(connection: Connection) -> bool:
            arrivals = Arrivals(connection, [article])
            arrival = arrivals.find(article, replace=True)
            return arrival.is_unchanged and arrivals.is_settled(arrival, fingerprint, indirect)

        return self._ask(ask)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
