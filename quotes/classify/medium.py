"""In what the words were said or written, by the words around them."""

import re
from functools import cache
from typing import cast

from quotes.domain import Medium
from quotes.lexicon import table

SPOKEN_PLACES = frozenset(("interview", "broadcast", "speech", "debate", "press_conference", "testimony", "call"))
BEFORE_PLACE = re.compile(
    r"\b(?:in|at|during|on|to|with|through|by|told|tells|of|for) (?:[\w’'-]+ ){0,6}$", re.IGNORECASE
)

# A press release, all of whose words are one statement.
RELEASE = re.compile(
    r"\bFOR IMMEDIATE RELEASE\b|\bUNDER EMBARGO\b"
    r"|(?i:\((?:PR ?\w*wire|PRWEB|Business Wire|GLOBE ?NEWSWIRE|Marketwired|ACCESSWIRE|ots)\)|/(?:PRNewswire|CNW)/)"
    r"|(?:^|\n)\W{0,3}(?i:For immediate release\b(?! of\b)|Notes? to editors\b|(?:Press|Media) contacts?\b"
    r"|Contact for (?:the )?media\b|Forward[- ]looking statements\W{0,3}(?=\n|$))"
)
WRITING = re.compile(r"\b(?:wrote|writes?|written|typed)\b", re.IGNORECASE)


@cache
def _signs() -> tuple[tuple[Medium, re.Pattern[str]], ...]:
    rows = table("medium_signs").items()
    return tuple((cast(Medium, medium), re.compile(words, re.IGNORECASE)) for words, medium in rows)


def sign_of_medium(words: str) -> Medium | None:
    """The medium that the words tell, the weightiest sign first (the order of `medium_signs.tsv`); None where they tell
    none.

    >>> sign_of_medium("he told reporters"), sign_of_medium("he said")
    ('press_conference', None)
    """
    for medium, pattern in _signs():
        if pattern.search(words):
            return medium
    return "document" if WRITING.search(words) else None


def is_only_written(words: str) -> bool:
    """Whether the words tell no more than that somebody wrote: the weakest sign, for people write posts, too."""
    return WRITING.search(words) is not None and sign_of_medium(WRITING.sub(" ", words)) is None


def place_in(words: str) -> Medium | None:
    """The spoken place that running text tells by a preposition before it ("during the debate", "in an interview")."""
    for medium, pattern in _signs():
        if medium in SPOKEN_PLACES or medium == "statement":
            match = pattern.search(words)
            if match is not None and (
                match.group().startswith(("told", "tell")) or BEFORE_PLACE.search(words[: match.start()])
            ):
                return medium
    return None


def medium_of_page(text: str) -> Medium | None:
    """The medium of all words on a page for which nothing else tells one; None of an ordinary article.

    >>> medium_of_page("FOR IMMEDIATE RELEASE\\n\\nAcme said it was “proud”.")
    'statement'
    """
    return "statement" if RELEASE.search(text) is not None else None
