"""ZIP and tar files: what they hold, member by member, to be read as files of their own."""

import io
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from quotes.domain import Reject
from quotes.errors import InputError
from quotes.read.bounded import unpacked
from quotes.read.incoming import Incoming
from quotes.read.seeking import seekable
from quotes.read.showing import printable
from quotes.read.zipped import zip_kind

Kind = Literal["zip", "tar"]
SUFFIXES = (".zip", ".wacz", ".tar", ".tgz")
_LARGEST = 1_000_000_000  # bytes of a member, unpacked
_MOST = 1_000_000  # members
_EMPTY_ZIP = b"PK\x05\x06"
_WACZ = "datapackage.json"


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside; its stream is to be read before the next one is asked for."""

    origin: str
    path: PurePosixPath  # relative, without "..": an id, never a place to write to
    stream: io.BufferedReader


def container_kind(head: bytes) -> Kind | None:
    """What a file with these first bytes is; Office files are none.

    >>> container_kind(b"PK\\x03\\x04" + bytes(22) + b"\\x05\\0\\0\\0" + b"a.txt")
    'zip'
    """
    if zip_kind(head) == "zip" or head.startswith(_EMPTY_ZIP):
        return "zip"
    return "tar" if head[257:262] == b"ustar" else None


def iter_members(kind: Kind, stream: io.BufferedReader, incoming: Incoming) -> Iterator[Member | Reject]:
    """The files inside, in their order. Raises InputError where the container is broken, encrypted or cut short."""
    yield from _zip_members(stream, incoming) if kind == "zip" else _tar_members(stream, incoming)


def _zip_members(stream: io.BufferedReader, incoming: Incoming) -> Iterator[Member | Reject]:
    with seekable(stream) as file:
        try:
            archive = zipfile.ZipFile(file)
        except Exception as error:  # damaged lists of members make it raise many kinds
            raise InputError("The ZIP file is broken or cut short; get it again or pack it anew.") from error
        with archive:
            members = [
                item for item in archive.infolist() if not item.filename.endswith("/")
            ]  # is_dir fails where the name is empty
            if any(item.filename == _WACZ for item in members):  # beside the archive itself, only its indexes
                members = [item for item in members if item.filename.startswith("archive/")]
            for item in members[:_MOST]:
                origin = _origin(incoming, item.filename)
                if item.flag_bits & 1:
                    yield Reject(origin, "It is encrypted in the ZIP file; unpack it with its password and give it.")
                    continue
                try:
                    opened = archive.open(item)
                except Exception as error:
                    yield Reject(
                        origin, f"It is broken in the ZIP file ({type(error).__name__}); get it again or pack it anew."
                    )
                    continue
                with opened, unpacked(opened, lambda size=item.compress_size: size, "ZIP file", _LARGEST) as member:  # type: ignore[misc]
                    yield Member(origin, _path(item.filename), member)


def _tar_members(stream: io.BufferedReader, incoming: Incoming) -> Iterator[Member | Reject]:
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for item in archive:
                archive.members.clear()  # type: ignore[attr-defined]  # else memory grows with each
                opened = archive.extractfile(item) if item.isreg() else None
                if opened is not None:
                    with unpacked(opened, lambda size=item.size: size, "tar file", _LARGEST) as member:  # type: ignore[misc]
                        yield Member(_origin(incoming, item.name), _path(item.name), member)
    except (tarfile.TarError, EOFError, ValueError, OverflowError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError("The tar file is broken or cut short; get it again or pack it anew.") from error


def _origin(incoming: Incoming, name: str) -> str:
    return f"{incoming.origin}!{printable(name)}"


def _path(name: str) -> PurePosixPath:
    r"""The path of a member as part of an id.

    >>> _path("../../etc/passwd"), _path("C:\\news\\a.txt")
    (PurePosixPath('etc/passwd'), PurePosixPath('C:/news/a.txt'))
    """
    parts = [part for part in printable(name.replace("\\", "/")).split("/") if part not in ("", ".", "..")]
    return PurePosixPath(*parts) if parts else PurePosixPath("member")
