"""`quotes ingest`: articles into the store."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from quotes.cli.inputs import InputFormat, PathsArgument
from quotes.cli.long_run import Log, Quiet, drain, long_run
from quotes.cli.options import (
    Database,
    Fields,
    Language,
    LookFor,
    Models,
    Outlet,
    Records,
    Summary,
)
from quotes.cli.parallel import Jobs, Reading
from quotes.cli.reading import (
    ArticleParser,
    Input,
    open_parser,
    parse_or_reject,
)
from quotes.cli.storing import Keeper
from quotes.cli.summary import finish
from quotes.domain import Article, Reject
from quotes.errors import UsageError
from quotes.settings import database_url
from quotes.store import open_store


def ingest(
    paths: Annotated[list[Path] | None, PathsArgument] = None,
    db: Database = None,
    replace: Annotated[
        bool,
        typer.Option("--replace", help="Take an article for a new wording of the one with its id, however unlike."),
    ] = False,
    stale: Annotated[
        bool,
        typer.Option(
            "--stale",
            help="Instead of files, read those stored articles anew that other models, lexicons or code read.",
        ),
    ] = False,
    from_parts: Annotated[
        str | None,
        typer.Option(
            "--from-parts",
            metavar="DIR",
            help="Instead of files, store what the parts in this folder hold, which quotes parse --parts made.",
        ),
    ] = None,
    field: Fields = None,
    outlet: Outlet = None,
    format: InputFormat = None,
    records: Records = None,
    language: Language = "en",
    indirect: LookFor = "speech",
    models: Models = None,
    jobs: Jobs = None,
    summary: Summary = None,
    quiet: Quiet = False,
    log: Log = None,
) -> None:
    """Read articles and store who said what in them; what is stored already is not parsed again."""
    if [bool(paths), stale, from_parts is not None].count(True) != 1:
        raise UsageError(
            "give the files to ingest, or --stale to read stored articles anew, or --from-parts to store parsed ones"
        )
    if from_parts is not None:
        _load(from_parts, db, summary, replace=replace, quiet=quiet, log=log)
    elif stale:
        _read_anew(open_parser(models, indirect), db, summary, quiet=quiet, log=log)
    else:
        given = Input(paths or [], field, outlet, format, records, language == "any")
        _ingest(given, Reading(models, indirect, jobs), db, summary, replace=replace, quiet=quiet, log=log)


def _ingest(
    given: Input, reading: Reading, db: str | None, summary: Summary, *, replace: bool, quiet: bool, log: Path | None
) -> None:
    parser = open_parser(reading.models, reading.indirect)
    paths = tuple(map(str, given.paths))
    settings = {
        "paths": paths,
        "indirect": reading.indirect,
        "outlet": given.outlet,
        "fields": given.fields or [],
    }
    with (
        long_run("ingest", given.size, quiet=quiet, log=log, paths=paths) as run,
        open_store(database_url(db)) as store,
    ):
        keeper = Keeper(store, run, replace=replace)

        def unknown() -> Iterator[Article]:
            """The articles that are to be parsed; the rest is settled."""
            for article in run.read(given):
                if not keeper.settle(article, parser):
                    yield article

        with keeper.run("ingest", parser, settings, paths):
            for parsed in drain(reading.iter_parsed(unknown(), given, run.account)):
                keeper.add(parsed)
    finish(run, keeper, summary)


def _read_anew(parser: ArticleParser, db: str | None, summary: Summary, *, quiet: bool, log: Path | None) -> None:
    with (
        long_run("ingest --stale", None, quiet=quiet, log=log) as run,
        open_store(database_url(db), create=False) as store,
    ):
        keeper = Keeper(store, run, replace=False)

        def stale() -> Iterator[Article]:
            for article in store.iter_stale(parser.fingerprint, parser.indirect):
                run.account.read += 1
                run.bar.behind.came(article.id, 0)
                yield article

        with keeper.run("ingest --stale", parser, {}):
            for article in parser.read_ahead(stale()):
                if parsed := parse_or_reject(parser, article, run.account):
                    keeper.add(parsed)
    finish(run, keeper, summary, may_be_empty=True)


def _load(place: str, db: str | None, summary: Summary, *, replace: bool, quiet: bool, log: Path | None) -> None:
    from quotes.parts.folder import PartsFolder

    folder = PartsFolder(place)
    names = list(folder.names())
    with (
        long_run("ingest --from-parts", len(names), quiet=quiet, log=log, unit="parts", folder=place) as run,
        open_store(database_url(db)) as store,
    ):
        keeper = Keeper(store, run, replace=replace)
        for place_of, name in enumerate(names):
            head = folder.head(name)
            settings = {"part": f"{place}/{name}", "indirect": head.indirect_speech}
            with keeper.run("ingest --from-parts", head, settings):
                for one in folder.read(name):
                    if isinstance(one, Reject):
                        run.account.rejects.append(one)
                    else:
                        run.account.read += 1
                        run.bar.behind.came(one.article.id, place_of + 1)
                        keeper.add(one)
    finish(run, keeper, summary)
