"""What kind of reason an article gives for withholding a name."""

import re
from functools import cache

from quotes.domain import ReasonClass
from quotes.lexicon import table, words

REASON_CLASSES: dict[ReasonClass, tuple[str, str]] = {
    "not_authorised": ("not authorised", "the source may not speak"),
    "fear": ("fear", "for life, freedom, work or peace"),
    "sensitivity": ("sensitivity", "the matter is private, secret or still open"),
    "courtesy": ("courtesy", "to spare somebody, or a custom"),
    "other": ("another reason", "a reason of another kind"),
    "boilerplate": ("no why", "“on condition of anonymity” and the like, without a why"),
    "none": ("no reason", "the article does not say why"),
}

_WHY = re.compile(
    r"\b(?:because|since|as|out of|due to|owing to|citing|for|given|lest|so that|in order to|until|"
    r"to (?!speak|be|anyone|anybody|give|discuss)\w+)\b",
    re.IGNORECASE,
)
_ANONYMITY = re.compile(
    r"\b(?:on|under) (?:the )?condition\b|\banonym\w*|\basked not to\b|\bnot for attribution\b", re.I
)


def classify_reason(reason: str | None) -> ReasonClass:
    """The class of a reason as the article words it; None where it gives none.

    >>> classify_reason("who spoke on condition of anonymity because he feared for his job")
    'fear'
    >>> classify_reason("who spoke on condition of anonymity")
    'boilerplate'
    """
    if reason is None:
        return "none"
    for pattern, name in _patterns():
        if pattern.search(reason):
            return name
    return "other" if _WHY.search(_ANONYMITY.sub(" ", reason)) else "boilerplate"


def is_boilerplate(reason: str) -> bool:
    """Whether the reason would do for any source: no why at all, or a stock phrase and no fear."""
    found = classify_reason(reason)
    return found == "boilerplate" or (found != "fear" and _stock().search(reason) is not None)


@cache
def _patterns() -> list[tuple[re.Pattern[str], ReasonClass]]:
    return [(re.compile(p, re.IGNORECASE), _class(name)) for p, name in table("reason_classes").items()]


def _class(name: str) -> ReasonClass:
    for known in REASON_CLASSES:
        if known == name:
            return known
    raise ValueError(f"reason_classes.tsv has a class {name!r} that is not defined")


@cache
def _stock() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in sorted(words("stock_reasons"))), re.IGNORECASE)
