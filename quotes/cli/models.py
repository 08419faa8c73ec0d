"""`quotes models`: which language models there are, what they are, whether they are whole; and the official ones."""

from pathlib import Path
from typing import Annotated

import typer

from quotes.cli.options import Format, Models, OutputFormat
from quotes.cli.output import out, write_either
from quotes.settings import models_folder, models_mirror, stanza_folder

app = typer.Typer(
    help="The language models: list them, look into them, check them, download Stanza's official ones.",
    no_args_is_help=True,
)

Json = Annotated[bool, typer.Option("--json", help="JSON; short for --format jsonl.")]
Mirror = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="URL",
        envvar="QUOTES_MODELS_URL",
        help="A server with a folder in Stanza's layout (resources.json and en/…), instead of Stanza's own servers.",
    ),
]


@app.command("list")
def list_models(as_json: Json = False, format: OutputFormat = None) -> None:
    """List the sets of models that --models can name, their sizes, and which one is in use."""
    from quotes.cli.models_tables import print_sets
    from quotes.nlp.catalogue import list_sets

    sets = list_sets(models_folder())
    write_either(_choice(as_json, format), lambda: print_sets(sets), lambda: (one.to_dict() for one in sets))


@app.command()
def info(models: Models = None, as_json: Json = False, format: OutputFormat = None) -> None:
    """Show the packages of a set, their sizes, what they learnt from and how well they did."""
    from quotes.cli.models_tables import print_description
    from quotes.nlp.catalogue import describe_models
    from quotes.nlp.models import find_models

    description = describe_models(find_models(_choose(models)))
    write_either(_choice(as_json, format), lambda: print_description(description), lambda: [description])


@app.command()
def verify(models: Models = None, as_json: Json = False, format: OutputFormat = None) -> None:
    """Compare every file of a set with its checksum; exit code 4 when one is damaged or missing."""
    from quotes.cli.models_tables import print_checks
    from quotes.nlp.models import read_models
    from quotes.nlp.verify import broken, damage, verify_models

    found = read_models(_choose(models))
    checks = verify_models(found)
    write_either(_choice(as_json, format), lambda: print_checks(checks), lambda: (one.to_dict() for one in checks))
    if broken(checks):
        raise damage(found, checks)


@app.command()
def download(mirror: Mirror = None) -> None:
    """Download Stanza's official English models, for --models stanza; the one command that uses the network.

    They go to a folder of yours, or to STANZA_RESOURCES_DIR. What is there already is kept, what broke off is taken up.
    """
    from quotes.cli.models_progress import watch_download
    from quotes.nlp.download import download_models

    folder = stanza_folder()
    with watch_download() as watch:
        files = download_models(folder, models_mirror(mirror), watch)
    size = sum((folder / file.path).stat().st_size for file in files)
    told = f"{len(files)} files, {size / 1e6:,.1f} MB, are in {folder}; use them with --models stanza"
    out().print(told, soft_wrap=True)


def _choose(option: Path | None) -> Path | None:
    return models_folder(str(option) if option else None)


def _choice(as_json: bool, format: Format | None) -> Format | None:
    return "jsonl" if as_json else format
