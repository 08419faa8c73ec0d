"""`quotes parse`: articles to JSON Lines, without a store."""

from pathlib import Path
from typing import Annotated

import typer

from quotes.cli.inputs import InputFormat, Paths
from quotes.cli.long_run import Log, Quiet, drain, long_run
from quotes.cli.options import Fields, Language, LookFor, Models, Outlet, Records
from quotes.cli.output import open_output, write_jsonl
from quotes.cli.parallel import Address, EngineName, Jobs, Reading
from quotes.cli.reading import Input
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
    quiet: Quiet = False,
    log: Log = None,
) -> None:
    """Find the quotations of articles and write them as JSON Lines, one article a line; needs no store."""
    given, reading = Input(paths, field, outlet, format, records, language == "any"), Reading(models, indirect, jobs)
    if parts is None and (engine != "local" or address is not None):
        raise UsageError("a cluster writes parts; give --parts DIR, too")
    failed = 0
    with long_run("parse", given.size, quiet=quiet, log=log, paths=list(map(str, paths))) as run:
        if parts is not None:
            run.farewell = lambda: "stopped: the parts that are there are whole; the same command makes the others"
            failed = reading.write_parts(run, given, parts, engine, address)
        else:
            run.farewell = lambda: f"stopped: of {run.bar.behind.articles} articles the lines are written, each whole"
            with open_output(output) as stream:
                for parsed in drain(reading.iter_parsed(run.read(given), given, run.account)):
                    write_jsonl([to_dict(parsed, with_text=with_text)], stream)
                    run.parsed(parsed.article, "parsed", len(parsed.quotations))
    run.close()
    raise typer.Exit(run.account.exit_code or min(failed, 1))
