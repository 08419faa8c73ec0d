"""A process that parses what is pasted, so that pages stay quick and the language models stay out of the server."""

import multiprocessing
import signal
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures import TimeoutError as LateError
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from starlette.requests import Request

from quotes.domain import Article, IndirectScope, ParsedArticle
from quotes.errors import QuotesError
from quotes.serve.errors import BusyError

if TYPE_CHECKING:
    from quotes.parser import Parser

_SECONDS = 25.0  # for one text
_START = Article("start", "“It begins,” said Ann Lee.")


class Reader:
    """Parses one text after another, in a process that begins with `start` or the first text, and anew when it died."""

    def __init__(self, seconds: float = _SECONDS) -> None:
        self._seconds = seconds
        self._process: ProcessPoolExecutor | None = None
        self._begun: Future[ParsedArticle] | None = None
        self._lock = Lock()

    def start(self) -> None:
        """Load the models, without waiting for them."""
        with self._lock:
            if self._process is None:
                self._process = ProcessPoolExecutor(
                    1, mp_context=multiprocessing.get_context("spawn"), initializer=_leave_interrupts
                )
                self._begun = self._process.submit(_parse, _START, "none")

    @property
    def is_ready(self) -> bool:
        return self._begun is not None and self._begun.done() and self._begun.exception() is None

    def read(self, article: Article, indirect: IndirectScope = "speech") -> ParsedArticle:
        """Raises BusyError where it takes too long or the process died, and what the parser raises."""
        self.start()
        process, begun = self._process, self._begun
        if process is None or begun is None:  # ended this very moment, by another text
            raise BusyError("the program that reads texts is being started anew; try again")
        try:
            if not wait([begun], self._seconds).done:  # loading goes on
                raise BusyError("the language models are still loading; try again in some seconds")
            return process.submit(_parse, article, indirect).result(self._seconds)
        except LateError as error:
            self._end(process)
            raise BusyError("the text takes too long to read; give a shorter one, or try again") from error
        except BrokenProcessPool as error:
            self._end(process)
            raise BusyError("the program that reads texts had to be started anew; try again in some seconds") from error
        except RuntimeError as error:
            if isinstance(error, QuotesError):
                raise
            raise BusyError("the program that reads texts is being started anew; try again") from error

    def close(self) -> None:
        if self._process is not None:
            self._end(self._process, waits=True)

    def _end(self, process: ProcessPoolExecutor, *, waits: bool = False) -> None:
        """End a process, whatever it does; with `waits`, until all that it needed is given back."""
        with self._lock:
            if self._process is process:
                self._process = self._begun = None
        for child in list((getattr(process, "_processes", None) or {}).values()):
            child.terminate()
        process.shutdown(wait=waits, cancel_futures=True)


def reader_of(request: Request) -> Reader:
    reader: Reader = request.app.state.reader
    return reader


def _leave_interrupts() -> None:
    """In the process: Ctrl-C is for the server, which ends this one too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _parse(article: Article, indirect: IndirectScope) -> ParsedArticle:
    """In the process."""
    parser = _parser()
    parser.indirect = indirect
    return parser.parse(article)


@cache
def _parser() -> "Parser":
    from quotes.parser import Parser
    from quotes.settings import models_folder

    return Parser(models_folder(), threads=1)
