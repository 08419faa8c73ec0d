"""Places of datelines and states' abbreviations, which the models may take for people: "FALLS, Minn. (AP) —"."""

import re
from collections.abc import Sequence
from functools import cache

from quotes.cast.names import Word
from quotes.domain import Span
from quotes.find.labels import is_dateline
from quotes.lexicon import table
from quotes.lexicon import words as word_list
from quotes.scene import Scene

PLACE = re.compile(r"[A-Z][\w’'-]*, $")


@cache
def _dateline() -> re.Pattern[str]:
    agencies = "|".join(sorted(map(re.escape, word_list("agencies")), key=lambda w: (-len(w), w)))
    return re.compile(rf"[^\n\"“”]{{0,60}}\((?:{agencies})\) ?[-–—]")


def opens_report(scene: Scene, span: Span) -> bool:
    """Whether it is a dateline of one place: "NAGARPUR: Schools reopen …"."""
    label = scene.text[span.start : span.end + 1]
    return label.endswith(":") and scene.text.count(label) == 1 and is_dateline(scene.text, span)


def names_place(scene: Scene, words: Sequence[Word]) -> bool:
    """Whether a run of capitals stands in a dateline, or is a state's abbreviation behind a place."""
    start, end = words[0].start, words[-1].end
    if opens_report(scene, Span(start, end)):
        return True
    line = scene.analysis.paragraphs[scene.paragraph_of(start)]
    opening = _dateline().match(scene.text, line.start, line.end)
    if opening is not None and end <= opening.end():
        return True
    is_state = len(words) == 1 and words[0].text in table("states") and scene.text[end : end + 1] == "."
    return is_state and PLACE.search(scene.text, max(0, start - 30), start) is not None
