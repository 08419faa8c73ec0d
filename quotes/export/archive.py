"""Zip archives that are written as they come, the same bytes for the same content."""

from collections.abc import Iterable
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_DATE = (1980, 1, 1, 0, 0, 0)  # the first that a zip archive can tell


def write_archive(files: Iterable[tuple[str, bytes]], stream: IO[bytes]) -> None:
    """Files by their names; the stream need not be one that can go back."""
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in files:
            info = ZipInfo(name, _DATE)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, content)
