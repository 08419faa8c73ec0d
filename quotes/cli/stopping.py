"""Ctrl-C and SIGTERM: a run puts down what it has in hand, says how to go on, and is gone within two seconds.

A signal is raised as `Stopped` where the main thread is at work. What must not be cut, as storing, holds it back for a
moment. A thread beside it sees to the two seconds where the main thread does not come back to Python, as in a database
that waits for a lock: then the process ends where it is, as if it had been killed, which a store stands without harm.
"""

import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_PATIENCE = 1.8  # seconds
_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_SHOW_CURSOR = "\x1b[?25h"


class Stopped(BaseException):
    """The user, or the system, wants the run to end; no `except Exception` is to swallow it."""

    def __init__(self, number: int) -> None:
        super().__init__(signal.Signals(number).name)
        self.exit_code = 128 + number


class Stopping:
    """Whether a signal came, and whether it may be raised now."""

    def __init__(self) -> None:
        self.came: Stopped | None = None
        self._holding = 0

    @contextmanager
    def held(self) -> Iterator[None]:
        """What is done here is done whole; a signal that comes meanwhile is raised at its end."""
        before = self.came
        self._holding += 1
        try:
            yield
        finally:
            self._holding -= 1
        if self.came is not None and self.came is not before and not self._holding:
            raise self.came

    def take(self, number: int, frame: FrameType | None) -> None:
        """As a signal handler."""
        if self.came is not None:
            return
        self.came = Stopped(number)
        if not self._holding:
            raise self.came


@contextmanager
def stopping() -> Iterator[Stopping]:
    """Within, the two signals are raised as `Stopped`; afterwards the process ends if one came, without waiting for its
    threads. Where this is not the main thread, signals are left to whoever has it."""
    told = Stopping()
    if threading.current_thread() is not threading.main_thread():
        yield told
        return
    ours, theirs = socket.socketpair()
    theirs.setblocking(False)
    over = threading.Event()
    before = {number: signal.signal(number, told.take) for number in _SIGNALS}
    woken = signal.set_wakeup_fd(theirs.fileno(), warn_on_full_buffer=False)
    threading.Thread(target=_watch, args=(ours, over), daemon=True).start()
    try:
        yield told
    finally:
        over.set()
        signal.set_wakeup_fd(woken)
        for number, handler in before.items():
            signal.signal(number, handler)
        theirs.close()
        if told.came is not None:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(told.came.exit_code)


def _watch(wakes: socket.socket, over: threading.Event) -> None:
    """End the process at the second signal, or when the first was not answered in time."""
    with wakes:
        number = _next(wakes)
        if number is None:
            return
        wakes.settimeout(_PATIENCE)
        try:
            again = _next(wakes)
        except TimeoutError:
            again = number
        if again is not None and not over.is_set():
            os.write(2, f"{_SHOW_CURSOR if sys.stderr.isatty() else ''}stopped at once\n".encode())
            os._exit(128 + number)


def _next(wakes: socket.socket) -> int | None:
    """The next of our signals; None when nobody listens for them any more."""
    while data := wakes.recv(1):
        if data[0] in _SIGNALS:
            return int(data[0])
    return None
