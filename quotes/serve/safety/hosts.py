"""Only those are answered who ask for a host that we go by: another site's name that is made to lead here does not."""

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_SENTENCE = "This host is not one that the server goes by; start it with --name to add it."


class Hosts:
    """Against DNS rebinding. `names` are in lower case and without ports."""

    def __init__(self, app: ASGIApp, names: frozenset[str]) -> None:
        self.app, self.names = app, names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        given = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
        if len(given) == 1 and host_name(given[0]) in self.names:
            await self.app(scope, receive, send)
        else:
            await PlainTextResponse(_SENTENCE, 421)(scope, receive, send)


def host_name(given: str) -> str:
    """A Host header without its port.

    >>> host_name("LocalHost:8000"), host_name("[::1]:8000"), host_name("[::1]")
    ('localhost', '[::1]', '[::1]')
    """
    name, colon, port = given.strip().lower().rpartition(":")
    return name if colon and port.isdecimal() else given.strip().lower()
