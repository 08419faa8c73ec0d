"""Zstandard files, unpacked a little at a time."""

import io
from typing import cast

from quotes.read.optional import load

ZSTANDARD = b"\x28\xb5\x2f\xfd"
_BITE = 256  # packed bytes: of a bomb they make eight megabytes
_WINDOW = 1 << 27  # bytes of memory that a file may ask for


class Unpacked(io.RawIOBase):
    """What a Zstandard file holds; raises EOFError where it is cut short, as the library's own reader does not."""

    def __init__(self, packed: io.BufferedReader) -> None:
        self._packed = packed
        self._decompressor = load("zstandard", "a Zstandard file").ZstdDecompressor(max_window_size=_WINDOW)
        self._frame = self._decompressor.decompressobj()
        self._is_begun = False
        self._held = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        while not self._held:
            if not self._fill():
                return 0
        count = min(len(view), len(self._held))
        view[:count] = self._held[:count]
        self._held = self._held[count:]
        return count

    def _fill(self) -> bool:
        """Unpack one bite; False at the end of the file."""
        if self._is_begun and self._frame.eof:
            rest = self._frame.unused_data
            self._frame = self._decompressor.decompressobj()
            self._is_begun = False
        else:
            rest = b""
        bite = rest or self._packed.read(_BITE)
        if not bite:
            if self._is_begun:
                raise EOFError("the last frame is cut short")
            return False
        self._held = memoryview(self._frame.decompress(bite))
        self._is_begun = True
        return True
