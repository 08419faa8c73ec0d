"""How much a request may send, and how long it may take."""

import asyncio

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from quotes.serve.settings import Limits


class _TooMuchError(Exception):
    pass


class Bounds:
    def __init__(self, app: ASGIApp, limits: Limits) -> None:
        self.app, self.limits = app, limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        has_begun, received = False, 0

        async def received_so_far() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > self.limits.body:
                raise _TooMuchError
            return message

        async def sent(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        async def refuse(sentence: str, status: int) -> None:
            if not has_begun:
                await PlainTextResponse(sentence, status, {"connection": "close"})(scope, receive, send)

        if len(scope["path"]) + len(scope["query_string"]) > self.limits.address:
            await refuse("The address is too long.", 414)
            return
        if _announced(scope) > self.limits.body:
            await refuse(self._too_much, 413)
            return
        try:
            async with asyncio.timeout(self.limits.seconds):
                await self.app(scope, received_so_far, sent)
        except _TooMuchError:
            await refuse(self._too_much, 413)
        except TimeoutError:
            await refuse("That took too long; ask for less.", 503)

    @property
    def _too_much(self) -> str:
        return f"That is more than {self.limits.body:,} bytes, which is the most that may be sent."


def _announced(scope: Scope) -> int:
    """The length that a request says it has; 0 where it says none, or nonsense."""
    given = dict(scope["headers"]).get(b"content-length", b"0")
    return int(given) if given.isdigit() else 0
