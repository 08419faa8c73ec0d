"""`quotes people`: who is who across articles, and what people and the machine hold about it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli.answers import AnswerFormat, OutputFile, write_answer
from quotes.cli.options import Database, OutputFormat
from quotes.cli.output import notes, write_either
from quotes.cli.registry import judge_name, row_to_dict
from quotes.errors import InputError
from quotes.settings import database_url
from quotes.store import open_store

if TYPE_CHECKING:
    from quotes.store.people.registry import Registry

app = typer.Typer(help="Who is who across articles: lasting ids, merges and their reasons.", no_args_is_help=True)

Ref = Annotated[str, typer.Argument(metavar="WHO", help="A name, or an id that the list shows.", show_default=False)]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="The name or id of the other one.", show_default=False)]
Why = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why you hold this; it is kept in the log.")]
Judge = Annotated[
    str | None, typer.Option("--as", metavar="NAME", help="Who judges; the name of your account if not given.")
]


@contextmanager
def _registry(db: str | None, *, create: bool = False) -> "Iterator[Registry]":
    from quotes.store.people.registry import Registry

    with open_store(database_url(db), create=create) as store:
        yield Registry(store)


@app.command("list")
def list_people(db: Database = None, format: AnswerFormat = None, output: OutputFile = None) -> None:
    """List everybody who speaks under a name, those in most articles first."""
    from quotes.cli.people_tables import people_answer

    with _registry(db) as registry:
        write_answer(people_answer(registry.people()), format, output)


@app.command()
def show(who: Ref, db: Database = None, format: OutputFormat = None) -> None:
    """Show one person's names and roles with their dates and articles, and the judgements behind them."""
    from quotes.cli.people_tables import print_somebody

    with _registry(db) as registry:
        somebody = registry.one(who)
        rows = registry.judgements_on(somebody)
    write_either(
        format,
        lambda: print_somebody(somebody, rows),
        lambda: [somebody.to_dict() | {"judgements": [row_to_dict(row) for row in rows]}],
    )


@app.command()
def match(db: Database = None) -> None:
    """Compare everybody; write the sure merges to the log, and the doubtful pairs for review."""
    with _registry(db) as registry:
        merges, waiting = registry.match()
    notes().print(f"{merges} merged, {waiting} to review with quotes people review")


@app.command()
def review(db: Database = None, format: AnswerFormat = None, output: OutputFile = None) -> None:
    """List the pairs that may be one and that nobody has decided, the likeliest first, with the reasons."""
    from quotes.cli.people_tables import review_answer

    with _registry(db) as registry:
        write_answer(review_answer(registry.reviews()), format, output)


@app.command()
def log(db: Database = None, format: AnswerFormat = None, output: OutputFile = None) -> None:
    """List every judgement that was ever made, in order: whom it is about, whose it is, when and why."""
    from quotes.cli.people_tables import log_answer

    with _registry(db) as registry:
        write_answer(log_answer(registry.log()), format, output)


@app.command()
def merge(who: Ref, other: Other, reason: Why = "", judge: Judge = None, db: Database = None) -> None:
    """Say that two are one. The machine never parts them again; quotes people undo does."""
    with _registry(db) as registry:
        left, right = registry.merge(who, other, judge_name=judge_name(judge), reason=reason)
    notes().print(f"{left.name} and {right.name} are one")


@app.command()
def apart(who: Ref, other: Other, reason: Why = "", judge: Judge = None, db: Database = None) -> None:
    """Say that two are not one, as of a pair under review; nothing joins them but an undo."""
    with _registry(db) as registry:
        left, right = registry.keep_apart(who, other, judge_name=judge_name(judge), reason=reason)
    notes().print(f"{left.name} and {right.name} are kept apart")


@app.command()
def split(
    who: Ref,
    parts: Annotated[
        list[str],
        typer.Argument(
            metavar="PART...", help="What belongs to somebody else: wordings of the name, articles, or ids of members.",
            show_default=False,
        ),
    ],
    reason: Why = "",
    judge: Judge = None,
    db: Database = None,
) -> None:  # fmt: skip
    """Take articles or wordings of a name out of a person; nothing joins them again but an undo."""
    with _registry(db) as registry:
        somebody, out = registry.split(who, parts, judge_name=judge_name(judge), reason=reason)
    notes().print(f"{out} of {len(somebody.members)} taken out of {somebody.name}")


@app.command()
def undo(
    judgement: Annotated[
        str, typer.Argument(metavar="JUDGEMENT", help="Id of a row of the log, as show lists them.", show_default=False)
    ],
    reason: Why = "",
    judge: Judge = None,
    db: Database = None,
) -> None:
    """Take a judgement back, be it a person's or the machine's; the undo is a row of its own."""
    with _registry(db) as registry:
        row = registry.undo(judgement, judge_name=judge_name(judge), reason=reason)
    notes().print(f"{row.verdict} of {row.who} taken back")


@app.command("import")
def import_known(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="CSV with the columns id, name, aliases, role; also kind and wikidata. - for "
            "standard input.", allow_dash=True, show_default=False,
        ),
    ],
    db: Database = None,
) -> None:  # fmt: skip
    """Take in people whom you know already; whoever matches one goes by its id from the next match on."""
    from quotes.identity import parse_known

    try:
        data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}); give a CSV in UTF-8") from error
    people = list(parse_known(data, "standard input" if str(path) == "-" else str(path)))
    with _registry(db, create=True) as registry:
        registry.put_known(people)
    notes().print(f"{len(people)} known; quotes people match finds them in the articles")
