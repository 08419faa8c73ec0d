"""What a quotation counts as: the columns of the report, and the rules that say which of them make the share."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from quotes.definitions import ANONYMOUS
from quotes.errors import UsageError
from quotes.lexicon import table
from quotes.report.nouns import head_noun, singular
from quotes.store import QuotationRecord

Category = Literal["anonymous", "spokesperson", "unnamed", "document", "named", "narrator", "declined", "unknown"]

# The weightiest first: as such counts a quotation that one article ascribes so and another otherwise.
CATEGORIES: dict[Category, tuple[str, str]] = {
    "anonymous": ("anonymous", "the article withholds who the source is"),
    "spokesperson": ("unnamed spokesperson", "speaks for somebody, without a name and without hiding it"),
    "unnamed": ("other unnamed", "a group that is only a manner of speaking, or a person in no need of a name"),
    "document": ("document", "a text, a recording, a poll, a set of data"),
    "named": ("named", "a person or an organisation with a name"),
    "narrator": ("narrator", "the article's own voice"),
    "declined": ("declined comment", "only said to have given no answer, which makes nobody a source"),
    "unknown": ("speaker not told", "the article does not tell whose words these are"),
}


def categorise(record: QuotationRecord) -> Category:
    """The category of one stored quotation. A spokesperson with a reason for having no name is anonymous."""
    if record.source_type is None:
        return "unknown"
    if record.declined:
        return "declined"
    if record.source_type in ("named_person", "named_organization"):
        return "named"
    if record.source_type == "document":
        return "document"
    if record.source_type == "narrator":
        return "narrator"
    speaks_for_others = record.standing == "spokesperson" or is_spokesperson(record.descriptor)
    if record.reason is None and speaks_for_others:
        return "spokesperson"
    return "anonymous" if record.anonymous else "unnamed"


def is_spokesperson(descriptor: str | None) -> bool:
    """Whether the noun of a descriptor is one for those who speak for others.

    >>> is_spokesperson("spokesmen for the ministry"), is_spokesperson("a spokesman's friend")
    (True, False)
    """
    if not descriptor:
        return False
    return table("source_nouns").get(singular(head_noun(descriptor))) == "spokesperson"


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
