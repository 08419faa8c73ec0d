"""`quotes db`: the store itself: what was done to it, what was rejected, what is in it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli.answers import Answer, AnswerFormat, Column, OutputFile, write_answer
from quotes.cli.options import Database, OutputFormat
from quotes.cli.output import notes, open_output, out, plain_table, write_either
from quotes.settings import database_url
from quotes.store import open_store

if TYPE_CHECKING:
    from quotes.store.runs import RejectRecord, RunRecord

app = typer.Typer(help="The store: its runs and rejects, whether it is sound, and copies of it.", no_args_is_help=True)


@app.command()
def info(db: Database = None, format: OutputFormat = None) -> None:
    """Count what the store holds."""
    with open_store(database_url(db), create=False) as store:
        held = store.info()

    def show() -> None:
        table = plain_table("", "")
        table.show_header = False
        table.columns[1].justify = "right"
        for name, number in held.items():
            table.add_row(name.replace("_", " "), f"{number:,}")
        out().print(table)

    write_either(format, show, lambda: [held])


@app.command()
def runs(db: Database = None, format: AnswerFormat = None, output: OutputFile = None) -> None:
    """List what was done to the store: when, by which version with which models, and what came of it."""
    with open_store(database_url(db), create=False) as store:
        found = store.runs()
    write_answer(Answer(found, _RUNS, lambda run: run.to_dict(), nothing="Nothing was done to it."), format, output)


_RUNS: "Sequence[Column[RunRecord]]" = (
    Column("run", lambda run: run.number, "Run"),
    Column("started", lambda run: _minute(run.started), "Began"),
    Column("ended", lambda run: _minute(run.ended) if run.ended else "not ended", "Ended"),
    Column("command", lambda run: run.command, "Command"),
    Column("parser", lambda run: run.parser, "Version"),
    Column("fingerprint", lambda run: run.fingerprint),
    Column("articles", lambda run: run.articles, "Articles"),
    Column("rejects", lambda run: run.rejects, "Rejects"),
)


@app.command()
def rejects(
    run: Annotated[int | None, typer.Option("--run", metavar="NUMBER", help="Only what this run rejected.")] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write the raw inputs here, one a line: mend them, and feed the file to quotes ingest. - for standard "
            "output.",
        ),
    ] = None,
    db: Database = None,
    format: AnswerFormat = None,
) -> None:
    """List what could not be stored and was not mended since, each with its place and the reason.

    A reject is done with when its path is ingested again, or when an article with its id is stored.
    """
    with open_store(database_url(db), create=False) as store:
        found = store.rejects(run)
    if output is not None:
        kept = [reject.raw for reject in found if reject.raw is not None]
        with open_output(output) as stream:
            stream.writelines(f"{raw.rstrip()}\n" for raw in kept)
        if others := [reject.origin for reject in found if reject.raw is None]:
            notes().print(f"{len(others)} kept no input, for the file itself could not be read: {', '.join(others)}")
        return
    nothing = "Nothing is waiting to be mended."
    write_answer(Answer(found, _REJECTS, lambda reject: reject.to_dict(), nothing=nothing), format)


_REJECTS: "Sequence[Column[RejectRecord]]" = (
    Column("run", lambda reject: reject.run, "Run"),
    Column("origin", lambda reject: reject.origin, "Place"),
    Column("reason", lambda reject: reject.reason, "Reason"),
    Column("raw", lambda reject: reject.raw),
)


def _minute(moment: str) -> str:
    """As in "2026-03-02 09:15"."""
    return moment[:16].replace("T", " ")


@app.command()
def check(db: Database = None) -> None:
    """Look at every row for what may not be; exit code 1 where something is amiss."""
    with open_store(database_url(db), create=False) as store:
        faults = store.faults()
    for fault in faults:
        out().print(fault)
    if faults:
        raise typer.Exit(1)
    out().print("The store is sound.")


@app.command()
def upgrade(db: Database = None) -> None:
    """Bring a store that an older version made up to date, as every command does that opens it; a copy is kept."""
    with open_store(database_url(db), create=False) as store:
        notes().print(f"{store.address} is up to date")


@app.command()
def vacuum(db: Database = None) -> None:
    """Give back the room of what went."""
    with open_store(database_url(db), create=False) as store:
        store.vacuum()
        notes().print(f"{store.address} holds no empty room")


@app.command()
def copy(
    to: Annotated[
        str, typer.Argument(metavar="URL", help="Where to: a path or URL, as --db takes it, of nothing yet.")
    ],
    db: Database = None,
) -> None:
    """Copy all of the store, row for row, to another database, also from SQLite to PostgreSQL or back."""
    with open_store(database_url(db), create=False) as store, open_store(database_url(to)) as other:
        quotations = store.copy_to(other)
        notes().print(f"{other.address}: {quotations:,} quotations, and all that belongs to them")


@app.command()
def rebuild(db: Database = None) -> None:
    """Fill anew what follows from the rest: the index of words, near copies, who is counted."""
    with open_store(database_url(db), create=False) as store:
        store.rebuild()
    notes().print("Filled anew")
