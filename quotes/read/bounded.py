"""What is unpacked while it is read: never more than a bomb's first megabytes, and damage told in a sentence."""

import io
from collections.abc import Callable
from typing import IO, cast

from quotes.errors import InputError

_RATIO = 200  # text packs to a tenth, or to a fiftieth where it repeats itself
_FREE = 10_000_000  # bytes that are unpacked whatever the ratio


class Counted(io.RawIOBase):
    """A packed stream that knows how much of it was read."""

    def __init__(self, inner: io.BufferedReader) -> None:
        self.inner = inner
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        data = self.inner.read1(len(view))
        view[: len(data)] = data
        self.count += len(data)
        return len(data)


class Bounded(io.RawIOBase):
    """The unpacked bytes of `inner`; raises InputError where they are damaged or too many for what was packed."""

    def __init__(self, inner: IO[bytes], packed: Callable[[], int], called: str, most: int | None = None) -> None:
        self.inner, self.packed, self.called, self.most = inner, packed, called, most
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        try:
            data = self.inner.read(len(view))
        except InputError:
            raise
        except Exception as error:  # each kind of packing has errors of its own
            raise InputError(f"The {self.called} is broken or cut short; get it again or compress it anew.") from error
        view[: len(data)] = data
        self.count += len(data)
        if self.most is not None and self.count > self.most:
            raise InputError(f"It unpacks to more than {self.most:,} bytes; unpack it and give its parts.")
        if self.count > max(_FREE, _RATIO * self.packed()):
            raise InputError(
                f"It unpacks to more than {_RATIO} times its size, as no text does; unpack it if you trust it."
            )
        return len(data)


def unpacked(inner: IO[bytes], packed: Callable[[], int], called: str, most: int | None = None) -> io.BufferedReader:
    return io.BufferedReader(Bounded(inner, packed, called, most), 1 << 16)
