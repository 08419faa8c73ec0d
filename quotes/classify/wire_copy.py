"""Wire copy: the agency that an article's byline or dateline names, the last link to what is printed here."""

import re
from functools import cache

from quotes.classify.via import same_outlet
from quotes.domain import WIRE_COPY, Article, Span, Via
from quotes.lexicon import words as word_list

OPENING = 600  # characters in which a dateline may stand


@cache
def _agency() -> str:
    return "|".join(sorted(map(re.escape, word_list("agencies")), key=lambda w: (-len(w), w)))


@cache
def _dateline() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\n)[^\n\"“”]{{0,60}}\(({_agency()})\) ?[-–—]", re.MULTILINE)


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(rf"(?:^|,|/|\||\bby|\bwith|\bfrom|\()\s*(?:the )?({_agency()})\b", re.IGNORECASE)


def find_wire_copy(article: Article) -> Via | None:
    """The agency, with its place where the text's own dateline names it; None where the article's outlet is that
    agency, or where it is nobody's copy.

    >>> via = find_wire_copy(Article("1", "ACCRA (Reuters) - It rained.", outlet="Post"))
    >>> via.name, via.span
    ('Reuters', Span(start=7, end=14))
    """
    match = _dateline().search(article.text, 0, OPENING)
    span = Span(*match.span(1)) if match else None
    if match is None:
        match = _byline().search(article.byline or "")
    if match is None or (article.outlet is not None and same_outlet(article.outlet, match.group(1))):
        return None
    return Via(match.group(1), WIRE_COPY, span)
