"""Writing a format to a file or standard output."""

import gzip
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from quotes.errors import UsageError
from quotes.export.formats import Format
from quotes.export.source import Source


def export(source: Source, format: Format, output: Path | None) -> None:
    """Write to the file, gzipped when its name ends in .gz; to standard output for None and `-`.

    Raises UsageError where the file cannot be written, or a package that the format needs is not installed.
    """
    try:
        write = format.load()
    except ImportError as error:
        raise UsageError(
            f"--format {format.name} needs a package that is not here ({error.name}); "
            "install it with: pip install 'who-said-what[export]'"
        ) from None
    with _open(output, format) as stream:
        write(source, stream)


@contextmanager
def _open(path: Path | None, format: Format) -> Iterator[IO[bytes]]:
    if path is None or str(path) == "-":
        if format.binary and sys.stdout.isatty():
            raise UsageError(f"{format.name} is nothing for a terminal; give -o FILE{format.suffixes[0]}")
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        stream: IO[bytes] = gzip.open(path, "wb") if path.suffix == ".gz" else path.open("wb")  # type: ignore[assignment]
    except OSError as error:
        if not path.parent.exists():
            raise UsageError(
                f"the folder {path.parent} is not there; make it, or choose another place with -o"
            ) from error
        raise UsageError(f"{path} cannot be written ({error.strerror}); choose another place with -o") from error
    with stream:
        yield stream
