"""Libraries that only some formats need, and that come with the extra `formats`."""

from importlib import import_module
from typing import Any

from quotes.errors import InputError


def load(module: str, called: str) -> Any:
    """The library of that name; raises InputError where it is not installed, saying how to get it.

    >>> load("gopherlib", "a Gopher page")
    Traceback (most recent call last):
    quotes.errors.InputError: It is a Gopher page; to read it, install gopherlib: pip install 'who-said-what[formats]'.
    """
    try:
        return import_module(module)
    except ImportError as error:
        library = module.partition(".")[0]
        raise InputError(
            f"It is {called}; to read it, install {library}: pip install 'who-said-what[formats]'."
        ) from error
