"""Paths to inputs: files as they are, folders walked, `-` for standard input."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from glob import glob, has_magic
from pathlib import Path

from quotes.domain import Reject
from quotes.read.formats import IN_FOLDERS, split_name
from quotes.read.showing import printable


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server gave for an address."""

    url: str
    data: bytes = field(repr=False)
    kind: str = ""  # the media type that the server names
    outlet: str | None = None  # where nothing else names one


Given = str | Path | Fetched | Reject  # a reject is passed on: something that could not be had


@dataclass(frozen=True, slots=True)
class Source:
    """Something to open and read; `path` is None for standard input, and for what was fetched."""

    origin: str
    path: Path | None
    name: str | None  # the id that the file's name gives
    fetched: Fetched | None = None


def iter_sources(paths: Iterable[Given]) -> Iterator[Source | Reject]:
    """What the paths name, in their order; a folder gives its files in sorted order, or one Reject when it has none."""
    for given in paths:
        if isinstance(given, Reject):
            yield given
            continue
        if isinstance(given, Fetched):
            yield Source(given.url, None, None, given)
            continue
        origin = str(given)
        if origin == "-":
            yield Source("-", None, None)
        elif not origin:
            yield Reject(origin, "The path is empty; give a file, a folder, or - for standard input.")
        else:
            try:
                yield from _iter_path(Path(given))
            except OSError as error:
                yield Reject(origin, unreadable(error))


def _iter_path(path: Path) -> Iterator[Source | Reject]:
    if path.is_dir():
        yield from _iter_folder(path)
    elif path.exists() or path.is_symlink():
        yield Source(str(path), path, printable(split_name(path)[0]) if path.is_file() else None)
    elif has_magic(str(path)):
        yield from _iter_pattern(str(path))
    else:
        yield Reject(str(path), "There is no such file or folder; check the path.")


def _iter_pattern(pattern: str) -> Iterator[Source | Reject]:
    """What a pattern means that no shell has read: files by their names, in sorted order, `**` for folders too."""
    names = sorted(glob(pattern, recursive=True))  # noqa: PTH207  (to pathlib, * stands for hidden files, too)
    found = [path for name in names if (path := Path(name)).is_file()]
    if not found:
        yield Reject(pattern, "No file is like this; check the pattern.")
    for path in found:
        yield from _iter_path(path)


def _iter_folder(folder: Path) -> Iterator[Source | Reject]:
    found = False
    for item in _walk(folder, set()):
        found = True
        if isinstance(item, Reject):
            yield item
        else:
            name = item.relative_to(folder).with_name(split_name(item)[0])
            yield Source(str(item), item, printable(name.as_posix()))
    if not found:
        known = ", ".join(sorted(IN_FOLDERS))
        yield Reject(
            str(folder), f"The folder holds no article ({known}, plain or .gz); give other files by their names."
        )


def _walk(folder: Path, visited: set[tuple[int, int]]) -> Iterator[Path | Reject]:
    """Files of known suffix; hidden ones are left out, linked folders followed, none of them twice."""
    try:
        status = folder.stat()
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Reject(str(folder), unreadable(error))
        return
    if (status.st_dev, status.st_ino) in visited:
        return
    visited.add((status.st_dev, status.st_ino))
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith("."):
            continue
        if path.is_dir():
            yield from _walk(path, visited)
        elif split_name(path)[1] in IN_FOLDERS and (path.is_file() or path.is_symlink()):
            yield path


def unreadable(error: OSError) -> str:
    """The sentence for what the operating system will not open or read."""
    return f"It cannot be read ({error.strerror or error}); check that it is there and may be read."
