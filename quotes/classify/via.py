"""Through whom the words came: the outlets that one sentence ties to what is said in it."""

import re
from collections.abc import Sequence
from functools import cache

from quotes.cast.outlets import OutletName
from quotes.domain import Span, Via
from quotes.lexicon import table
from quotes.lexicon import words as word_list

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
    r"\s*(?:radio |television |TV |phone |candidate |presidential )?"
    r"(interview|poll|essay|op-ed|column|editorial|podcast|show|segment|forum|town hall|debate|"
    r"documentary|report|article|story)\b"
)
ON_AIR = re.compile(
    r"\b(?:ABC|BBC|C-SPAN|CBC|CBS|CNBC|CNN|CTV|ESPN|Fox|ITV|MSNBC|NBC|NHK|NPR|PBS|RNZ|RTÉ?|SABC|SBS|Sky|Univision|"
    r"Radio|TV|Television|Channel|Show|FM)\b"
)
PROGRAMME = re.compile(r"['’]s \w|\b(?:Show|Tonight|Nightly|Podcast)\b(?! News)")
SHARED = frozenset(("in a forum of", "in its town hall", "in its forum", "in its debate"))  # more than one speaks there
REACH = 90  # characters before an outlet's name that are looked at


@cache
def _relations() -> tuple[tuple[str, re.Pattern[str]], ...]:
    tail = rf"\s+(?:(?:the|a|an)\s+)?(?:{HOST}|{STAFF})?(?:the )?(?:{KIND})*[\"“‘]?$"
    return tuple(
        (relation, re.compile(words + tail, re.IGNORECASE)) for words, relation in table("via_relations").items()
    )


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
    return f"in its {own.group(1)}" if own else None


def same_outlet(a: str, b: str) -> bool:
    return a.casefold().removeprefix("the ") == b.casefold().removeprefix("the ")


def itself(name: str, span: Span) -> Via:
    """The link of an outlet that is the source of the words."""
    return Via(name, "reported", span)


def _is_on_air(name: str) -> bool:
    """A station or a programme."""
    return name in word_list("programmes") or ON_AIR.search(name) is not None


def on_air(via: Sequence[Via]) -> bool:
    """Said on a station or in a programme, not merely to a station's people."""
    return any(
        ((v.relation in ("on", "appeared in") or v.relation in SHARED) and _is_on_air(v.name))
        or (v.relation == "told" and (v.name in word_list("programmes") or PROGRAMME.search(v.name)))
        for v in via
    )


def is_printed(name: str) -> bool:
    """A newspaper or a magazine, as far as its name tells; agencies and sites are neither."""
    last = name.split()[-1]
    return (
        last in word_list("outlet_words") and last not in word_list("unprinted_outlet_words") and not _is_on_air(name)
    )
