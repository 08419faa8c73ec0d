"""Titles and nicknames told by the words before them: "a book called “The Long Way”", "calls herself “Captain”"."""

import re

from quotes.domain import Quotation
from quotes.scene import Scene

_NAMING = frozenset(("call", "title", "entitle", "dub", "name", "headline"))
_WHAT = frozenset(("what", "whatever", "as"))
_IN_PHRASE = frozenset(("DET", "ADJ", "NOUN", "PROPN", "NUM"))


_NAMED = re.compile(
    r"\b(?:(?:call|nam|dub|styl)\w* (?:him|her|it|them)sel(?:f|ves)|to be (?:called|named|identified|known|referred to)"
    r"|(?:goes|go|went|going) by(?: the (?:name|nickname|alias))?)"
    r"(?: only| just| simply| as| by| of| the| name| nickname)*$"
)
_LONGEST_NICKNAME = 3  # words


def is_nickname(scene: Scene, q: Quotation) -> bool:
    """What somebody goes by or wants to be called: "asked to be called only “Captain”"."""
    inside = q.content.of(scene.text).split()
    named = _NAMED.search(scene.text[max(0, q.span.start - 80) : q.span.start].rstrip())
    return named is not None and len(inside) <= _LONGEST_NICKNAME and inside[0][:1].isupper()


def is_title_of_work(scene: Scene, q: Quotation) -> bool:
    """A participle of naming behind its noun stands right before the stretch, which begins with a capital.

    Not where somebody calls it so: "a plan called “Dead on Arrival” by its critics"; "what a critic called “Dull”".
    """
    first, last = scene.token_range(q.span)
    if first == 0 or not q.content.of(scene.text).lstrip()[:1].isupper():
        return False
    before = scene.tokens[first - 1]
    is_participle = before.deprel == "acl" and before.xpos != "VBG" and before.lemma.lower() in _NAMING
    named_by = last < len(scene.tokens) and scene.tokens[last].text.lower() == "by"
    return is_participle and not named_by and not _is_what_somebody_calls(scene, before.head)


def _is_what_somebody_calls(scene: Scene, noun: int) -> bool:
    """ "What a critic", whose verb the parser takes for a participle."""
    start = noun
    while (
        start > 0 and scene.tokens[start - 1].upos in _IN_PHRASE and scene.tokens[start - 1].text.lower() not in _WHAT
    ):
        start -= 1
    return start > 0 and scene.tokens[start - 1].text.lower() in _WHAT
