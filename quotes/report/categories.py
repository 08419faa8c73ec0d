"""The rules that say which categories of quotations make the share."""

from dataclasses import dataclass

from quotes.categories import BROAD, STRICT, Category
from quotes.definitions import ANONYMOUS
from quotes.errors import UsageError


@dataclass(frozen=True, slots=True)
class CountingRule:
    """Which categories make the share."""

    name: str
    categories: frozenset[Category]
    definition: str


COUNTING_RULES: dict[str, CountingRule] = {
    rule.name: rule
    for rule in (
        CountingRule(
            "strict",
            STRICT,
            f"{ANONYMOUS} Unnamed spokespersons count only where the article says why they have no name.",
        ),
        CountingRule(
            "broad",
            BROAD,
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
