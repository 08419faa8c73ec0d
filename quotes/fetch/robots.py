"""What a host lets robots read (RFC 9309), and how long to wait between two requests to it."""

import time
from collections.abc import Callable
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from quotes.errors import InputError
from quotes.fetch.client import AGENT, Client

_LEAST, _MOST = 1.0, 60.0  # seconds between two requests
_LARGEST = 512_000  # bytes of robots.txt that are read
_KEPT = 24 * 3600.0  # seconds


class Robots:
    """One polite visitor to every host: asks before it reads, and waits between two requests."""

    def __init__(
        self,
        client: Client,
        wait: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        least: float = _LEAST,
    ) -> None:
        self._client = client
        self._wait = wait
        self._clock = clock
        self._least = least
        self._rules: dict[str, tuple[float, RobotFileParser]] = {}
        self._asked: dict[str, float] = {}

    def enter(self, url: str) -> None:
        """Wait until the host may be asked for this address; raises InputError where its robots.txt forbids it."""
        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        rules = self._rules_of(host)
        if not rules.can_fetch(AGENT, url):
            raise InputError(f"{url} is not for robots, says robots.txt; read it yourself, and give what you save.")
        delay = min(max(self._least, float(rules.crawl_delay(AGENT) or 0)), _MOST)
        last = self._asked.get(host)
        if last is not None and (left := last + delay - self._clock()) > 0:
            self._wait(left)
        self._asked[host] = self._clock()

    def _rules_of(self, host: str) -> RobotFileParser:
        known = self._rules.get(host)
        if known is not None and self._clock() - known[0] < _KEPT:
            return known[1]
        rules = RobotFileParser()
        answer = self._client.get(f"{host}/robots.txt")
        if answer.status >= 500 or answer.status == 429:
            raise InputError(f"{host} does not tell what robots may read (status {answer.status}); try again later.")
        rules.parse(answer.data[:_LARGEST].decode("utf-8", "replace").splitlines() if answer.status == 200 else [])
        self._rules[host] = (self._clock(), rules)
        return rules
