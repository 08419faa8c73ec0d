"""Parsed articles into a store, many in one transaction."""

import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from quotes.cli.long_run import LongRun
from quotes.cli.reading import ArticleParser, Reader
from quotes.cli.stopping import Stopped
from quotes.domain import Article, ParsedArticle, Reject
from quotes.store import ArticleError, Outcome, Store
from quotes.wire import article_to_json

_MOST = 100  # articles in a transaction
_LONGEST = 1.0  # seconds that one waits for others


class Keeper:
    """Stores what it is given, by and by; `counts` has how many articles had which outcome, and what was new in them.

    Articles that could be the same one never wait together: what an article is depends on what is stored.
    """

    def __init__(self, store: Store, run: LongRun, *, replace: bool) -> None:
        self.counts = Counter[str]()
        self._store = store
        self._run = run
        run.farewell = self.farewell
        self._replace = replace
        self._waiting: list[ParsedArticle] = []
        self._marks: set[tuple[str, str]] = set()  # by which one of those that wait could be taken for another
        self._since = 0.0

    def farewell(self) -> str:
        """What is there of a run that is stopped."""
        count = sum(self.counts[outcome] for outcome in OUTCOMES)
        told = "1 article is" if count == 1 else f"{count} articles are"
        return f"stopped: {told} in the store, each with all that was found in it; the same command goes on from there"

    @contextmanager
    def run(
        self, command: str, reader: Reader, settings: Mapping[str, Any], paths: Sequence[str] = ()
    ) -> Iterator[None]:
        """What is added within is one run of the store, with what it rejects; rejects that earlier runs had from these
        paths are done with, unless this one is stopped. What waits at the end is stored, also when it is stopped."""
        rejects = self._run.account.rejects
        before = len(rejects)
        with self._store.run(command, reader.version, reader.models, reader.fingerprint, settings) as number:
            try:
                yield
                self.flush()
            except Stopped:
                self.flush()
                self._store.keep_rejects(number, rejects[before:])
                raise
            self._store.keep_rejects(number, rejects[before:], tuple(paths))

    def settle(self, article: Article, parser: ArticleParser) -> bool:
        """Whether the store needs no reading of this article; then it is taken in, or rejected."""
        try:
            outcome = self._store.settle(article, parser.fingerprint, parser.indirect, replace=self._replace)
        except ArticleError as error:
            self._run.account.rejects.append(Reject(article.id, str(error), article_to_json(article)))
            self._run.bar.behind.settled()
            return True
        if outcome is None:
            return False
        self.counts[outcome] += 1
        self._run.settled(article, outcome)
        return True

    def add(self, parsed: ParsedArticle) -> None:
        marks = _marks(parsed)
        if self._marks & marks:
            self.flush()
        if not self._waiting:
            self._since = time.monotonic()
        self._waiting.append(parsed)
        self._marks |= marks
        if len(self._waiting) >= _MOST or time.monotonic() - self._since >= _LONGEST:
            self.flush()

    def flush(self) -> None:
        """Store what waits: all of it, or one after another where one cannot be stored."""
        with self._run.stop.held():
            waiting, self._waiting, self._marks = self._waiting, [], set()
            try:
                outcomes: list[Outcome] = self._store.add_all(waiting, replace=self._replace) if waiting else []
            except ArticleError:
                for parsed in waiting:
                    self._add_one(parsed)
                return
            for parsed, outcome in zip(waiting, outcomes, strict=True):
                self._count(parsed, outcome)

    def _add_one(self, parsed: ParsedArticle) -> None:
        try:
            outcome = self._store.add(parsed, replace=self._replace)
        except ArticleError as error:
            self._run.account.rejects.append(Reject(parsed.article.id, str(error), article_to_json(parsed.article)))
        else:
            self._count(parsed, outcome)

    def _count(self, parsed: ParsedArticle, outcome: Outcome) -> None:
        """What was found counts where it is new to the store."""
        counts = self.counts
        counts[outcome] += 1
        self._run.parsed(parsed.article, outcome, len(parsed.quotations))
        if outcome not in ("added", "new version", "read anew"):
            return
        counts["indirect"] += sum(quote.quotation.kind == "indirect" for quote in parsed.quotations)
        sources = [quote.source for quote in parsed.quotations if quote.quotation.kind != "indirect"]
        counts["quotations"] += len(sources)
        counts["attributed"] += sum(source is not None for source in sources)
        counts["anonymous"] += sum(source is not None and source.anonymous for source in sources)


OUTCOMES: tuple[Outcome, ...] = (
    "added", "new version", "new appearance", "read anew", "details changed", "same",
)  # fmt: skip


def _marks(parsed: ParsedArticle) -> set[tuple[str, str]]:
    article = parsed.article
    told = {("id", article.id), ("text", article.text_hash)}
    return told | {("url", article.url)} if article.url else told
