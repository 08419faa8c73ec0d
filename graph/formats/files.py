"""Text from and to files: `-` is standard input or output, names that end in .gz are gzipped."""

import gzip
import sys
from collections.abc import Iterable
from pathlib import Path

from quotes.errors import InputError, UsageError

_LEVEL = 6  # of gzip: nearly as small as 9 in half the time


def read_text(path: str | Path) -> str:
    """The text of a UTF-8 file; raises InputError when it cannot be read."""
    if str(path) == "-":
        return sys.stdin.read()
    try:
        data = Path(path).read_bytes()
        return (gzip.decompress(data) if str(path).endswith(".gz") else data).decode()
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read ({error}); give a file that quotes graph export wrote") from error


def write_text(path: str | Path, pieces: Iterable[str]) -> None:
    """Write UTF-8 as it comes; the same text gives the same file. Raises UsageError when the file cannot be written."""
    if str(path) == "-":
        sys.stdout.writelines(pieces)
        return
    try:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        if not str(path).endswith(".gz"):
            with Path(path).open("w", encoding="utf-8", newline="") as file:
                file.writelines(pieces)
            return
        with (
            Path(path).open("wb") as packed,
            gzip.GzipFile("", "wb", _LEVEL, packed, mtime=0) as unpacked,
        ):
            unpacked.writelines(piece.encode() for piece in pieces)
    except OSError as error:
        raise UsageError(f"{path} cannot be written ({error.strerror}); choose another place with -o") from error
