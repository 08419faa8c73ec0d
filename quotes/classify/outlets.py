"""Names of outlets in running text: those of the lists, and those that show by their form ("the Cape Courier",
"Radio X")."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from quotes.domain import Span
from quotes.lexicon import words as word_list

WORD = r"[A-Z][\w.&'’-]*"
STATION = r"(?:Radio|Channel|Canal|Rádio|TV) (?:\d+|[A-Z]\w+)(?: \w*[A-Z]\w*)?|[KW][A-Z]{2,3}(?:-(?:TV|FM|AM))\b"
PLAIN_WORD = re.compile(r"\s+(?:news ?paper|magazine|news agency|newswire)\b")


@dataclass(frozen=True, slots=True)
class OutletName:
    name: str  # as worded, with "the" where that belongs to the name
    span: Span


@cache
def _pattern() -> re.Pattern[str]:
    """One outlet, alone or with a programme of its own after it (CNN's "State of the Union"), or a programme."""
    listed = word_list("outlets")
    free = _either(w for w in listed if not w.startswith("The "))
    bound = _either(w.removeprefix("The ") for w in listed if w.startswith("The "))
    programmes = _either(word_list("programmes"))
    heads = _either(word_list("outlet_words"))
    formed = rf"(?:{WORD} ){{1,4}}(?:{heads})(?:-{WORD})?\b"
    own = rf"(?:\w+ )?[\"“‘]?(?:{programmes}|(?:{WORD} ){{0,3}}Show)[,\"”’]*"
    show = rf"(?:['’]s? {own}|['’]s [\"“‘][A-Z][^\"”’]{{2,40}}[\"”’])?"
    return re.compile(
        rf"\b(?:(?P<the>[Tt]he )?(?P<name>{formed}|{STATION}|{free}|(?P<bound>{bound}))(?!\w|[-’'](?!s\b)\w){show}"
        rf"|(?P<programme>{programmes})(?!\w))"
    )


def _either(names: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(n) for n in names), key=lambda n: (-len(n), n)))


def find_outlets(text: str, start: int, end: int) -> list[OutletName]:
    """Every outlet named in `text[start:end]`, in order."""
    found = (_outlet(text, m) for m in _pattern().finditer(text, start, end))
    return [f for f in found if f is not None]


def is_outlet(name: str) -> bool:
    """Whether a name, with or without its article, is an outlet's."""
    return any(
        m is not None and m["programme"] is None for m in (_pattern().fullmatch(n) for n in (name, "the " + name))
    )


def _outlet(text: str, match: re.Match[str]) -> OutletName | None:
    if match["programme"] is not None:
        quoted = text[match.start() - 1 : match.start()] in '"“‘'
        if not quoted and " " not in match["programme"]:
            return None
        return OutletName(match["programme"], Span(match.start(), match.end()))
    if match["bound"] is not None and not match["the"] and not PLAIN_WORD.match(text, match.end()):
        return None
    start = match.start() if match["bound"] is not None else match.start("name")
    shown = text[start : match.end()].rstrip(" ,'’")
    return OutletName(shown, Span(start, start + len(shown)))
