"""The tree of commands: the project's own, and those that other packages bring by entry point."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from quotes.cli.deferred import DeferredGroup, Table, group_of
from quotes.cli.house_options import with_house_options
from quotes.configuration import configuration
from quotes.errors import UsageError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

# A new command is a module here and a line below.
COMMANDS: Table = {
    "Read articles": {
        "parse": "Find the quotations of articles and write them as JSON Lines, one article a line; needs no store.",
        "fetch": "Fetch pages and what feeds lead to, and store who said what in them.",
        "ingest": "Read articles and store who said what in them; what is stored already is not parsed again.",
    },
    "Ask what is stored": {
        "who": "List what a person or organisation said; without a name, list all who speak, the most quoted first.",
        "search": "Find quotations by their words; case and accents do not count.",
        "about": "List who spoke of somebody or something, how often, and what they said last.",
        "show": "Show an article with its quotations marked, below who said each, and why.",
        "sources": "List on whom an article rests: everybody it quotes, as what, and on what terms.",
        "diff": "Compare two wordings of an article, or two articles that read alike.",
        "explain": "Lay out why a quotation has its speaker, or none.",
        "timeline": "Show how often somebody is quoted, month by month or year by year, with a chart.",
        "compare": "Compare whom two outlets, desks, writers or months quote, how much, and how often unnamed.",
        "stats": "Count what there is: articles, quotations, who speaks, how much is unnamed.",
        "anonymous": "Report how much rests on anonymous sources, and what house rules would mind.",
    },
    "Check it, put it right": {
        "check": "Hold every quotation of a draft against the record.",
        "variants": "List the wordings of a quotation through outlets and copies, with what changed.",
        "correct": "Say what is right of a quotation. It holds for ever, in every answer, until it is undone.",
        "review": "Go through quotations on a screen, the least sure first; one key a verdict.",
        "corrections": "What people corrected: list, export and import it.",
        "people": "Who is who across articles: lasting ids, merges and their reasons.",
    },
    "Take it away": {
        "page": "Write an article as one HTML page, its quotations marked and linked to those who speak.",
        "export": "Take quotations away, for spreadsheets, data frames, web pages, editions and annotation tools.",
        "fields": "Tell what each column of a table of quotations holds.",
        "serve": "Show the record in a browser: search, read with the proof, people, sources, checks.",
    },
    "Keep it running": {
        "db": "The store: its runs and rejects, whether it is sound, and copies of it.",
        "models": "The language models: list them, look into them, check them, download Stanza's official ones.",
        "settings": "Show the settings that hold in this folder, each with where it is said.",
        "evaluate": "Measure predictions against gold: quotations, speakers, names and types of source.",
        "version": "Print the version of the program.",
    },
}
GROUP = "quotes.commands"
MORE = "More"  # the panel of what others bring


class Commands(DeferredGroup):
    """Besides, commands that are found by entry point; they are loaded when they are called or listed."""

    package = "quotes.cli"
    table = COMMANDS

    def list_commands(self, ctx: Any) -> list[str]:
        return [*super().list_commands(ctx), *sorted(_mounted())]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        own = super().get_command(ctx, cmd_name)
        command = _load(mounted[cmd_name]) if own is None and cmd_name in (mounted := _mounted()) else own
        told = configuration()
        if command is not None and cmd_name in told.options:
            return with_house_options(command, cmd_name, told.options[cmd_name], told)
        return command


def _mounted() -> "dict[str, EntryPoint]":
    from importlib.metadata import entry_points

    return {point.name: point for point in entry_points(group=GROUP)}


def _load(point: "EntryPoint") -> Any:
    try:
        loaded = point.load()
    except ImportError as error:
        return _unavailable(point.name, f"'{point.name}' needs a package that is not here ({error})")
    if not isinstance(loaded, typer.Typer):
        raise TypeError(f"entry point {point.value} is no Typer app")
    group = group_of(loaded, point.name)
    group.rich_help_panel = MORE
    return group


def _unavailable(name: str, reason: str) -> Any:
    """Stands in the list for a command whose packages are not installed, and says so when it is called."""
    stub = typer.Typer(add_completion=False)
    lenient = {"ignore_unknown_options": True, "allow_extra_args": True}

    @stub.command(name, help=f"Not available: {reason}.", rich_help_panel=MORE, context_settings=lenient)
    def refuse() -> None:
        raise UsageError(f"{reason}; install it, for the project's own with: pip install 'who-said-what[{name}]'")

    return typer.main.get_command(stub)


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
        from quotes.cli.version import version

        version()
        raise typer.Exit


@app.callback()
def quotes(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and exit.", callback=_tell_version, is_eager=True)
    ] = False,
) -> None:
    """Articles in, and out comes who said what, on whose authority, with the proof."""
