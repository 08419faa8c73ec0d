"""`quotes parse`: articles to JSON Lines, without a store."""

from pathlib import Path
from typing import Annotated

import typer

from quotes.cli.inputs import InputFormat, Paths
from quotes.cli.options import Fields, Language, LookFor, Models, Outlet, Records
from quotes.cli.output import open_output, write_jsonl
from quotes.cli.parallel import Address, EngineName, Jobs, Reading
from quotes.cli.reading import Account, Input, iter_articles
from quotes.errors import UsageError
from quotes.wire import to_dict


def parse(
    paths: Paths,
    field: Fields = None,
    outlet: Outlet = None,
    format: InputFormat = None,
    records: Records = None,
    language: Language = "en",
    indirect: LookFor = "speech",
    models: Models = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write here, gzipped if it ends in .gz; else to standard output."
        ),
    ] = None,
    jobs: Jobs = None,
    parts: Annotated[
        str | None,
        typer.Option(
            "--parts",
            metavar="DIR",
            help="Write part files into this folder instead, with texts, for quotes ingest --from-parts; parts that "
            "are there are not made again.",
        ),
    ] = None,
    engine: EngineName = "local",
    address: Address = None,
    with_text: Annotated[
        bool, typer.Option("--with-text", help="Put the text of each article into its object.")
    ] = False,
) -> None:
    """Find the quotations of articles and write them as JSON Lines, one article a line; needs no store."""
    account, given = Account(), Input(paths, field, outlet, format, records, language == "any")
    reading = Reading(models, indirect, jobs)
    articles = iter_articles(given, account)
    failed = 0
    if parts is not None:
        failed = reading.write_parts(articles, parts, engine, address)
    elif engine != "local" or address is not None:
        raise UsageError("a cluster writes parts; give --parts DIR, too")
    else:
        with open_output(output) as stream:
            for parsed in reading.iter_parsed(articles, given, account):
                write_jsonl([to_dict(parsed, with_text=with_text)], stream)
    account.close()
    raise typer.Exit(account.exit_code or min(failed, 1))
