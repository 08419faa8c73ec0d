"""`quotes ingest`: articles into the store."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from quotes.cli.inputs import InputFormat, PathsArgument
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
from quotes.cli.output import notes, out, plain_table, write_either
from quotes.cli.parallel import Jobs, Reading
from quotes.cli.reading import (
    Account,
    ArticleParser,
    Input,
    iter_articles,
    open_parser,
    parse_or_reject,
)
from quotes.domain import Article, ParsedArticle, Reject
from quotes.errors import UsageError
from quotes.settings import database_url
from quotes.store import ArticleError, Outcome, Store, open_store
from quotes.wire import article_to_json

OUTCOMES: tuple[Outcome, ...] = (
    "added", "new version", "new appearance", "read anew", "details changed", "same",
)  # fmt: skip


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
) -> None:
    """Read articles and store who said what in them; what is stored already is not parsed again."""
    if [bool(paths), stale, from_parts is not None].count(True) != 1:
        raise UsageError(
            "give the files to ingest, or --stale to read stored articles anew, or --from-parts to store parsed ones"
        )
    if stale:
        _read_anew(open_parser(models, indirect), db, summary)
        return
    if from_parts is not None:
        _load(from_parts, db, summary, replace=replace)
        return
    account, counts, given = (
        Account(),
        Counter[str](),
        Input(paths or [], field, outlet, format, records, language == "any"),
    )
    parser = open_parser(models, indirect)
    settings = {
        "paths": [str(path) for path in given.paths],
        "indirect": indirect,
        "outlet": outlet,
        "fields": field or [],
    }
    with (
        open_store(database_url(db)) as store,
        store.run("ingest", parser.version, parser.models, parser.fingerprint, settings) as run,
    ):
        with _progress(given) as advance:

            def unknown() -> Iterator[Article]:
                """The articles that are to be parsed; the rest is settled."""
                for article in iter_articles(given, account):
                    if _is_settled(article, store, parser, account, counts, replace=replace):
                        advance()
                    else:
                        yield article

            for parsed in Reading(models, indirect, jobs).iter_parsed(unknown(), given, account):
                _store(parsed, store, account, counts, replace=replace)
                advance()
        store.keep_rejects(run, account.rejects, tuple(map(str, given.paths)))
    _report(counts, account, summary)
    account.close()
    raise typer.Exit(account.exit_code)


def _read_anew(parser: ArticleParser, db: str | None, summary: Summary) -> None:
    account, counts = Account(), Counter[str]()
    with (
        open_store(database_url(db), create=False) as store,
        store.run("ingest --stale", parser.version, parser.models, parser.fingerprint, {}) as run,
    ):
        for article in parser.read_ahead(store.iter_stale(parser.fingerprint, parser.indirect)):
            account.read += 1
            if parsed := parse_or_reject(parser, article, account):
                _store(parsed, store, account, counts, replace=False)
        store.keep_rejects(run, account.rejects)
    _report(counts, account, summary)
    raise typer.Exit(account.exit_code)


def _load(place: str, db: str | None, summary: Summary, *, replace: bool) -> None:
    from quotes.parts.folder import PartsFolder

    account, counts, folder = Account(), Counter[str](), PartsFolder(place)
    with open_store(database_url(db)) as store:
        for name in folder.names():
            head = folder.head(name)
            settings = {"part": f"{place}/{name}", "indirect": head.indirect_speech}
            with store.run("ingest --from-parts", head.parser, head.models, head.fingerprint, settings) as run:
                found = list(folder.read(name))
                rejects = [one for one in found if isinstance(one, Reject)]
                parsed = [one for one in found if isinstance(one, ParsedArticle)]
                before = len(account.rejects)
                account.read += len(parsed)
                account.rejects += rejects
                _store_together(parsed, store, account, counts, replace=replace)
                store.keep_rejects(run, account.rejects[before:])
    _report(counts, account, summary)
    account.close()
    raise typer.Exit(account.exit_code)


def _is_settled(
    article: Article, store: Store, parser: ArticleParser, account: Account, counts: Counter[str], *, replace: bool
) -> bool:
    """Whether the store needs no reading of this article; then the outcome is counted."""
    try:
        outcome = store.settle(article, parser.fingerprint, parser.indirect, replace=replace)
    except ArticleError as error:
        account.rejects.append(Reject(article.id, str(error), article_to_json(article)))
        return True
    if outcome is not None:
        counts[outcome] += 1
    return outcome is not None


def _store_together(
    parsed: list[ParsedArticle], store: Store, account: Account, counts: Counter[str], *, replace: bool
) -> None:
    """All in one transaction; one after another if there is one among them that cannot be stored."""
    try:
        outcomes = store.add_all(parsed, replace=replace)
    except ArticleError:
        for one in parsed:
            _store(one, store, account, counts, replace=replace)
        return
    for one, outcome in zip(parsed, outcomes, strict=True):
        _count(one, outcome, counts)


def _store(parsed: ParsedArticle, store: Store, account: Account, counts: Counter[str], *, replace: bool) -> None:
    try:
        outcome = store.add(parsed, replace=replace)
    except ArticleError as error:
        account.rejects.append(Reject(parsed.article.id, str(error), article_to_json(parsed.article)))
    else:
        _count(parsed, outcome, counts)


def _count(parsed: ParsedArticle, outcome: Outcome, counts: Counter[str]) -> None:
    """What was found counts where it is new to the store."""
    counts[outcome] += 1
    if outcome not in ("added", "new version", "read anew"):
        return
    counts["indirect"] += sum(quote.quotation.kind == "indirect" for quote in parsed.quotations)
    sources = [quote.source for quote in parsed.quotations if quote.quotation.kind != "indirect"]
    counts["quotations"] += len(sources)
    counts["attributed"] += sum(source is not None for source in sources)
    counts["anonymous"] += sum(source is not None and source.anonymous for source in sources)


@contextmanager
def _progress(given: Input) -> Iterator[Any]:
    """A bar on a terminal; input that can be read twice is counted first, so that the bar knows its end."""
    console = notes()
    if not console.is_terminal:
        yield lambda: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    total = sum(1 for _ in iter_articles(given, Account())) if given.is_rereadable else None
    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TextColumn("articles"), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=total)
        yield lambda: progress.advance(task)


def _report(counts: Counter[str], account: Account, summary: Summary) -> None:
    outcomes = {outcome.replace(" ", "_"): counts[outcome] for outcome in OUTCOMES}
    articles = outcomes | {"healed": account.healed, "rejected": len(account.rejects)}
    found = {name: counts[name] for name in ("quotations", "attributed", "anonymous", "indirect")}
    rejects = [{"origin": reject.origin, "reason": reject.reason} for reject in account.rejects]

    def show() -> None:
        table = plain_table("", "")
        table.show_header = False
        table.columns[1].justify = "right"
        for name, number in (articles | found).items():
            if number or name not in (*outcomes, "healed") or name == "added":
                table.add_row(_LABELS[name], str(number))
        out().print(table)

    write_either(summary, show, lambda: [{**articles, **found, "formats": account.files_by_format, "rejects": rejects}])


_LABELS = {
    "added": "articles added",
    "new_version": "known, with a new wording",
    "new_appearance": "known, from another place",
    "read_anew": "known, read anew",
    "details_changed": "known, with other details",
    "same": "known, unchanged",
    "healed": "healed of a wrong decoding",
    "rejected": "rejected",
    "quotations": "quotations found",
    "attributed": "  with a speaker",
    "anonymous": "  on anonymous sources",
    "indirect": "indirect reports found",
}
