"""Names that the article says are a company's, whatever the models take them for: "Halden, the engineering group,"."""

import re

from quotes.domain import Span
from quotes.lexicon import table
from quotes.lexicon import words as word_list
from quotes.scene import Scene

CALLED = re.compile(
    r"(?<![\w’'-])([A-Z][\w’'&-]*(?: (?:& )?[A-Z][\w’'&-]*){0,3}), (?:the|an?) "
    r"(?:(?!of |for |in |at |to |from )[\w’'-]+ ){1,5}?([a-z-]+)"  # "the founder of the firm" is a person
    r"(?=[,.;]| (?:that|which|behind|whose|based|founded|owned)\b)"
)


def called_companies(scene: Scene) -> tuple[Span, ...]:
    """The names with a company's or another body's noun in apposition; not of "hired John Doe, the Oslo firm said"."""
    return tuple(Span(*m.span(1)) for m in CALLED.finditer(scene.text) if _is_body(m.group(2)))


def _is_body(noun: str) -> bool:
    return noun in table("body_nouns") and noun not in word_list("people_or_bodies")
