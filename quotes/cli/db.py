"""`quotes db`: the store itself: what was done to it, what was rejected, what is in it."""

from pathlib import Path
from typing import Annotated

import typer

from quotes.cli.options import Database, OutputFormat
from quotes.cli.output import notes, open_output, out, plain_table, wants_table, write_jsonl
from quotes.settings import database_url
from quotes.store import open_store

app = typer.Typer(help="The store: its runs, what they rejected, and what is in it.", no_args_is_help=True)


@app.command()
def info(db: Database = None, format: OutputFormat = None) -> None:
    """Count what the store holds."""
    with open_store(database_url(db), create=False) as store:
        held = store.info()
    if not wants_table(format):
        write_jsonl([held])
        return
    table = plain_table("", "")
    table.show_header = False
    table.columns[1].justify = "right"
    for name, number in held.items():
        table.add_row(name.replace("_", " "), f"{number:,}")
    out().print(table)


@app.command()
def runs(db: Database = None, format: OutputFormat = None) -> None:
    """List what was done to the store: when, by which version with which models, and what came of it."""
    with open_store(database_url(db), create=False) as store:
        found = store.runs()
    if not wants_table(format):
        write_jsonl(run.to_dict() for run in found)
        return
    table = plain_table("Run", "Began", "Ended", "Command", "Version", "Fingerprint", "Articles read", "Rejects")
    for run in found:
        ended = run.ended or "not ended"
        counts = (str(run.articles), str(run.rejects))
        table.add_row(str(run.number), run.started, ended, run.command, run.parser, run.fingerprint, *counts)
    out().print(table)


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
    format: OutputFormat = None,
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
    if not wants_table(format):
        write_jsonl(reject.to_dict() for reject in found)
        return
    table = plain_table("Run", "Place", "Reason")
    for reject in found:
        table.add_row(str(reject.run), reject.origin, reject.reason)
    out().print(table if found else "Nothing is waiting to be mended.")


@app.command()
def rebuild(db: Database = None) -> None:
    """Fill anew what follows from the rest: the index of words, near copies, who is counted."""
    with open_store(database_url(db), create=False) as store:
        store.rebuild()
    notes().print("Filled anew")
