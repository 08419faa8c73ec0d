"""`--log FILE`: what a run did with each article, as JSON Lines that a program can watch."""

import json
import os
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

from quotes.cli.output import unwritable
from quotes.cli.reading import Account


class Journal:
    """Appends a line for each thing that happens; without a file, does nothing.

    Raises UsageError where the file cannot be written.
    """

    def __init__(self, path: Path | None, account: Account) -> None:
        self._account = account
        self._told = 0  # rejects that stand in the file
        self._begun = time.monotonic()
        self._file: TextIO | None = None
        if path is not None:
            try:
                self._file = path.open("a", encoding="utf-8", errors="backslashreplace")
            except OSError as error:
                raise unwritable(path, error, "--log") from error

    def tell(self, event: str, **facts: Any) -> None:
        """A line with the time, the seconds since the run began, the event and its facts; rejects since come first."""
        if self._file is None:
            return
        for reject in self._account.rejects[self._told :]:
            self._write("rejected", {"origin": reject.origin, "reason": reject.reason})
        self._told = len(self._account.rejects)
        self._write(event, facts)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()

    def _write(self, event: str, facts: dict[str, Any]) -> None:
        assert self._file is not None
        head = {
            "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "seconds": round(time.monotonic() - self._begun, 3),
            "process": os.getpid(),
            "event": event,
        }
        self._file.write(json.dumps(head | facts, ensure_ascii=False, default=str) + "\n")
        self._file.flush()
