"""`quotes check`: a draft's quotations held against the record and against given texts."""

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli.answers import AnswerFormat, OutputFile, write_answer
from quotes.cli.options import Database, Models
from quotes.cli.output import notes, open_output
from quotes.errors import UsageError
from quotes.settings import database_url

if TYPE_CHECKING:
    from quotes.check import Checked, Library
    from quotes.cli.reading import Account, ArticleParser
    from quotes.domain import ParsedArticle


def check(
    drafts: Annotated[
        list[Path],
        typer.Argument(
            metavar="DRAFT...",
            help="Drafts as plain text, Markdown, HTML or Word (.docx); - for standard input.",
            allow_dash=True,
            show_default=False,
        ),
    ],
    against: Annotated[
        list[Path] | None,
        typer.Option(
            "--against",
            metavar="FILE",
            help="Source texts too, such as a transcript or a press release; may be given several times. Then there "
            "need be no store.",
        ),
    ] = None,
    page: Annotated[
        Path | None,
        typer.Option("--page", metavar="FILE", help="Also write an HTML page to print and sign off."),
    ] = None,
    models: Models = None,
    db: Database = None,
    format: AnswerFormat = None,
    output: OutputFile = None,
) -> None:
    """Hold every quotation of a draft against the record.

    Each is exact, altered, cut, spliced, said by somebody else, not on record, or too short to tell. Quotations
    and speakers are found as in any article. Marks, brackets, ellipses and house style are shown, and are no
    alterations. Exit code 1 where a quotation is altered, cut, spliced or said by somebody else.
    """
    from quotes.cli.check_rows import checked_answer
    from quotes.cli.reading import Account

    if [str(path) for path in (*drafts, *(against or []))].count("-") > 1:
        raise UsageError("only one text can come from standard input; give the others as files")
    account = Account()
    with ExitStack() as stack:
        found = _check_all(drafts, against or [], models, db, account, stack)
    for reject in account.rejects:
        notes().print(f"rejected {reject.origin}: {reject.reason}")
    if page is not None:
        from quotes.check.page import generate_page

        with open_output(page) as stream:
            stream.write(generate_page(found))
        notes().print(f"Wrote {page}")
    write_answer(checked_answer(found), format, output)
    raise typer.Exit(1 if account.rejects or any(one.fails for one in found) else 0)


def _check_all(
    drafts: list[Path], against: list[Path], models: Path | None, db: str | None, account: "Account", stack: ExitStack
) -> "list[Checked]":
    """Everything that the drafts quote; raises InputError where none can be read."""
    from quotes.check import GivenTexts, Record, check_article
    from quotes.cli.reading import open_parser
    from quotes.store import open_store

    libraries: list[Library] = []
    if _has_store(db) or not against:  # before the models are loaded: a store that is missing is told at once
        libraries.append(Record(stack.enter_context(open_store(database_url(db), create=False))))
    parser = open_parser(models, "none")
    if against:
        libraries.insert(0, GivenTexts(_parse(parser, against, account)))
    return [checked for text in _parse(parser, drafts, account) for checked in check_article(text, libraries)]


def _has_store(db: str | None) -> bool:
    """Whether a store is named, or is where one is looked for."""
    url = database_url(db)
    return db is not None or not url.startswith("sqlite:///") or Path(url.removeprefix("sqlite:///")).exists()


def _parse(parser: "ArticleParser", paths: list[Path], account: "Account") -> "list[ParsedArticle]":
    from quotes.cli.reading import Account, Input, iter_articles, parse_or_reject

    own = Account()
    articles = list(iter_articles(Input(paths), own))
    found = [parsed for article in parser.read_ahead(articles) if (parsed := parse_or_reject(parser, article, own))]
    account.rejects += own.rejects
    if not own.read:
        own.close()
    return found
