"""`quotes version`."""

from quotes.cli.output import out
from quotes.version import __version__


def version() -> None:
    """Print the version of the program."""
    out().print(f"who-said-what {__version__}")
