"""What `parse` and `ingest` say of the files that they take: whatever `quotes.read` has a format for."""

from pathlib import Path
from typing import Annotated

import typer

from quotes.read import FORMATS

PathsArgument = typer.Argument(
    metavar="PATH...",
    help=f"Articles as {', '.join(one.called for one in FORMATS.values())}, each also packed; folders; - for standard "
    "input.",
    allow_dash=True,
    show_default=False,
)
Paths = Annotated[list[Path], PathsArgument]
InputFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help=f"Read all files as this ({', '.join(FORMATS)}); else content and name of each tell.",
    ),
]
