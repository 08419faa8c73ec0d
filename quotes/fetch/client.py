"""One request to a server: to the address that was checked, within limits, redirects followed by hand and checked."""

import time
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urldefrag, urljoin

import urllib3
from requests.utils import DEFAULT_CA_BUNDLE_PATH

from quotes.errors import InputError
from quotes.fetch.addresses import Addresses, Place
from quotes.version import __version__

AGENT = "who-said-what"  # the name that robots.txt may speak to
_HEADERS = {
    "User-Agent": f"{AGENT}/{__version__}",
    "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
_PIECE = 1 << 16  # bytes
_MOVED = (301, 302, 303, 307, 308)
_DEFLATE, _ANY_HEADER = -zlib.MAX_WBITS, 32 + zlib.MAX_WBITS


@dataclass(frozen=True, slots=True)
class Limits:
    """What one answer may take."""

    bytes: int = 10_000_000  # unpacked
    seconds: float = 60.0  # in all, redirects included
    silence: float = 20.0  # seconds until the server says something
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said. `data` is empty where the status is not 200."""

    url: str  # after redirects
    status: int
    headers: Mapping[str, str]  # by names in lower case
    data: bytes = field(default=b"", repr=False)

    @property
    def kind(self) -> str:
        """The media type, "" where the server names none."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


class Client:
    """Asks servers for pages; nothing of what they say is kept, no cookie either."""

    def __init__(self, addresses: Addresses | None = None, limits: Limits | None = None) -> None:
        self._addresses = addresses or Addresses()
        self.limits = limits or Limits()

    def get(self, url: str, known: Mapping[str, str] | None = None) -> Answer:
        """What stands at an address; `known` are headers that make the answer depend on what is known already.

        Raises InputError, with the remedy, where nothing usable comes.
        """
        end = time.monotonic() + self.limits.seconds
        asked = url
        for _ in range(self.limits.redirects + 1):
            place = self._addresses.find(asked)
            answer = self._ask(place, asked, known or {}, end)
            to = answer.headers.get("location")
            if answer.status not in _MOVED or not to:
                return answer
            asked = urldefrag(urljoin(asked, to))[0]
        raise InputError(f"{url} leads on more than {self.limits.redirects} times; give the address where it ends.")

    def _ask(self, place: Place, url: str, known: Mapping[str, str], end: float) -> Answer:
        headers = {**_HEADERS, **known, "Host": place.origin.partition("://")[2], "Connection": "close"}
        try:
            with _pool(place, self.limits.silence) as pool:
                response = pool.urlopen(
                    "GET", place.target, headers=headers, redirect=False, retries=False, preload_content=False,
                    assert_same_host=False,
                )  # fmt: skip
                told = {name.lower(): value for name, value in response.headers.items()}
                data = b"".join(self._read(response, url, told, end)) if response.status == 200 else b""
                return Answer(url, response.status, told, data)
        except urllib3.exceptions.SSLError as error:
            raise InputError(f"{url} has no certificate that can be trusted ({error}); check the address.") from error
        except (urllib3.exceptions.HTTPError, OSError) as error:
            raise InputError(f"{url} does not answer ({_why(error)}); try again later.") from error

    def _read(self, response: Any, url: str, headers: Mapping[str, str], end: float) -> Iterator[bytes]:
        """The body in pieces, unpacked; never more than the limits allow."""
        unpack = _unpacker(headers.get("content-encoding", ""), url)
        size = 0
        while True:
            if time.monotonic() > end:
                raise InputError(f"{url} takes longer than {self.limits.seconds:.0f} seconds; try again later.")
            piece = response.read1(_PIECE, decode_content=False)
            if not piece:
                return
            for part in unpack(piece, self.limits.bytes - size + 1):
                size += len(part)
                if size > self.limits.bytes:
                    raise InputError(
                        f"{url} is larger than {self.limits.bytes / 1e6:.0f} MB; save it, and give the file."
                    )
                yield part


def _pool(place: Place, silence: float) -> urllib3.HTTPConnectionPool:
    timeout = urllib3.Timeout(connect=silence, read=silence)
    if place.scheme == "http":
        return urllib3.HTTPConnectionPool(place.address, place.port, timeout=timeout, maxsize=1)
    return urllib3.HTTPSConnectionPool(
        place.address, place.port, timeout=timeout, maxsize=1, cert_reqs="CERT_REQUIRED",
        ca_certs=DEFAULT_CA_BUNDLE_PATH, server_hostname=place.host, assert_hostname=place.host,
    )  # fmt: skip


def _unpacker(encoding: str, url: str) -> Any:
    """A function from packed bytes to unpacked ones, at most so many and one more."""
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return lambda piece, most: [piece]
    if name not in ("gzip", "x-gzip", "deflate"):
        raise InputError(f"{url} is packed as {name!r}, which was not asked for; save the page and give the file.")
    made: list[Any] = []

    def unpack(piece: bytes, most: int) -> Iterator[bytes]:
        if not made:  # some servers send deflate without its header
            bare = name == "deflate" and piece[0] & 0x0F != 8
            made.append(zlib.decompressobj(_DEFLATE if bare else _ANY_HEADER))
        try:
            yield made[0].decompress(piece, max(most, 1))
            while made[0].unconsumed_tail:
                yield made[0].decompress(made[0].unconsumed_tail, _PIECE)
        except zlib.error as error:
            raise InputError(f"{url} is packed in a way that breaks off ({error}); try again later.") from error

    return unpack


def _why(error: Exception) -> str:
    reason = getattr(error, "reason", None) or error
    return type(reason).__name__ if not str(reason) else str(reason).rpartition(": ")[2]
