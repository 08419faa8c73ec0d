"""A bar for long runs, on a terminal: how much of the input is done, how fast it goes, how long it takes still.

What is read is not yet done: articles are read ahead and parsed together. So each article that is read waits here with
the bytes that were read for it, and they count once it is parsed, or settled without.
"""

import time
from collections import deque
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.filesize import decimal
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from quotes.cli.reading import Account

_REFRESHED = 4  # times a second
_REMEMBERED = 60.0  # seconds that the time left is judged by


@dataclass(slots=True)
class _Waiting:
    article: str
    position: int
    done: bool = False


class Behind:
    """How many bytes of the input are done, by articles in the order in which they were read."""

    def __init__(self) -> None:
        self.position = 0
        self.articles = 0
        self._waiting = deque[_Waiting]()

    def came(self, article: str, position: int) -> None:
        self._waiting.append(_Waiting(article, position))

    def settled(self) -> None:
        """The article that came last needs no parsing."""
        self._waiting[-1].done = True
        self.articles += 1
        self._move()

    def parsed(self, article: str, count: int = 1) -> None:
        """This one is parsed, with those before it that make up `count`; others before it are rejected."""
        self.articles += count
        while self._waiting:
            first = self._waiting.popleft()
            self.position = first.position
            if first.article == article and not first.done:
                break
        self._move()

    def _move(self) -> None:
        while self._waiting and self._waiting[0].done:
            self.position = self._waiting.popleft().position


class _Facts(ProgressColumn):
    """Amounts in words; the rest of the bar is drawn from them."""

    def __init__(self, bar: "Bar") -> None:
        super().__init__()
        self._bar = bar

    def render(self, task: Task) -> Text:
        return Text(self._bar.facts())


class Bar:
    """Draws what `behind` knows; where the input's size is unknown, the bar only moves to and fro.

    `total` is in bytes, or in whatever `unit` says the positions count.
    """

    def __init__(self, console: Console, account: Account, total: int | None, *, shown: bool, unit: str = "") -> None:
        self.behind = Behind()
        self._account = account
        self._total = total
        self._unit = unit
        self._begun = time.monotonic()
        self._progress: Progress | None = None
        if shown and console.is_terminal:
            self._progress = Progress(
                TextColumn("{task.description}"),
                BarColumn(),
                _Facts(self),
                TimeRemainingColumn(elapsed_when_finished=True),
                console=console,
                transient=True,
                refresh_per_second=_REFRESHED,
                speed_estimate_period=_REMEMBERED,
            )
            self._task = self._progress.add_task("Reading", total=total)

    def __enter__(self) -> Self:
        if self._progress:
            self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._progress:
            if kind is None:
                self._progress.update(self._task, completed=self._total)
            self._progress.stop()

    def move(self) -> None:
        """Draw what is done by now."""
        if self._progress:
            self._progress.update(self._task, completed=self.behind.position)

    def facts(self) -> str:
        """Bytes, articles, articles a second and rejects, each once there is something to say of it."""
        articles, rejects = self.behind.articles, len(self._account.rejects)
        rate = articles / max(time.monotonic() - self._begun, 1e-3)
        told = [self._amount(), f"{articles} article{'' if articles == 1 else 's'}"]
        if articles:
            told.append(f"{rate:.1f}/s")
        if rejects:
            told.append(f"{rejects} rejected")
        return ", ".join(filter(None, told))

    def _amount(self) -> str:
        if self._total is None:
            return ""
        if self._unit:
            return f"{self.behind.position} of {self._total} {self._unit}"
        return f"{decimal(self.behind.position)} of {decimal(self._total)}"
