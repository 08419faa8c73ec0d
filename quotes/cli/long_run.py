"""What `parse` and `ingest` show while they last, write into a log, and do when they are stopped."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quotes.cli.journal import Journal
from quotes.cli.output import notes
from quotes.cli.progress import Bar
from quotes.cli.reading import Account, Input, iter_articles
from quotes.cli.stopping import Stopped, Stopping, stopping
from quotes.domain import Article
from quotes.parts.shards import Shard

if TYPE_CHECKING:
    from quotes.read.sources import Given

Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="Say nothing but errors; the exit code tells whether there were rejects.")
]
Log = Annotated[
    Path | None,
    typer.Option(
        "--log", metavar="FILE", help="Append what becomes of each article to this file, as JSON Lines, as it happens."
    ),
]


def _stopped() -> str:
    return "stopped"


@dataclass(slots=True)
class LongRun:
    """One run of a command: its account, its bar, its log; `farewell` says what there is of it when it is stopped."""

    account: Account
    bar: Bar
    journal: Journal
    stop: Stopping
    quiet: bool
    farewell: Callable[[], str] = field(default=_stopped)

    def read(self, given: Input, found: "Iterable[Given] | None" = None) -> Iterator[Article]:
        """The articles of the input, or of what was found elsewhere, each waiting at the bar."""
        position = 0

        def reached(bytes_read: int) -> None:
            nonlocal position
            position = bytes_read

        for article in iter_articles(given, self.account, reached, found):
            self.bar.behind.came(article.id, position)
            yield article

    def settled(self, article: Article, outcome: str) -> None:
        """The article that was read last needs no parsing."""
        self.bar.behind.settled()
        self._tell(article, outcome)

    def parsed(self, article: Article, outcome: str, quotations: int) -> None:
        self.bar.behind.parsed(article.id)
        self._tell(article, outcome, quotations=quotations)

    def made(self, shard: Shard) -> None:
        """These articles are parsed and written."""
        self.bar.behind.parsed(shard.articles[-1].id, len(shard.articles))
        self.bar.move()
        self.journal.tell("part", first=shard.articles[0].id, last=shard.articles[-1].id, articles=len(shard.articles))

    def say(self, words: str) -> None:
        """A sentence for whoever waits, unless they want to hear nothing."""
        if not self.quiet:
            notes().print(words)

    def close(self, *, may_be_empty: bool = False) -> None:
        """As `Account.close`, or in silence."""
        self.account.close(quiet=self.quiet, may_be_empty=may_be_empty)

    def _tell(self, article: Article, outcome: str, **facts: Any) -> None:
        self.bar.move()
        self.journal.tell("article", article=article.id, outcome=outcome, **facts)


@contextmanager
def long_run(
    command: str, total: int | None, *, quiet: bool, log: Path | None, unit: str = "", **facts: Any
) -> Iterator[LongRun]:
    """Within, a run is shown, logged and can be stopped. `total` and `unit` are as in `Bar`."""
    with stopping() as stop:
        account = Account()
        with closing(Journal(log, account)) as journal:
            journal.tell("begin", command=command, **facts)
            bar = Bar(notes(), account, total, shown=not quiet, unit=unit)
            run = LongRun(account, bar, journal, stop, quiet)
            try:
                with bar:
                    yield run
            except Stopped as stopped:
                notes().print(run.farewell())
                journal.tell("stopped", signal=str(stopped), articles=bar.behind.articles)
            else:
                journal.tell("end", articles=bar.behind.articles, rejects=len(account.rejects))


def drain(items: Iterable[Any]) -> Iterator[Any]:
    """The items of a generator, which is closed at once when they are not wanted any more."""
    close = getattr(items, "close", None)
    try:
        yield from items
    finally:
        if close is not None:
            close()
