"""`quotes graph`: the network on the command line. networkx is loaded when a command runs."""

from collections.abc import Callable, Mapping
from typing import Any

import typer

from graph.cli import chord, draw, export, path, summary, timeline

# A new command is a module here and a line below.
COMMANDS: Mapping[str, Callable[..., Any]] = {
    "chord": chord.chord,
    "draw": draw.draw,
    "export": export.export,
    "path": path.path,
    "summary": summary.summary,
    "timeline": timeline.timeline,
}

app = typer.Typer(
    help="The network of speakers, outlets and the outlets that words came through.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
for name, command in COMMANDS.items():
    app.command(name)(command)
