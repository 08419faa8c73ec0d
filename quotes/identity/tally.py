"""Counting: each different item once, and several counts as one."""

from collections import Counter
from collections.abc import Iterable

MOST = 400  # entities that a profile keeps, the commonest


def tally(items: Iterable[str]) -> Counter[str]:
    """Every item counted once, however often it comes."""
    return Counter(dict.fromkeys(items, 1))


def add_up(counters: Iterable[Counter[str]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for counter in counters:
        total.update(counter)
    return total


def commonest(counter: Counter[str], most: int = MOST) -> Counter[str]:
    """The counter cut down to its commonest items, equal ones in alphabetical order."""
    if len(counter) <= 2 * most:
        return counter
    return Counter(dict(sorted(counter.items(), key=lambda item: (-item[1], item[0]))[:most]))
