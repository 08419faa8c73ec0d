"""Text from and to files: `-` is standard input or output, names that end in .gz are gzipped."""

import gzip
import sys
from pathlib import Path

from quotes.errors import InputError, UsageError


def read_text(path: str | Path) -> str:
    """The text of a UTF-8 file; raises InputError when it cannot be read."""
    if str(path) == "-":
        return sys.stdin.read()
    try:
        data = Path(path).read_bytes()
        return (gzip.decompress(data) if str(path).endswith(".gz") else data).decode()
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read ({error}); give a file that quotes graph export wrote") from error


def write_text(path: str | Path, text: str) -> None:
    """Write UTF-8; the same text gives the same file. Raises UsageError when the file cannot be written."""
    if str(path) == "-":
        sys.stdout.write(text)
        return
    data = text.encode()
    try:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(gzip.compress(data, mtime=0) if str(path).endswith(".gz") else data)
    except OSError as error:
        raise UsageError(f"{path} cannot be written ({error.strerror}); choose another place with -o") from error
