"""Names of outlets in running text: those of the lists, and those that show by their form ("the Cape Courier",
"Radio X")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from quotes.domain import Span
from quotes.lexicon import word_class
from quotes.lexicon import words as word_list

WORD = re.compile(r"\b[A-Z0-9](?:[\w&-]|\.(?=\w)|['’](?=\w\w))*")
JOINED = re.compile(r"[A-Z][a-z]+(?:Online|News|Wire|Times|Post|Sources|Press|Journal)")  # WalesOnline
ABBREVIATED = re.compile(r"(?: (?:Corp|Corporation|Company|Co|Agency)\b\.?)? \(([A-Z]{2,6})\)")
STATION = re.compile(r"[KW][A-Z]{2,3}(?:-(?:TV|FM|AM))|(?:News|Fox|NBC|CBS|ABC|CTV|TV) ?\d{1,2}|\d{1,2} ?(?:News|NEWS)")
DOMAIN = re.compile(r"\b[A-Z][\w-]*\.(?:com|org|net|info|news|co)(?:\.[a-z]{2})?\b")
# An outlet by the noun beside its name: "the state news agency XYZ", "the broadcaster Abc", "the Abc newspaper".
KINDS = (
    r"(?:news agency|newspaper|newswire|daily|weekly|magazine|broadcaster|tabloid"
    r"|news (?:site|website|outlet|channel|service|portal|programme|program)"
    r"|(?:radio|TV|television) (?:station|channel|network|programme|program|show))"
)
PROPER = r"[A-Z][\w&’'-]*(?:(?: (?:de|del|della|du|la|le|al|el|do|da|das|der|e))? [A-Z][\w&’'-]*){0,4}"
INTRODUCED = re.compile(rf"\b{KINDS},? [\"“‘]?({PROPER})")
FOLLOWED = re.compile(rf"\b(?:the|The) ({PROPER}) {KINDS}\b(?! (?:reporter|editor|journalist|columnist|owner|host))")
LOWER_INSIDE = re.compile(r"\b[a-z]")
PLAIN_WORD = re.compile(r"\s+(?:news ?paper|magazine|news agency|newswire)\b")
HOSTED = re.compile(r"[\"“‘]([A-Z][\w&'’ -]{2,40}),?[\"”’] (?:co-)?(?:host|anchor|radio|show|program|podcast)")
MARKS = re.compile(r"[\"“”‘]|(?<=\w)’(?= |$)")
POSSESSIVE = re.compile(r"['’]s$")
OPENERS = word_class("sentence_openers")
LONGEST = 6  # words in a name


@dataclass(frozen=True, slots=True)
class OutletName:
    name: str  # as worded, with "the" where that belongs to the name, without quotation marks
    span: Span


@cache
def _free() -> frozenset[str]:
    return frozenset(w for w in word_list("outlets") if not w.startswith("The "))


@cache
def _bound() -> frozenset[str]:
    """Names that are outlets only after "the"."""
    return frozenset(w.removeprefix("The ") for w in word_list("outlets") if w.startswith("The "))


@cache
def _phrases() -> re.Pattern[str]:
    """Listed names with small words in them, which runs of capitals do not catch."""
    listed = _free() | word_list("programmes")
    names = sorted((w for w in listed if LOWER_INSIDE.search(w)), key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})(?!\w)")


@cache
def _show() -> re.Pattern[str]:
    """A programme after its station: CNN's "State of the Union"."""
    listed = "|".join(sorted(map(re.escape, word_list("programmes")), key=lambda w: (-len(w), w)))
    return re.compile(rf"['’]s? (?:\w+ )?[\"“‘]?(?:{listed}|(?:[A-Z][\w.&-]* ){{0,3}}Show)\b[,.]?[\"”’]?")


def find_outlets(text: str, start: int, end: int) -> list[OutletName]:
    """Every outlet named in `text[start:end]`, in order."""
    found = {o.span.start: o for o in _candidates(text, start, end)}
    ordered: list[OutletName] = []
    for place in sorted(found):
        if not ordered or place >= ordered[-1].span.end:
            ordered.append(found[place])
    return ordered


def is_outlet(name: str) -> bool:
    """Whether a name, with or without its article, is an outlet's."""
    bare = name.removeprefix("the ").removeprefix("The ")
    return bare in _bound() or any(o.span == Span(0, len(bare)) for o in find_outlets(bare, 0, len(bare)))


def _candidates(text: str, start: int, end: int) -> Iterator[OutletName]:
    for match in HOSTED.finditer(text, start, end):
        yield OutletName(match.group(1), Span(match.start(1), match.end(1)))
    run: list[tuple[int, int]] = []
    for match in WORD.finditer(text, start, end):
        if run and text[run[-1][1] : match.start()] not in (" ", "\xa0", " & "):
            yield from _in_run(text, run)
            run = []
        run.append(match.span())
    if run:
        yield from _in_run(text, run)
    for match in _phrases().finditer(text, start, end):
        yield _named(text, match.start(), match.end())
    for match in DOMAIN.finditer(text, start, end):
        yield OutletName(match.group(), Span(*match.span()))
    for pattern in (INTRODUCED, FOLLOWED):
        for match in pattern.finditer(text, start, end):
            yield OutletName(POSSESSIVE.sub("", match.group(1)), Span(*match.span(1)))


def _in_run(text: str, run: list[tuple[int, int]]) -> Iterator[OutletName]:
    i = 0
    while i < len(run):
        if len(run) - i > 1 and text[slice(*run[i])] in OPENERS:
            i += 1
            continue
        for j in range(min(len(run), i + LONGEST), i, -1):
            start, end = run[i][0], run[j - 1][1]
            if _is_name(text, start, end, j - i):
                yield _named(text, start, end)
                i = j - 1
                break
        i += 1


def _is_name(text: str, start: int, end: int, words: int) -> bool:
    name = text[start:end].replace("\xa0", " ")
    last = name.rsplit(" ", 1)[-1].rsplit("-", 1)[-1]
    if name in _free() or (
        words > 1 and (last in word_list("outlet_words") or name.startswith(("Radio ", "Channel ")))
    ):
        return True
    if name in _bound():
        return text[start - 4 : start].lower() == "the " or bool(PLAIN_WORD.match(text, end))
    if name in word_list("programmes"):
        return words > 1 or text[start - 1 : start] in ("“", '"', "‘")
    return bool(STATION.fullmatch(name) or JOINED.fullmatch(name))


def _named(text: str, start: int, end: int) -> OutletName:
    if (show := _show().match(text, end)) is not None:
        end = show.end()
    if text[start:end] in _bound() and text[start - 4 : start].lower() == "the ":
        start -= 4
    if (short := ABBREVIATED.match(text, end)) is not None and short.group(1) in _free():
        return OutletName(short.group(1), Span(start, short.end()))
    return OutletName(MARKS.sub("", text[start:end]).rstrip(" ,."), Span(start, end))
