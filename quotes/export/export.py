"""Writing a format to a file or standard output."""

import gzip
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from quotes.errors import UsageError
from quotes.export.formats import Format
from quotes.export.source import Source


def export(source: Source, format: Format, output: Path | None) -> None:
    """Write to the file, gzipped when its name ends in .gz; to standard output for None and `-`.

    A file is there whole or stays as it was. Raises UsageError where it cannot be written, or a package that the format
    needs is not installed.
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
    is_file = path.is_file() or not path.exists()  # neither a pipe nor a device, which are written to as they are
    part = path.with_name(f"{path.name}.part") if is_file else path
    try:
        stream = part.open("wb")
    except OSError as error:
        if not path.parent.exists():
            raise UsageError(
                f"the folder {path.parent} is not there; make it, or choose another place with -o"
            ) from error
        raise UsageError(f"{path} cannot be written ({error.strerror}); choose another place with -o") from error
    try:
        with stream:
            if path.suffix == ".gz":
                with gzip.GzipFile(fileobj=stream, mode="wb", mtime=0) as packed:
                    yield cast("IO[bytes]", packed)
            else:
                yield stream
    except BaseException:
        if is_file:
            part.unlink(missing_ok=True)
        raise
    if is_file:
        part.replace(path)
