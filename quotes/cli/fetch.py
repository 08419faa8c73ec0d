"""`quotes fetch`: pages and feeds from the web, into a store or a file."""

import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from quotes.cli.long_run import Log, LongRun, Quiet, long_run
from quotes.cli.options import Database, Language, LookFor, Models, Outlet, Summary
from quotes.cli.output import open_output, write_jsonl
from quotes.cli.reading import ArticleParser, Input, open_parser, parse_or_reject
from quotes.cli.storing import Keeper
from quotes.cli.summary import finish
from quotes.configuration import Feed, configuration
from quotes.domain import Article, Reject
from quotes.errors import UsageError
from quotes.fetch.client import Client
from quotes.fetch.memory import Memory
from quotes.fetch.robots import Robots
from quotes.fetch.visits import Round
from quotes.fetch.waiting import Rounds, to_seconds
from quotes.read.sources import Fetched
from quotes.settings import database_url, fetched_file
from quotes.store import open_store
from quotes.wire import article_to_dict

EPILOG = """
Only http and https, only the public web, 10 MB and a minute for each page, five redirects. robots.txt holds, and a host
is asked once a second at most. What a server or a feed says has not changed is not fetched, and not read, again.
"""


def fetch(
    pages: Annotated[
        list[str] | None, typer.Argument(metavar="URL...", help="Pages to fetch, each an article.", show_default=False)
    ] = None,
    feed: Annotated[
        list[str] | None,
        typer.Option("--feed", metavar="URL", help="An RSS or Atom feed: the pages of its items. Repeatable."),
    ] = None,
    every: Annotated[
        str | None,
        typer.Option("--every", metavar="TIME", help="Look again after this time (15m, 1h, 1d), until it is stopped."),
    ] = None,
    db: Database = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE",
            help="Write the articles here as JSON Lines, which parse and ingest read, instead of into a store.",
        ),
    ] = None,
    state: Annotated[
        Path | None,
        typer.Option(
            "--state", metavar="FILE",
            help="Where it is kept what was fetched before; else a file of your own for each store, and none for -o.",
        ),
    ] = None,
    outlet: Outlet = None,
    language: Language = "en",
    indirect: LookFor = "speech",
    models: Models = None,
    summary: Summary = None,
    quiet: Quiet = False,
    log: Log = None,
) -> None:  # fmt: skip
    """Fetch pages and what feeds lead to, and store who said what in them."""
    feeds = [Feed(url) for url in feed or []] or ([] if pages else list(configuration().feeds))
    if not pages and not feeds:
        raise UsageError("give the address of a page, or of a feed with --feed, or name feeds in quotes.toml")
    known = state or (None if output else fetched_file(database_url(db)))
    visits = _Visits(pages or [], feeds, to_seconds(every) if every else None, Memory(known))
    with long_run("fetch", None, quiet=quiet, log=log, pages=pages or [], feeds=[one.url for one in feeds]) as run:
        given = Input([], None, outlet, None, None, language == "any")
        if output is not None:
            run.farewell = lambda: f"stopped: of {run.bar.behind.articles} articles the lines are written, each whole"
            with open_output(output) as stream:
                for found in visits.rounds(run):
                    for article in run.read(given, found):
                        write_jsonl([article_to_dict(article)], stream)
                        run.parsed(article, "fetched", 0)
        else:
            with open_store(database_url(db)) as store:
                if not store.info()["articles"]:
                    visits.memory.forget()
                keeper = Keeper(store, run, replace=True)
                parser = open_parser(models, indirect)
                for found in visits.rounds(run):
                    _store(run.read(given, found), visits.addresses, keeper, parser, run)
    if output is not None:
        run.close(may_be_empty=True)
        raise typer.Exit(run.account.exit_code)
    finish(run, keeper, summary, may_be_empty=True)


def _store(
    articles: Iterator[Article],
    addresses: tuple[str, ...],
    keeper: Keeper,
    parser: ArticleParser,
    run: LongRun,
) -> None:
    """The articles of one round, as one run of the store."""
    with keeper.run("fetch", parser, {"paths": addresses, "indirect": parser.indirect}, addresses):
        for article in articles:
            if not keeper.settle(article, parser) and (parsed := parse_or_reject(parser, article, run.account)):
                keeper.add(parsed)


class _Visits:
    """Rounds over the same addresses. What a round brought is remembered when the next is wanted, once it is kept."""

    def __init__(self, pages: list[str], feeds: list[Feed], every: float | None, memory: Memory) -> None:
        self.addresses = (*pages, *(feed.url for feed in feeds))
        self._pages, self._feeds, self._every, self.memory = pages, feeds, every, memory
        self._client = Client()
        self._robots = Robots(self._client)

    def rounds(self, run: LongRun) -> Iterator[Iterator[Fetched | Reject]]:
        """What each round finds; between two, waits."""
        waits = Rounds(self._every) if self._every else None
        while True:
            articles, rejects = run.bar.behind.articles, len(run.account.rejects)
            round = Round(self._client, self._robots, self.memory)
            yield round.visit(self._pages, self._feeds)
            self.memory.save()
            new, lost = run.bar.behind.articles - articles, len(run.account.rejects) - rejects
            run.say(f"{datetime.now():%Y-%m-%d %H:%M}: {new} fetched, {round.unchanged} unchanged, {lost} rejected")
            if waits is None:
                return
            for reject in run.account.rejects[rejects:]:
                run.say(f"rejected {reject.origin}: {reject.reason}")
            time.sleep(waits.next(failed=not round.answered, asked=round.alone))
