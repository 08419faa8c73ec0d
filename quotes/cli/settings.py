"""`quotes settings`: what holds in this folder, and where that is said."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from quotes.answers import Answer, Column
from quotes.cli.answers import AnswerFormat, OutputFile, write_answer
from quotes.cli.output import notes
from quotes.configuration import NAME, Configuration, configuration
from quotes.errors import UsageError
from quotes.settings import database_url, models_folder, without_password

_EXAMPLE = """\
# Settings of `quotes` for this folder and those below it. The command line comes first, then the environment, then
# this file.
# A line that begins with # says nothing; take the # away.

# The store: a path beside this file, or an SQLAlchemy URL; QUOTES_DB comes before it.
# store = "record.db"

# Outlets, by the domain of an article's address or by a pattern of its file's path (* stands for anything).
# [outlets]
# "bbc.co.uk" = "BBC News"
# "archive/guardian/*" = "The Guardian"

# What records call our fields, in files whose path is like this.
# [[fields]]
# path = "newsapi/*.json"
# text = "content"
# published = "publishedAt"

# What `quotes fetch` watches when it is given no address.
# [[feeds]]
# url = "https://news.example.org/rss"
# outlet = "The Example"

# Options of commands, by their long names.
# [options.anonymous]
# max-share = 0.2
# no-warn = ["lede"]
"""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting, its value in words, and where it comes from."""

    name: str
    value: str
    told_by: str


def settings(
    init: Annotated[bool, typer.Option("--init", help=f"Write a {NAME} with examples here.")] = False,
    format: AnswerFormat = None,
    output: OutputFile = None,
) -> None:
    """Show the settings that hold in this folder, each with where it is said."""
    if init:
        _begin()
        return
    columns: list[Column[Setting]] = [
        Column("setting", lambda one: one.name, "Setting"),
        Column("value", lambda one: one.value, "Value"),
        Column("from", lambda one: one.told_by, "From"),
    ]
    write_answer(Answer(list(_settings(configuration())), columns), format, output)


def _begin() -> None:
    path = Path(NAME)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(_EXAMPLE)
    except FileExistsError:
        raise UsageError(f"there is a {NAME} here already; edit that, or take it away") from None
    except OSError as error:
        raise UsageError(f"{NAME} cannot be written here ({error.strerror}); go to another folder") from error
    notes().print(f"Wrote {NAME}; nothing in it holds until you take away the # before it")


def _settings(told: Configuration) -> Iterator[Setting]:
    file = str(told.path)
    yield Setting("store", without_password(database_url()), _whence("QUOTES_DB", told.store, file))
    yield Setting("models", str(models_folder() or "packaged"), _whence("QUOTES_MODELS", told.models, file))
    for name, outlet in {**told.domains, **told.folders}.items():
        yield Setting(f"outlet of {name}", outlet, file)
    for pattern, fields in told.fields:
        yield Setting(f"fields in {pattern}", ", ".join(f"{ours}={theirs}" for ours, theirs in fields.items()), file)
    for feed in told.feeds:
        yield Setting("feed", feed.url + (f" ({feed.outlet})" if feed.outlet else ""), file)
    for name, value in _flat(told.options):
        yield Setting(name, str(value), file)


def _whence(variable: str, told: str | None, file: str) -> str:
    if os.environ.get(variable):
        return variable
    return "the program" if told is None else file


def _flat(options: Mapping[str, Any], path: str = "quotes") -> Iterator[tuple[str, Any]]:
    for name, value in options.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{path} {name}")
        else:
            yield f"{path} --{name}", value
