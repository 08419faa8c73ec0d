"""What a file that begins as a ZIP file is, by the names of its members: Office files are ZIP files too."""

import struct
from typing import Literal

ZIP = b"PK\x03\x04"
ZipKind = Literal["docx", "xlsx", "zip"]

_NAME = 30  # where a member's name begins after its signature
_LENGTH = struct.Struct("<26xH")  # and where its length stands
_ROOMS: dict[bytes, ZipKind] = {b"word/": "docx", b"xl/": "xlsx"}


def zip_kind(head: bytes) -> ZipKind | None:
    """What a file whose first bytes these are is: a Word document, an Excel workbook or any other ZIP file; None where
    it is no ZIP file.

    >>> zip_kind(b"PK\\x03\\x04" + bytes(22) + b"\\x08\\0\\0\\0" + b"word/a.x")
    'docx'
    """
    if not head.startswith(ZIP):
        return None
    start = 0
    while start >= 0 and start + _NAME <= len(head):
        (length,) = _LENGTH.unpack_from(head, start)
        name = head[start + _NAME : start + _NAME + length]
        kind = next((kind for room, kind in _ROOMS.items() if name.startswith(room)), None)
        if kind:
            return kind
        start = head.find(ZIP, start + 1)
    return "zip"
