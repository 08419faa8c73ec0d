"""`quotes check`: a draft's quotations held against the record and against given texts."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli.options import Database, Models, OutputFormat
from quotes.cli.output import notes, open_output, wants_table, write_jsonl
from quotes.errors import UsageError
from quotes.settings import database_url

if TYPE_CHECKING:
    from quotes.check import Checked, Library
    from quotes.cli.reading import Account, ArticleParser

Drafts = Annotated[
    list[Path],
    typer.Argument(
        metavar="DRAFT...",
        help="Drafts as plain text, Markdown, HTML or Word (.docx); - for standard input.",
        allow_dash=True,
        show_default=False,
    ),
]


def check(
    drafts: Drafts,
    against: Annotated[
        list[Path] | None,
        typer.Option(
            "--against",
            metavar="FILE",
            help="A source text too, such as a transcript or a press release; may be given several times. A store need "
            "not be there then.",
        ),
    ] = None,
    page: Annotated[
        Path | None,
        typer.Option("--page", metavar="FILE", help="Write an HTML page to print and sign off, too."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here; else to standard output.")
    ] = None,
    models: Models = None,
    db: Database = None,
    format: OutputFormat = None,
) -> None:
    """Hold every quotation of a draft against the record: exact, altered, cut, spliced, said by somebody else, not on
    record, or too short to tell.

    Quotations and their speakers are found as in any article. Marks, brackets, ellipses and house style are no
    alterations but are shown. Exit code 1 where a quotation is altered, cut, spliced or said by somebody else.
    """
    from quotes.cli.check_tables import print_checked
    from quotes.cli.reading import Account, open_parser

    if [str(path) for path in (*drafts, *(against or []))].count("-") > 1:
        raise UsageError("only one text can come from standard input; give the others as files")
    account = Account()
    parser = open_parser(models, "none")
    found = _check_all(parser, drafts, against or [], db, account)
    if page is not None:
        _write_page(page, found)
    if wants_table(format):
        print_checked(found, output)
    else:
        with open_output(output) as stream:
            write_jsonl((one.to_dict() for one in found), stream)
    account.close()
    raise typer.Exit(1 if account.rejects or any(one.fails for one in found) else 0)


def _check_all(
    parser: "ArticleParser", drafts: list[Path], against: list[Path], db: str | None, account: "Account"
) -> "list[Checked]":
    from quotes.check import GivenTexts, Record, check_article
    from quotes.cli.reading import iter_articles, parse_or_reject
    from quotes.store import open_store

    def parse(paths: list[Path]) -> "list[ParsedArticle]":
        articles = parser.read_ahead(iter_articles(paths, None, None, account))
        return [parsed for article in articles if (parsed := parse_or_reject(parser, article, account)) is not None]
