"""How far reading has come, in bytes of the files as they lie there."""

from collections.abc import Callable, Iterable
from typing import BinaryIO

from quotes.read.sources import Given, Source, iter_sources

Reached = Callable[[int], None]  # hears how many bytes were read once the article that comes next was


def look_away(position: int) -> None:
    """For those who do not ask."""


def size_of(paths: Iterable[Given]) -> int | None:
    """Bytes of all files that the paths name; None where one is a pipe, which knows no end."""
    total = 0
    for source in iter_sources(paths):
        if isinstance(source, Source):
            if source.path is None or not source.path.is_file():
                return None
            total += source.path.stat().st_size
    return total


class Position:
    """The bytes behind: whole files, and of the one at hand what was read of it.

    Of a file that is read whole before its first article comes, nothing counts until its last article has come.
    """

    def __init__(self, reached: Reached = look_away) -> None:
        self._reached = reached
        self._behind = 0
        self._most = 0
        self._stream: BinaryIO | None = None
        self._size = 0

    def enter(self, source: Source, stream: BinaryIO) -> None:
        """This file's bytes come next, out of this stream."""
        if source.path is not None and source.path.is_file():
            self._stream, self._size = stream, source.path.stat().st_size

    def leave(self) -> None:
        """The file is done."""
        self._behind += self._size
        self._stream, self._size = None, 0

    def tell(self) -> None:
        """An article comes now."""
        read = 0 if self._stream is None or self._stream.closed else self._stream.tell()
        self._most = max(self._most, self._behind + (read if read < self._size else 0))
        self._reached(self._most)
