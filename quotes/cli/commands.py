"""The tree of commands: the project's own, and those that other packages bring by entry point."""

from importlib.metadata import EntryPoint, entry_points
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from quotes.cli import (
    about,
    anonymous,
    check,
    compare,
    correct,
    corrections,
    db,
    diff,
    evaluate,
    explain,
    export,
    fields,
    ingest,
    models,
    page,
    parse,
    people,
    review,
    search,
    serve,
    show,
    sources,
    stats,
    timeline,
    variants,
    version,
    who,
)
from quotes.errors import UsageError

GROUP = "quotes.commands"


class Commands(TyperGroup):
    """A group that loads a mounted command only when it is asked for, so that asking the store stays quick."""

    def list_commands(self, ctx: Any) -> list[str]:
        return [*super().list_commands(ctx), *sorted(_mounted())]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        own = super().get_command(ctx, cmd_name)
        if own is None and cmd_name in (mounted := _mounted()):
            command = typer.main.get_command(_load(mounted[cmd_name]))
            command.name = cmd_name  # under which the help lists it
            return command
        return own

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:  # pydantic's words, which are nothing to whoever mistyped an option
            error.message = error.message.removeprefix("Value error, ")
            raise


def _mounted() -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group=GROUP)}


def _load(point: EntryPoint) -> typer.Typer:
    try:
        loaded = point.load()
    except ImportError as error:
        return _unavailable(point.name, f"'{point.name}' needs a package that is not here ({error})")
    if not isinstance(loaded, typer.Typer):
        raise TypeError(f"entry point {point.value} is no Typer app")
    return loaded


def _unavailable(name: str, reason: str) -> typer.Typer:
    """Stands in the list for a command whose packages are not installed, and says so when it is called."""
    stub = typer.Typer(add_completion=False)
    lenient = {"ignore_unknown_options": True, "allow_extra_args": True}

    @stub.command(help=f"Not available: {reason}.", context_settings=lenient)
    def refuse() -> None:
        raise UsageError(f"{reason}; install it, for the project's own with: pip install 'who-said-what[{name}]'")

    return stub


app = typer.Typer(
    cls=Commands,
    epilog="Exit codes: 0 done · 1 done with rejects · 2 usage · 3 nothing could be read · 4 model missing · 5 store.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _tell_version(wanted: bool) -> None:
    if wanted:
        version.version()
        raise typer.Exit


@app.callback()
def quotes(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and exit.", callback=_tell_version, is_eager=True)
    ] = False,
) -> None:
    """Articles in, and out comes who said what, on whose authority, with the proof."""


app.command()(parse.parse)
app.command()(ingest.ingest)
app.command()(who.who)
app.command()(search.search)
app.command()(show.show)
app.command()(check.check)
app.command()(variants.variants)
app.command()(about.about)
app.command()(timeline.timeline)
app.command()(compare.compare)
app.command()(stats.stats)
app.command()(sources.sources)
app.command()(diff.diff)
app.command()(anonymous.anonymous)
app.command()(page.page)
app.command()(export.export)
app.command()(fields.fields)
app.command()(explain.explain)
app.command()(correct.correct)
app.command()(review.review)
app.command()(serve.serve)
app.command()(evaluate.evaluate)
app.add_typer(corrections.app, name="corrections")
app.add_typer(people.app, name="people")
app.add_typer(db.app, name="db")
app.add_typer(models.app, name="models")
app.command()(version.version)
