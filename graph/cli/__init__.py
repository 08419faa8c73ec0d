"""`quotes graph`: the network on the command line. networkx is loaded when a command runs."""

from collections.abc import Callable, Mapping
from typing import Any

import typer

from graph.cli import chains, chord, compare, draw, export, path, stats, timeline
from graph.measures.definitions import in_words

# A new command is a module here and a line below.
COMMANDS: Mapping[str, Callable[..., Any]] = {
    "chains": chains.chains,
    "chord": chord.chord,
    "compare": compare.compare,
    "draw": draw.draw,
    "export": export.export,
    "path": path.path,
    "stats": stats.stats,
    "timeline": timeline.timeline,
}
EPILOGS: Mapping[str, str] = {"stats": in_words()}

app = typer.Typer(
    help="The network of speakers, outlets and the outlets that words came through.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
for name, command in COMMANDS.items():
    app.command(name, epilog=EPILOGS.get(name))(command)
