"""What a quotation counts as: decided once, when it is stored, for everything that counts."""

from collections.abc import Mapping
from typing import Literal

from quotes.domain import Source
from quotes.lexicon import table
from quotes.text.nouns import head_noun, singular

Category = Literal["anonymous", "spokesperson", "unnamed", "document", "named", "narrator", "declined", "unknown"]

# The weightiest first: as such counts a quotation that one article ascribes so and another otherwise.
CATEGORIES: Mapping[Category, tuple[str, str]] = {
    "anonymous": ("anonymous", "the article withholds who the source is"),
    "spokesperson": ("unnamed spokesperson", "speaks for somebody, without a name and without hiding it"),
    "unnamed": ("other unnamed", "a group that is only a manner of speaking, or a person in no need of a name"),
    "document": ("document", "a text, a recording, a poll, a set of data"),
    "named": ("named", "a person or an organisation with a name"),
    "narrator": ("narrator", "the article's own voice"),
    "declined": ("declined comment", "only said to have given no answer, which makes nobody a source"),
    "unknown": ("speaker not told", "the article does not tell whose words these are"),
}

NO_SOURCE: frozenset[Category] = frozenset(("unknown", "declined"))
UNNAMED: frozenset[Category] = frozenset(("anonymous", "spokesperson", "unnamed"))
# What the rules count: strictly, and as a lay reader would.
STRICT: frozenset[Category] = frozenset(("anonymous",))
BROAD: frozenset[Category] = UNNAMED
VOICELESS: frozenset[Category] = frozenset(("narrator", "declined"))  # whoever is only of these is no source


def category_of(source: Source | None) -> Category:
    """The category of one quotation by its source. A spokesperson with a reason for having no name is anonymous."""
    if source is None:
        return "unknown"
    if source.declined:
        return "declined"
    if source.type in ("named_person", "named_organization"):
        return "named"
    if source.type == "document":
        return "document"
    if source.type == "narrator":
        return "narrator"
    speaks_for_others = source.standing == "spokesperson" or is_spokesperson(source.descriptor)
    if source.reason is None and speaks_for_others:
        return "spokesperson"
    return "anonymous" if source.anonymous else "unnamed"


def is_spokesperson(descriptor: str | None) -> bool:
    """Whether the noun of a descriptor is one for those who speak for others.

    >>> is_spokesperson("spokesmen for the ministry"), is_spokesperson("a spokesman's friend")
    (True, False)
    """
    if not descriptor:
        return False
    return table("source_nouns").get(singular(head_noun(descriptor))) == "spokesperson"
