"""What a browser is told not to do: run anything inline or from elsewhere, frame us, tell others where it came from."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
EMBEDDED = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "x-frame-options": "DENY",
}


class Headers:
    """A response that brings a policy of its own keeps it; one that brings EMBEDDED may be framed."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if headers["content-security-policy"] == EMBEDDED:
                    del headers["x-frame-options"]
                    headers["cross-origin-resource-policy"] = "cross-origin"
                if not scope.get("path", "").startswith("/assets/"):
                    headers.setdefault("cache-control", "no-store" if scope.get("private") else "private, no-cache")
            await send(message)

        await self.app(scope, receive, sent if scope["type"] == "http" else send)
