"""The dimensions that figures can be broken down by."""

from dataclasses import dataclass
from functools import lru_cache

from quotes.errors import UsageError
from quotes.store.counting import counts
from quotes.store.counting.counts import Key

MOST = 2  # dimensions at once


@dataclass(frozen=True, slots=True)
class Dimension:
    name: counts.Dimension
    label: str
    absent: str  # how articles are called that lack it

    def called(self, value: str | None) -> str:
        return self.absent if value is None else value


DIMENSIONS: dict[str, Dimension] = {
    dimension.name: dimension
    for dimension in (
        Dimension("outlet", "Outlet", "(no outlet)"),
        Dimension("desk", "Desk", "(no desk)"),
        Dimension("byline", "Byline", "(no byline)"),
        Dimension("month", "Month", "(undated)"),
    )
}


def parse_dimensions(given: str) -> tuple[Dimension, ...]:
    """`"outlet,month"` as the two dimensions; raises UsageError for other words and for more than two."""
    names = [name.strip().lower() for name in given.split(",") if name.strip()]
    unknown = [name for name in names if name not in DIMENSIONS]
    if unknown:
        raise UsageError(f"figures cannot be grouped by {unknown[0]!r}; choose one or two of {', '.join(DIMENSIONS)}")
    if not names or len(names) > MOST or len(set(names)) < len(names):
        raise UsageError(f"--by {given} is not one dimension or two different ones, as in --by outlet,month")
    return tuple(DIMENSIONS[name] for name in names)


def order(key: Key) -> tuple[tuple[bool, str, str], ...]:
    """Alphabetical without regard to case, what is absent last."""
    return tuple(map(_order, key))


@lru_cache(maxsize=10_000)
def _order(part: str | None) -> tuple[bool, str, str]:
    return (part is None, (part or "").casefold(), part or "")
