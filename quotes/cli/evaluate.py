"""`quotes evaluate`: predictions, or the parser itself, held against gold."""

from pathlib import Path
from typing import Annotated

import typer

from quotes.cli.options import Format, Models, OutputFormat
from quotes.cli.output import wants_table
from quotes.errors import UsageError


def evaluate(
    gold: Annotated[
        Path | None,
        typer.Argument(
            metavar="GOLD",
            help="Gold articles as JSON Lines, or a folder of brat standoff (.txt and .ann, as PolNeAR is published).",
            allow_dash=True,
            show_default=False,
        ),
    ] = None,
    predicted: Annotated[
        Path | None,
        typer.Argument(
            metavar="PREDICTED",
            help="What quotes parse wrote about these articles; if not given, their texts are parsed here.",
            allow_dash=True,
            show_default=False,
        ),
    ] = None,
    errors: Annotated[
        Path | None,
        typer.Option(
            "--errors",
            metavar="FILE",
            help="What went wrong, class by class: FILE.html is a page with gold and prediction marked in the text, "
            "FILE.jsonl has a mistake a line, - lists them here.",
            allow_dash=True,
        ),
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option(
            "--against", metavar="OTHER", help="Other predictions: show which gold quotations became right or wrong."
        ),
    ] = None,
    reliability: Annotated[
        Path | None,
        typer.Option(
            "--reliability",
            metavar="FILE",
            help="Draw into FILE.svg how often mentions are right at each confidence.",
        ),
    ] = None,
    identity: Annotated[
        Path | None,
        typer.Option(
            "--identity",
            metavar="FILE",
            help="In place of GOLD, DWIE's JSON Lines, gzipped or not: measure how well persons are told apart and "
            "brought together across its articles, B³ from raw text and from the gold mentions.",
            allow_dash=True,
        ),
    ] = None,
    sources: Annotated[
        Path | None,
        typer.Option(
            "--sources",
            metavar="FILE",
            help="In place of GOLD, mentions in their paragraphs as JSON, each between [[ and ]]: measure types of "
            "source and anonymity, given the mention.",
            allow_dash=True,
        ),
    ] = None,
    models: Models = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object; short for --format jsonl.")] = False,
    format: OutputFormat = None,
) -> None:
    """Measure predictions against gold: quotations, speakers, names and types of source.

    All of it by outlet and kind, too, and how far a confidence can be believed. Without predictions it is the parser
    that is measured.
    """
    from quotes.cli.evaluation import run  # the other commands do without what it loads

    as_table = wants_table(_choose(format, as_json=as_json))
    if identity is not None:
        from quotes.cli.evaluation_identity import run_identity

        _check_alone("--identity", gold, predicted, errors, against, reliability, sources)
        raise typer.Exit(run_identity(identity, models=models, as_table=as_table).exit_code)
    if sources is not None:
        from quotes.cli.evaluation_sources import run_sources

        _check_alone("--sources", gold, predicted, errors, against, reliability)
        raise typer.Exit(run_sources(sources, models=models, as_table=as_table).exit_code)
    if gold is None:
        raise UsageError("there is nothing to measure against; name GOLD, or a file for --identity or --sources")
    _check(gold, predicted, errors, against)
    account = run(
        gold,
        predicted,
        errors=errors,
        against=against,
        models=models,
        as_table=as_table,
        reliability=reliability,
    )
    raise typer.Exit(account.exit_code)


def _check_alone(option: str, *others: Path | None) -> None:
    if any(other is not None for other in others):
        raise UsageError(f"{option} names its own gold and goes with --models, --json and --format only")


def _check(gold: Path, predicted: Path | None, errors: Path | None, against: Path | None) -> None:
    """Refuse at once what would only fail after the work."""
    from quotes.cli.evaluation import LISTS, PAGES, is_listed

    if [str(path) for path in (gold, predicted, against)].count("-") > 1:
        raise UsageError("only one input can come from standard input; give the others as files")
    if errors and not is_listed(errors) and errors.suffix not in (*PAGES, *LISTS):
        raise UsageError(f"--errors {errors} says no format; let it end in .html or .jsonl, or give -")


def _choose(format: Format | None, *, as_json: bool) -> Format | None:
    if as_json and format == "table":
        raise UsageError("--json and --format table exclude each other; give one of them")
    return "jsonl" if as_json else format
