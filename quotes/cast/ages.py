"""Ages that a mention tells: "the 54-year-old"."""

import re

from quotes.cast.phrases import Phrase
from quotes.scene import Scene

OLD = re.compile(r"\b(\d{1,3})[-‑ ]years?[-‑ ]old\b")


def age_in(scene: Scene, phrase: Phrase) -> str | None:
    told = OLD.search(scene.text, phrase.span.start, phrase.span.end)
    return told.group(1) if told is not None else None
