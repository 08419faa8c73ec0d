"""One round over pages and feeds: what is new or changed, as inputs for `quotes.read`, and what could not be had."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import urldefrag

from quotes.configuration import Feed
from quotes.domain import Reject
from quotes.errors import InputError
from quotes.fetch.client import Answer, Client
from quotes.fetch.feeds import items_of
from quotes.fetch.memory import Memory, Seen
from quotes.fetch.robots import Robots
from quotes.fetch.waiting import retry_after
from quotes.read.sources import Fetched

_NOT_MODIFIED = 304
_FEEDS = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")


class Round:
    """Goes to each address once. Afterwards `asked`, `answered` and `alone` say how it went."""

    def __init__(self, client: Client, robots: Robots, memory: Memory) -> None:
        self._client = client
        self._robots = robots
        self._memory = memory
        self._been: set[str] = set()
        self.asked = 0
        self.answered = 0
        self.unchanged = 0
        self.alone: float | None = None  # the longest that a server asked to be left alone for, seconds

    def visit(self, pages: Iterable[str], feeds: Iterable[Feed]) -> Iterator[Fetched | Reject]:
        """The pages, then those that items of the feeds lead to, unless nothing of them has changed since."""
        for url in pages:
            yield from self._page(urldefrag(url)[0])
        for feed in feeds:
            for found in self._feed(feed.url):
                yield replace(found, outlet=feed.outlet) if isinstance(found, Fetched) else found

    def _feed(self, url: str) -> Iterator[Fetched | Reject]:
        try:
            answer = self._get(url)
            if answer is None:
                return
            items = list(items_of(answer.data, answer.url))
        except InputError as error:
            yield Reject(url, str(error))
            return
        refused = False
        for item in items:
            if self._memory.of(item.url).mark == item.mark:
                self.unchanged += 1
                continue
            for found in self._page(item.url, item.mark):
                refused = refused or isinstance(found, Reject)
                yield found
        if not refused:  # else the feed is read again, for those of its items that could not be had
            self._learn(url, answer)

    def _page(self, url: str, mark: str | None = None) -> Iterator[Fetched | Reject]:
        if url in self._been:
            return
        self._been.add(url)
        try:
            answer = self._get(url)
        except InputError as error:
            yield Reject(url, str(error))
            return
        known = self._memory.of(url)
        if answer is None:
            if mark:
                self._memory.learn(url, replace(known, mark=mark))
            return
        changed = _digest(answer) != known.digest
        self._learn(url, answer, mark)
        if not changed:
            self.unchanged += 1
        elif answer.kind in _FEEDS:
            yield Reject(url, "It is a feed; give it with --feed, and the pages of its items are fetched.")
        else:
            yield Fetched(answer.url, answer.data, answer.kind)

    def _get(self, url: str) -> Answer | None:
        """What the address gives now, None where it says that nothing has changed; raises InputError."""
        self.asked += 1
        self._robots.enter(url)
        answer = self._client.get(url, self._memory.of(url).conditions)
        if answer.status == _NOT_MODIFIED:
            self.answered += 1
            self.unchanged += 1
            return None
        if answer.status != 200:
            if (alone := retry_after(answer.headers)) is not None:
                self.alone = max(alone, self.alone or 0.0)
            raise InputError(f"{url} answers with status {answer.status}; check the address, or try again later.")
        self.answered += 1
        return answer

    def _learn(self, url: str, answer: Answer, mark: str | None = None) -> None:
        told = answer.headers
        self._memory.learn(url, Seen(told.get("etag"), told.get("last-modified"), _digest(answer), mark))


def _digest(answer: Answer) -> str:
    return hashlib.sha256(answer.data).hexdigest()[:32]
