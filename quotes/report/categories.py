"""The rules that say which categories of quotations make the share."""

from collections.abc import Callable
from dataclasses import dataclass

from quotes.categories import Category
from quotes.definitions import ANONYMOUS
from quotes.errors import UsageError

NO_SOURCE: frozenset[Category] = frozenset(("unknown", "declined"))


@dataclass(frozen=True, slots=True)
class CountingRule:
    """Which categories make the share."""

    name: str
    categories: frozenset[Category]
    definition: str

    @property
    def counts(self) -> Callable[[frozenset[Category]], bool]:
        """Whether something with these categories counts: one of them is enough."""
        return lambda categories: not self.categories.isdisjoint(categories)


COUNTING_RULES: dict[str, CountingRule] = {
    rule.name: rule
    for rule in (
        CountingRule(
            "strict",
            frozenset(("anonymous",)),
            f"{ANONYMOUS} Unnamed spokespersons count only where the article says why they have no name.",
        ),
        CountingRule(
            "broad",
            frozenset(("anonymous", "spokesperson", "unnamed")),
            "Whoever a lay reader cannot identify counts: all that strict counts, every unnamed spokesperson, groups "
            "that are only a manner of speaking, and persons whom the article merely does not name.",
        ),
    )
}


def counting_rule(name: str) -> CountingRule:
    """Raises UsageError for a name that is none."""
    try:
        return COUNTING_RULES[name]
    except KeyError:
        raise UsageError(f"there is no counting rule {name!r}; choose {' or '.join(COUNTING_RULES)}") from None
