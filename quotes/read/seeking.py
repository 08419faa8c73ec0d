"""Formats that are read from their end need a file to move about in; pipes and gzip files are copied into one."""

import io
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from gzip import GzipFile
from typing import IO


@contextmanager
def seekable(stream: io.BufferedReader) -> Iterator[IO[bytes]]:
    """The stream itself where moving about in it is cheap, else a copy in a temporary file that lives as long."""
    if stream.seekable() and not isinstance(stream.raw, GzipFile):
        yield stream
        return
    with tempfile.TemporaryFile() as copy:
        shutil.copyfileobj(stream, copy, 1 << 20)
        copy.seek(0)
        yield copy
