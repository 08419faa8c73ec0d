"""Labels of lines: who speaks in a transcript, an interview or a release ("MR. LEE: …", "Q: …", "Statement from Chair
Ann Lee:"), and who signs a quotation or a post ("— Ann Lee")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quotes.domain import Span
from quotes.lexicon import words

_NAME = r"[A-Z][\w.’'-]*"
_NAMES = rf"{_NAME}(?: (?:{_NAME}|of|the|de|van|bin)){{0,5}}"
_SEAT = r" \([^()\n]{1,60}\)"  # "(Whitby Vale) (Lab)", "(Mrs Bridget Hallam)", of a parliament's record
_COLON = r"[*_]{0,2}(?::(?=\s|$|[*_\"“‘'«]))"
_TIME = r"[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?[\])]?\s+(?:[-–—] )?"
_LABEL = re.compile(
    rf"[\"'“”„«»‘’*_\[\s]*(?P<time>{_TIME})?(?:\d{{1,3}}\. )?"
    rf"(?P<name>{_NAMES}(?:(?: (?:for|and)(?: {_NAME})+)+(?={_SEAT}:))?)"
    rf"(?<![.’'-])(?:{_SEAT}){{0,2}}"
    rf"(?P<about>, [^:.!?\"“”«»\n]{{1,80}}?)?"
    rf"{_COLON}[*_]{{0,2}}"
)
_INSIDE = re.compile(rf"(?:(?<=[.!?…] )|(?<=[.!?…][\"”’»] ))(?P<name>{_NAMES}):(?= [\"“‘«])")
_SPEECH_TAGS = re.compile(rf"\(\((?P<name>{_NAMES})\)\)")  # as broadcasters' scripts name who is on air
_FROM = re.compile(
    rf"(?:\w+ ){{0,3}}?(?:(?P<noun>\w+) )?(?i:from|by) (?:the (?:desk|office) of )?(?P<name>{_NAMES})"
    r"(?:,[^:“”\"\n]{1,80}?)?\s*(?P<end>[:—–.])?"
)
_SIGNED = re.compile(
    rf"(?:^|(?<=[.!?…)\"”’] )|(?<=[.!?…]))[>\s]*[—–―-]{{1,2}} ?(?P<name>{_NAMES})"
    r"(?P<handle> \(@\w{1,30}\)(?: \w+\.? \d{1,2}, \d{4})?)?(?:, [^:.!?\"“”«»\n]{1,80})?\.?$"
)
_PLAIN_CAPITALS = re.compile(r"[^\W\d_]{3,}(?: [^\W\d_]{2,}){0,2}")
_ASKED = re.compile(r"[QA]\d{0,2}")  # question and answer


@dataclass(frozen=True, slots=True)
class Label:
    """Who speaks, as worded."""

    name: Span
    end: int  # behind its colon
    timed: bool = False  # a time stands before it
    signs: bool = False  # stands behind the words, with a dash


def find_labels(text: str, paragraph: Span) -> Iterator[Label]:
    """All labels of a paragraph: that of its line, else its signature, and those of a dialogue within it.

    >>> text = "LEE: “Who?” ORR: “The mate.”"
    >>> [label.name.of(text) for label in find_labels(text, Span(0, len(text)))]
    ['LEE', 'ORR']
    """
    first = find_label(text, paragraph) or find_signature(text, paragraph)
    if first is not None:
        yield first
    for match in _INSIDE.finditer(text, paragraph.start, paragraph.end):
        if first is None or match.start("name") > first.name.end:
            yield Label(Span(*match.span("name")), match.end())


def find_label(text: str, line: Span) -> Label | None:
    """The label at the start of a paragraph, behind its quotation mark if it has one: a name or role in capitals with
    what is said of it before a colon, or a line of its own that says from whom the words below come.

    >>> find_label("“MR. LEE: We sailed.", Span(0, 20))
    Label(name=Span(start=1, end=8), end=9, timed=False, signs=False)
    >>> find_label("Statement from Ann Lee:", Span(0, 23)).name
    Span(start=15, end=22)
    """
    tag = _SPEECH_TAGS.match(text, line.start, line.end)
    if tag is not None:
        return Label(Span(*tag.span("name")), tag.end())
    match = _LABEL.match(text, line.start, line.end)
    if match is None:
        return _find_origin(text, line)
    name = match["name"].split()
    if match["about"] and (not _is_full_name(name) or _tells(match["about"])):
        return None
    if len(name[-1]) > 1 or _ASKED.fullmatch(match["name"]):
        return Label(Span(*match.span("name")), match.end(), timed=match["time"] is not None)
    return None


def find_signature(text: str, paragraph: Span) -> Label | None:
    """The name that signs a paragraph or stands in one of its own, behind a dash.

    >>> text = "Boil it first. — Ann Lee (@annlee) March 3, 2021"
    >>> find_signature(text, Span(0, len(text))).name.of(text)
    'Ann Lee'
    """
    match = _SIGNED.search(text[paragraph.start : paragraph.end])
    if match is None or (match.start() > 0 and not match["handle"]):
        return None
    name = Span(paragraph.start + match.start("name"), paragraph.start + match.end("name"))
    return Label(name, name.end, signs=True)


def _find_origin(text: str, line: Span) -> Label | None:
    """ "Statement from Ann Lee:", "From the desk of Ann Lee, Harbour Office.": a line that nothing else stands in."""
    match = _FROM.fullmatch(text, line.start, line.end)
    if match is None:
        return None
    before = (match["noun"] or "and").lower()
    is_origin = before in ("and", "also") or before in words("message_nouns") | words("reporting_nouns")
    opens = text[line.start : line.start + 4] == "From"
    closed = match["end"] is not None and (match["end"] != "." or opens)
    return Label(Span(*match.span("name")), match.end()) if closed and (is_origin or opens) else None


def _is_full_name(name: list[str]) -> bool:
    return (len(name) > 1 or name[0].isupper()) and name[0].lower() not in words("function_words")


def _tells(about: str) -> bool:
    """Somebody's words are told in a sentence: "Ann Lee, who runs it, said:" has no label."""
    return not words("speech_forms").isdisjoint(re.findall(r"\w+", about.lower()))


def is_dateline(text: str, label: Span) -> bool:
    """Whether the only label of an article is a place in capitals rather than a speaker: it begins the line, and no
    quotation follows it.

    >>> is_dateline("HARBOUR: It rained.", Span(0, 7)), is_dateline("LEE: “It rained.”", Span(0, 3))
    (True, False)
    """
    word = label.of(text)
    if text[label.start - 1 : label.start].strip() or not word.isupper() or _PLAIN_CAPITALS.fullmatch(word) is None:
        return False
    return text[label.end + 1 :].lstrip(" *_\u00a0")[:1] not in tuple("\"“„«‘'`")
