"""What `quotes serve` is asked to be."""

from dataclasses import dataclass
from ipaddress import ip_address

from quotes.errors import UsageError

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one request may ask for."""

    body: int = 2_000_000  # bytes that may be sent
    address: int = 8_000  # bytes of path and query
    seconds: float = 30  # for a whole request
    query_seconds: float = 10  # for the questions of a page to the store
    export_seconds: float = 120  # and of a file to download
    export_rows: int = 100_000
    rate: float = 0.5  # requests a second, and client, to what is `rated`
    burst: int = 10  # of them at once
    threads: int = 8  # that ask the store at one time


@dataclass(frozen=True, slots=True)
class ServeSettings:
    """`database` is an SQLAlchemy URL. Raises UsageError where others could read along and nothing keeps them out."""

    database: str
    host: str = "127.0.0.1"
    port: int = 8000
    token: str | None = None  # that whoever comes has to show
    user_header: str | None = None  # in which a reverse proxy says who it is
    names: tuple[str, ...] = ()  # further hosts under which the pages are asked for
    edit: bool = False  # whether people may correct
    reads_ahead: bool = True  # whether the models for pasted texts are loaded at the start
    limits: Limits = Limits()
    rated: tuple[str, ...] = ("/see", "/check", "/api/v1/see", "/api/v1/check", "/sign-in")

    def __post_init__(self) -> None:
        if not (self.is_local or self.token or self.user_header):
            raise UsageError(
                f"--host {self.host} lets other machines read the whole record; add --token WORD, or "
                "--user-header NAME behind a proxy that signs people in"
            )
        if self.token is not None and len(self.token) < 8:
            raise UsageError("--token is too short to keep anybody out; give 8 characters or more")

    @property
    def is_local(self) -> bool:
        try:
            return self.host == "localhost" or ip_address(self.host.strip("[]")).is_loopback
        except ValueError:
            return False

    @property
    def hosts(self) -> frozenset[str]:
        """The names, in lower case and without a port, under which somebody may ask."""
        return frozenset(name.lower() for name in (*LOOPBACK, self.host, *self.names))

    @property
    def address(self) -> str:
        return f"http://{self.host}:{self.port}/"
