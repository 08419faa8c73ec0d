"""Bytes to text, code point for code point: no newline is translated, nothing is normalised.

The encoding is decided in this order:

1. A byte order mark says UTF-8, UTF-16 or UTF-32; the mark is encoding and not part of the text.
2. Bytes that are valid UTF-8 are UTF-8.
3. Otherwise, where well-formed UTF-8 sequences outnumber the bytes that break the rules, the text is UTF-8 with stray
   bytes, and each stray byte is read as Windows-1252.
4. Otherwise the text is Windows-1252, and the five bytes which that leaves undefined are read as Latin-1.
   Latin-1 itself is a case of this: they differ only where Latin-1 has control characters.

A whole file is decided at once; a file of records (JSON Lines, CSV) line by line, so that it can be read as it arrives.
"""

import codecs
import re
from collections.abc import Iterator
from io import BufferedReader, StringIO

from quotes.errors import InputError

_MARKS = (  # the longer marks first: UTF-32 begins like UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNDEFINED = b"\x81\x8d\x8f\x90\x9d"
_WINDOWS_1252 = "".join(chr(b) if b in _UNDEFINED else bytes([b]).decode("cp1252") for b in range(256))
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f]")


def _stray_bytes(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(_WINDOWS_1252[byte] for byte in error.object[error.start : error.end]), error.end


codecs.register_error("quotes.stray-bytes", _stray_bytes)


def mark_of(data: bytes) -> tuple[bytes, str] | None:
    """The byte order mark that the data begins with, and the encoding that it stands for."""
    return next(((mark, encoding) for mark, encoding in _MARKS if data.startswith(mark)), None)


def is_binary(head: bytes) -> bool:
    """Whether the first bytes of a file cannot be text: a NUL, or control characters in what is not UTF-8."""
    if mark_of(head):
        return False
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)  # a character may be cut at the end
    except UnicodeDecodeError:
        return _CONTROLS.search(head) is not None
    return b"\0" in head


def decode_unmarked(data: bytes) -> str:
    """Text without a byte order mark: UTF-8, or Windows-1252 as the module says."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        valid = data.decode("utf-8", "ignore")
        stray = len(data) - len(valid.encode("utf-8"))
        if len(valid) - sum(map(str.isascii, valid)) > stray:
            return data.decode("utf-8", "quotes.stray-bytes")
        return codecs.charmap_decode(data, "strict", _WINDOWS_1252)[0]


def decode_text(data: bytes) -> str:
    """The text of a whole file; raises InputError where a byte order mark promises what the bytes do not keep."""
    marked = mark_of(data)
    if marked is None:
        return decode_unmarked(data)
    mark, encoding = marked
    if encoding == "utf-8":
        return decode_unmarked(data[len(mark) :])
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"It begins as {encoding} but breaks off or is damaged; save it as UTF-8.") from error


def iter_lines(stream: BufferedReader) -> Iterator[str]:
    r"""The lines of a file of records with their line ends; only `\n` ends a line."""
    marked = mark_of(stream.peek(4))
    if marked is None or marked[1] == "utf-8":
        stream.read(len(marked[0]) if marked else 0)
        yield from map(decode_unmarked, stream)
    else:
        yield from StringIO(decode_text(stream.read()), newline="\n")
