"""`quotes parse`: articles to JSON Lines, without a store."""

from pathlib import Path
from typing import Annotated

import typer

from quotes.cli.inputs import InputFormat, Paths
from quotes.cli.options import Fields, Language, LookFor, Models, Outlet, Records
from quotes.cli.output import open_output, write_jsonl
from quotes.cli.reading import Account, Input, iter_articles, open_parser, parse_or_reject
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
    with_text: Annotated[
        bool, typer.Option("--with-text", help="Put the text of each article into its object.")
    ] = False,
) -> None:
    """Find the quotations of articles and write them as JSON Lines, one article a line; needs no store."""
    account, given = Account(), Input(paths, field, outlet, format, records, language == "any")
    parser = open_parser(models, indirect)
    with open_output(output) as stream:
        articles = iter_articles(given, account)
        for article in parser.read_ahead(articles) if given.is_rereadable else articles:
            if parsed := parse_or_reject(parser, article, account):
                write_jsonl([to_dict(parsed, with_text=with_text)], stream)
    account.close()
    raise typer.Exit(account.exit_code)
