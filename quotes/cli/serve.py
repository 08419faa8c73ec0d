"""`quotes serve`: the record in a browser."""

from typing import Annotated

import typer

from quotes.cli.options import Database
from quotes.cli.output import notes
from quotes.errors import UsageError
from quotes.settings import database_url


def serve(
    host: Annotated[
        str, typer.Option("--host", metavar="NAME", help="Where to listen; another than this machine needs --token.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="NUMBER", min=1, max=65535, help="And on which port.")] = 8000,
    token: Annotated[
        str | None,
        typer.Option("--token", metavar="WORD", envvar="QUOTES_TOKEN", help="What everybody has to show to get in."),
    ] = None,
    user_header: Annotated[
        str | None,
        typer.Option("--user-header", metavar="NAME", help="The header in which a proxy says who somebody is."),
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="HOST", help="A further name by which browsers ask for it; several times."),
    ] = None,
    edit: Annotated[bool, typer.Option("--edit", help="Let people correct, merge and split.")] = False,
    db: Database = None,
) -> None:
    """Show the record in a browser: search, read with the proof, people, sources, checks."""
    try:
        from quotes.serve.run import run
        from quotes.serve.settings import ServeSettings

        settings = ServeSettings(database_url(db), host, port, token, user_header, tuple(name or ()), edit)
        notes().print(f"Open {settings.address} in a browser; Ctrl-C ends it.")
        run(settings)
    except ModuleNotFoundError as error:
        raise UsageError(f"{error.name} is missing; pip install 'who-said-what[serve]'") from error
