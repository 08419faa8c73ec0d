"""When to look again."""

import random
import re
import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

from quotes.errors import UsageError

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_LEAST, _MOST = 60.0, 86400.0  # seconds between two rounds


def to_seconds(words: str) -> float:
    """Seconds of "15m", "1h", "90s" or "1d"; raises UsageError for anything else, and for less than a minute.

    >>> to_seconds("15m")
    900.0
    """
    told = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([smhd])", words.strip().lower())
    if told is None:
        raise UsageError(f"{words!r} is no time to wait; give one as 15m, 1h or 1d")
    seconds = float(told[1]) * _UNITS[told[2]]
    if seconds < _LEAST:
        raise UsageError(f"{words} is too often for a server; give a minute (1m) or more")
    return seconds


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds that a server asks to be left alone for; None where it does not say so."""
    told = headers.get("retry-after", "").strip()
    if told.isdigit():
        return float(told)
    try:
        return float(max(0.0, parsedate_to_datetime(told).timestamp() - time.time()))
    except (ValueError, TypeError):
        return None


class Rounds:
    """How long to wait after each round: `every` seconds, a tenth more or less so that not all ask at once; after a
    round in which nothing could be fetched twice as long, and twice as that, up to a day."""

    def __init__(self, every: float, chance: random.Random | None = None) -> None:
        self._every = every
        self._chance = chance or random.Random()
        self._failed = 0

    def next(self, *, failed: bool, asked: float | None = None) -> float:
        """Seconds. `asked` is the longest that a server asked to be left alone for."""
        self._failed = self._failed + 1 if failed else 0
        wait = min(self._every * 2.0**self._failed, max(_MOST, self._every)) * self._chance.uniform(0.9, 1.1)
        return max(wait, min(asked or 0.0, _MOST))
