"""Through whom the words came: the outlets that one sentence ties to what is said in it."""

import re
from collections.abc import Iterable
from functools import cache

from quotes.classify.outlets import OutletName, find_outlets
from quotes.domain import Span, Via
from quotes.lexicon import table
from quotes.scene import Scene

HOST = r"(?:[A-Z][\w.’'-]+ ){1,3}(?:of|from|at|on) |[A-Z][\w.’'-]+ [A-Z][\w.’'-]+, [\w ]{0,30}(?:of|at|on) "
STAFF = r"(?:the )?(?:hosts?|anchors?|staff) (?:of|at|on) |hosts? of "
KIND = (
    r"(?:newspaper|magazine|news agency|agency|website|network|broadcaster|state broadcaster|"
    r"conservative|local|state|national|daily|public|\w+['’]s (?:\w+ )?network) "
)
REPORTS = re.compile(
    r"\s*(?:newspaper |magazine |news agency |newswire )?(?:first |has |had |also )*"
    r"(?:reported|reports|wrote|writes|quoted|quotes|said|says|noted|notes|published|cited|reporting)\b"
)
OWN = re.compile(
    r"\s*(?:radio |television |TV |phone )?"
    r"(?:interview|poll|essay|op-ed|column|editorial|podcast|show|segment|forum|town hall|"
    r"documentary|report|article|story)\b"
)
REACH = 90  # characters before an outlet's name that are looked at


@cache
def _relations() -> tuple[tuple[str, re.Pattern[str]], ...]:
    tail = rf"\s+(?:(?:the|a|an)\s+)?(?:{HOST}|{STAFF})?(?:the )?(?:{KIND})*[\"“‘]?$"
    return tuple(
        (relation, re.compile(words + tail, re.IGNORECASE)) for words, relation in table("via_relations").items()
    )


def outlets_between(scene: Scene, start: int, end: int, spoken: set[int]) -> Iterable[Via]:
    """The outlets named in `[start, end)` that the words around them tie to what is said there. `spoken` holds the
    numbers of the stretches that are somebody's words: outlets named inside those are only talked of."""
    for outlet in find_outlets(scene.text, start, end):
        token = scene.token_at(outlet.span.start)
        if token is not None and scene.quoted_by[token.index] in spoken:
            continue
        if (relation := relation_of(scene.text, outlet, start, end)) is not None:
            yield Via(outlet.name, relation, outlet.span)


def relation_of(text: str, outlet: OutletName, start: int, end: int) -> str | None:
    """How an outlet is tied to what is said around it, by the words before and after its name; None where it is not."""
    before = text[max(start, outlet.span.start - REACH) : outlet.span.start]
    if not before[-1:].isspace() and before[-1:] not in ("“", '"', "‘"):
        before += " "
    for relation, pattern in _relations():
        if pattern.search(before):
            return relation
    after = text[outlet.span.end : min(end, outlet.span.end + 40)]
    if REPORTS.match(after):
        return "reported"
    own = OWN.match(after)
    return f"in its {own.group().strip()}" if own else None


def same_outlet(a: str, b: str) -> bool:
    return a.casefold().removeprefix("the ") == b.casefold().removeprefix("the ")


def itself(name: str, span: Span) -> Via:
    """The link of an outlet that is the source of the words."""
    return Via(name, "reported", span)
