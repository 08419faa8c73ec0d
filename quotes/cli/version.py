"""`quotes version`."""

from quotes import __version__
from quotes.cli.output import out


def version() -> None:
    """Print the version of the program."""
    out().print(f"who-said-what {__version__}")
