"""Whose kin somebody is, told beside the name: "his wife, Jane Doe" and "Jane Doe, his wife,"."""

import re
from functools import cache

from quotes.lexicon import table

FOR_YEARS = r" of (?:[\w-]+ ){1,3}(?:years?|months|decades)"  # "his wife of 40 years, Jane Doe"
REACH = 60  # characters before a name in which the word may stand


def told_kin(text: str, start: int, end: int) -> re.Match[str] | None:
    """The word for kin beside the name at `[start, end)`: "his" or "her" as group 1, the word as group 2."""
    before, behind = _patterns()
    return before.search(text, max(0, start - REACH), start) or behind.match(text, end)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    kin = "|".join(sorted(table("kin"), key=lambda w: (-len(w), w)))
    before = (
        rf"(?:\b(?i:(his|her)) (?:\w+ )?)?\b({kin})(?:{FOR_YEARS})?"
        r"(?:,? (?:[A-Z]\w*\.? )?|, (?:the|an?|former|retired|fellow) (?:[\w-]+ ){1,4})$"
    )
    return re.compile(before), re.compile(rf",? (his|her) (?:[\w-]+ )?({kin})(?=[,.;]| of )")
