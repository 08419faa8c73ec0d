"""How often a client may ask for what costs the machine dearly: a bucket of so many, refilled at a steady rate."""

from collections import OrderedDict
from collections.abc import Callable
from time import monotonic

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_CLIENTS = 10_000  # that are remembered


class Buckets:
    """The token bucket of every client.

    >>> buckets = Buckets(rate=1, burst=2, clock=iter([0, 0, 0, 1]).__next__)
    >>> [buckets.take("a") for _ in range(4)]
    [True, True, False, True]
    """

    def __init__(self, rate: float, burst: int, clock: Callable[[], float] = monotonic) -> None:
        self._rate, self._burst, self._clock = rate, burst, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, client: str) -> bool:
        now = self._clock()
        left, since = self._left.pop(client, (float(self._burst), now))
        left = min(self._burst, left + (now - since) * self._rate)
        self._left[client] = (left - 1 if left >= 1 else left, now)
        if len(self._left) > _CLIENTS:
            self._left.popitem(last=False)
        return left >= 1


class Rate:
    """`paths` are beginnings of those that are counted; what is only looked at is not."""

    def __init__(self, app: ASGIApp, buckets: Buckets, paths: tuple[str, ...]) -> None:
        self.app, self.buckets, self.paths = app, buckets, paths

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] == "POST" and scope["path"].startswith(self.paths):
            client = (scope.get("client") or ("unknown", 0))[0]
            if not self.buckets.take(client):
                sentence = "That was asked for too often; wait a few seconds and try again."
                await PlainTextResponse(sentence, 429, {"retry-after": "5"})(scope, receive, send)
                return
        await self.app(scope, receive, send)
