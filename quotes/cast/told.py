"""What stands beside a name of its bearer: an age ("Jane Doe, 54,"), whose kin it is ("his wife, Jane Doe")."""

import re
from functools import cache

from quotes.lexicon import table
from quotes.scene import Scene

BEHIND = re.compile(r",? \(?(?:aged? |who is |(?:is |was )?an? )?(\d{1,3})(?:[-‑ ]years?[-‑ ]old\b|(?=[,.;)]))")
BEFORE = re.compile(r"\b(\d{1,3})[-‑ ]years?[-‑ ]old(?: [\w’'-]+){0,4},? \Z")
REACH = 60  # characters before a name in which its bearer's age may stand


def told_ages(scene: Scene, start: int, end: int) -> frozenset[str]:
    """The ages given to the bearer of the name at `[start, end)` before it and behind it."""
    ages = set()
    if (behind := BEHIND.match(scene.text, end)) is not None:
        ages.add(behind.group(1))
    before = BEFORE.search(scene.text, max(0, start - REACH), start)
    if before is not None:
        ages.add(before.group(1))
    return frozenset(ages)


FOR_YEARS = r" of (?:[\w-]+ ){1,3}(?:years?|months|decades)"  # "his wife of 40 years, Jane Doe"
REACH = 60  # characters before a name in which the word may stand


def told_kin(text: str, start: int, end: int) -> str | None:
    """The word for kin beside the name at `[start, end)`."""
    before, behind = _patterns()
    found = before.search(text, max(0, start - REACH), start) or behind.match(text, end)
    return found.group(1) if found is not None else None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    kin = "|".join(sorted(table("kin"), key=lambda w: (-len(w), w)))
    before = (
        rf"(?:\b(?i:his|her) (?:\w+ )?)?\b({kin})(?:{FOR_YEARS})?"
        r"(?:,? (?:[A-Z]\w*\.? )?|, (?:the|an?|former|retired|fellow) (?:[\w-]+ ){1,4})$"
    )
    return re.compile(before), re.compile(rf",? (?:his|her) (?:[\w-]+ )?({kin})(?=[,.;]| of )")
