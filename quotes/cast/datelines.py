"""Places that datelines and states' abbreviations name, which the models may take for people: "FALLS, Minn. (AP) —"."""

import re
from collections.abc import Sequence
from functools import cache

from quotes.cast.names import Word
from quotes.lexicon import table
from quotes.lexicon import words as word_list
from quotes.scene import Scene

PLACE = re.compile(r"[A-Z][\w’'-]*, $")


@cache
def _dateline() -> re.Pattern[str]:
    agencies = "|".join(sorted(map(re.escape, word_list("agencies")), key=lambda w: (-len(w), w)))
    return re.compile(rf"[^\n\"“”]{{0,60}}\((?:{agencies})\) ?[-–—]")


def names_place(scene: Scene, words: Sequence[Word]) -> bool:
    """Whether a run of capitals stands in an agency's dateline, or is a state's abbreviation behind a place."""
    start, end = words[0].start, words[-1].end
    line = scene.analysis.paragraphs[scene.paragraph_of(start)]
    opening = _dateline().match(scene.text, line.start, line.end)
    if opening is not None and end <= opening.end():
        return True
    is_state = len(words) == 1 and words[0].text in table("states") and scene.text[end : end + 1] == "."
    return is_state and PLACE.search(scene.text, max(0, start - 30), start) is not None
