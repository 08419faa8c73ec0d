"""The dimensions that figures can be broken down by."""

from collections.abc import Callable
from dataclasses import dataclass

from quotes.errors import UsageError
from quotes.report.stories import Story

MOST = 2  # dimensions at once
Key = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Dimension:
    name: str
    label: str
    absent: str  # how articles are called that lack it
    value: Callable[[Story], str | None]

    def called(self, value: str | None) -> str:
        return self.absent if value is None else value


def _byline(story: Story) -> str | None:
    """The byline without its "By", so that one writer is one group."""
    words = (story.byline or "").split()
    if words and words[0].casefold() == "by":
        words = words[1:]
    return " ".join(words) or None


DIMENSIONS: dict[str, Dimension] = {
    dimension.name: dimension
    for dimension in (
        Dimension("outlet", "Outlet", "(no outlet)", lambda story: story.outlet),
        Dimension("desk", "Desk", "(no desk)", lambda story: story.section),
        Dimension("byline", "Byline", "(no byline)", _byline),
        Dimension(
            "month", "Month", "(undated)", lambda story: story.published.isoformat()[:7] if story.published else None
        ),
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


def key_of(story: Story, dimensions: tuple[Dimension, ...]) -> Key:
    return tuple(dimension.value(story) for dimension in dimensions)


def order(key: Key) -> tuple[tuple[bool, str, str], ...]:
    """Alphabetical without regard to case, what is absent last."""
    return tuple((part is None, (part or "").casefold(), part or "") for part in key)
