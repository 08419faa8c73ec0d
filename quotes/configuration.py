"""`quotes.toml`: settings that repeat, found from the working folder upwards.

    store = "record.db"                  # a path beside this file, or an SQLAlchemy URL
    models = "stanza"

    [outlets]                            # by the domain of an article's address, or by a pattern of its file's path
    "bbc.co.uk" = "BBC News"
    "archive/guardian/*" = "The Guardian"

    [[fields]]                           # what records call our fields, in files whose path is like this
    path = "newsapi/*.json"
    text = "content"

    [[feeds]]                            # what `quotes fetch` watches when it is given nothing
    url = "https://news.example.org/rss"
    outlet = "The Example"

    [options.anonymous]                  # what else is given to a command whenever it is called
    max-share = 0.2

What the command line says comes first, then the environment, then this file.
"""

import difflib
import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from quotes.errors import UsageError

NAME = "quotes.toml"
_TOP = ("store", "models", "outlets", "fields", "feeds", "options")


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed to watch."""

    url: str
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a file says; all empty where there is none."""

    path: Path | None = None
    store: str | None = None  # an SQLAlchemy URL
    models: str | None = None
    domains: Mapping[str, str] = field(default_factory=dict)  # outlets
    folders: Mapping[str, str] = field(default_factory=dict)  # outlets by patterns of paths
    fields: Sequence[tuple[str, Mapping[str, str]]] = ()  # by patterns of paths
    feeds: Sequence[Feed] = ()
    options: Mapping[str, Any] = field(default_factory=dict)

    def outlet_of(self, url: str | None) -> str | None:
        """The outlet of an address, by its host or what the host is part of."""
        host = (urlsplit(url).hostname or "") if url and self.domains else ""
        while host:
            if host in self.domains:
                return self.domains[host]
            host = host.partition(".")[2]
        return None

    def outlet_of_file(self, path: Path) -> str | None:
        return next((outlet for pattern, outlet in self.folders.items() if self._is_like(path, pattern)), None)

    def fields_of_file(self, path: Path) -> Mapping[str, str]:
        return next((told for pattern, told in self.fields if self._is_like(path, pattern)), {})

    def _is_like(self, path: Path, pattern: str) -> bool:
        """Whether a path fits a pattern beside this file; `*` stands for anything, slashes too."""
        try:
            inside = path.resolve().relative_to(self.path.parent) if self.path else path
        except ValueError:
            inside = path
        return fnmatchcase(inside.as_posix(), pattern)


EMPTY = Configuration()


def configuration(folder: Path | None = None) -> Configuration:
    """What the nearest file says, from the folder (the working folder if not given) upwards.

    Raises UsageError, with the place and the remedy, for a file that cannot be read or says what is not understood.
    """
    start = (folder or Path.cwd()).resolve()
    for place in (start, *start.parents):
        if (path := place / NAME).is_file():
            return _read(path)
    return EMPTY


def _read(path: Path) -> Configuration:
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path} cannot be read ({error}); mend it, or take it away") from error
    reading = _Reading(path)
    reading.know("", told, _TOP)
    outlets = reading.words("outlets", told.get("outlets", {}))
    store = reading.word("store", told.get("store"))
    return Configuration(
        path=path,
        store=store if store is None or "://" in store else f"sqlite:///{path.parent / store}",
        models=reading.models(told.get("models")),
        domains={name.lower(): outlet for name, outlet in outlets.items() if "/" not in name and "*" not in name},
        folders={name: outlet for name, outlet in outlets.items() if "/" in name or "*" in name},
        fields=tuple(map(reading.fields, reading.tables("fields", told.get("fields", [])))),
        feeds=tuple(map(reading.feed, reading.tables("feeds", told.get("feeds", [])))),
        options=reading.table("options", told.get("options", {})),
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """Turns values of one file into ours; raises UsageError naming the key."""

    path: Path

    def know(self, place: str, told: Mapping[str, Any], names: Collection[str]) -> None:
        for name in told:
            if name not in names:
                raise unknown(self.path, f"{place}{name}", name, names)

    def word(self, key: str, value: object) -> str | None:
        if value is None or isinstance(value, str):
            return value
        raise UsageError(f"{self.path}: {key} is to be text in quotation marks, not {value!r}")

    def models(self, value: object) -> str | None:
        word = self.word("models", value)
        beside = self.path.parent / (word or "")
        return str(beside) if word and beside.is_dir() else word

    def table(self, key: str, value: object) -> Mapping[str, Any]:
        if isinstance(value, dict):
            return value
        raise UsageError(f"{self.path}: {key} is to be a table, begun by [{key}]")

    def words(self, key: str, value: object) -> dict[str, str]:
        return {name: self.word(f'{key}."{name}"', said) or "" for name, said in self.table(key, value).items()}

    def tables(self, key: str, value: object) -> list[Mapping[str, Any]]:
        if isinstance(value, list) and all(isinstance(one, dict) for one in value):
            return value
        raise UsageError(f"{self.path}: {key} is to be a list of tables, each begun by [[{key}]]")

    def fields(self, told: Mapping[str, Any]) -> tuple[str, Mapping[str, str]]:
        words = self.words("fields", told)
        if "path" not in words:
            raise UsageError(f'{self.path}: fields needs a path, such as path = "newsapi/*.json"')
        return words.pop("path"), words

    def feed(self, told: Mapping[str, Any]) -> Feed:
        self.know("feeds.", told, ("url", "outlet"))
        words = self.words("feeds", told)
        if "url" not in words:
            raise UsageError(f"{self.path}: feeds needs a url")
        return Feed(words["url"], words.get("outlet"))


def unknown(path: Path | None, place: str, name: str, names: Collection[str]) -> UsageError:
    """That a file says something that there is not."""
    near = difflib.get_close_matches(name, names, 1)
    meant = f"; is {near[0]} meant?" if near else f"; there is {', '.join(sorted(names))}"
    return UsageError(f"{path}: nothing is called {place}{meant}")
