"""Which addresses may be asked. A page or a redirect is not to lead into the network that this machine stands in."""

import ipaddress
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from quotes.errors import InputError

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Sequence[str]]
_PORTS = {"http": 80, "https": 443}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Place:
    """A server's address that was checked, and what to ask it for."""

    scheme: str
    host: str  # as the URL names it, in ASCII
    port: int
    address: str  # the IP address to connect to: this one, and no other that the name may have a moment later
    target: str  # path and query

    @property
    def origin(self) -> str:
        """Scheme and host, and the port where it is not the scheme's own."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{name}" + ("" if self.port == _PORTS[self.scheme] else f":{self.port}")


class Addresses:
    """Looks names up and refuses what is not public.

    `resolve` gives the IP addresses of a host. `allow` lets through what would be refused; only tests have use for it.
    """

    def __init__(self, resolve: Resolve | None = None, allow: Callable[[IPAddress, int], bool] | None = None) -> None:
        self._resolve = resolve or _resolve
        self._allow = allow or (lambda address, port: False)

    def find(self, url: str) -> Place:
        """Where a URL leads; raises InputError for what is no public address of the web."""
        try:
            parts = urlsplit(url)
            port = parts.port
            host = (parts.hostname or "").encode("idna").decode("ascii") if parts.hostname else ""
        except ValueError as error:
            raise InputError(f"{url} is no address of the web ({error}); check it.") from error
        if parts.scheme not in _PORTS or not host:
            raise InputError(f"{url} is no address that begins with http:// or https://; give one.")
        if parts.username is not None or parts.password is not None:
            raise InputError(f"{url} holds a user name; pages behind a password are not fetched.")
        port = port or _PORTS[parts.scheme]
        try:
            found = [ipaddress.ip_address(one.partition("%")[0]) for one in self._resolve(host, port)]
        except OSError as error:
            raise InputError(f"The host {host} is not known ({error}); check the address and the network.") from error
        if not found:
            raise InputError(f"The host {host} has no address; check it.")
        for address in found:
            if not self._allow(address, port) and not (is_public(address) and port == _PORTS[parts.scheme]):
                raise InputError(
                    f"{host}:{port} is {address}, which is not of the public web or not its usual port; "
                    "save such a page and give the file."
                )
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        return Place(parts.scheme, host, port, str(found[0]), target)


def is_public(address: IPAddress) -> bool:
    """Whether an address is one of the public internet, also where an IPv6 address only wraps one of IPv4.

    >>> [is_public(ipaddress.ip_address(one)) for one in ("8.8.8.8", "10.0.0.1", "::ffff:127.0.0.1", "169.254.169.254")]
    [True, False, False, False]
    """
    if isinstance(address, ipaddress.IPv6Address):
        inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if address in _NAT64:
            inner.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if not all(is_public(one) for one in inner if one is not None):
            return False
        if address.ipv4_mapped is not None:
            return True
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _resolve(host: str, port: int) -> Sequence[str]:
    return [str(one[4][0]) for one in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
