"""The age that stands beside a name: "Jane Doe, 54," and "the 54-year-old teacher Jane Doe"."""

import re

from quotes.domain import Span
from quotes.scene import Scene

BEHIND = re.compile(r",? \(?(?:aged? |who is |(?:is |was )?an? )?(\d{1,3})(?:[-‑ ]years?[-‑ ]old\b|(?=[,.;)]))")
BEFORE = re.compile(r"\b(\d{1,3})[-‑ ]years?[-‑ ]old(?: [\w’'-]+){0,4},? \Z")
REACH = 60  # characters before a name in which its bearer's age may stand


def told_ages(scene: Scene, start: int, end: int) -> frozenset[str]:
    """The ages given to the bearer of the name at `[start, end)` before it and behind it."""
    ages = set()
    if (behind := BEHIND.match(scene.text, end)) is not None:
        ages.add(behind.group(1))
    before = BEFORE.search(scene.text, max(0, start - REACH), start)
    if before is not None and not _holds_verb(scene, before.end(1), start):
        ages.add(before.group(1))
    return frozenset(ages)


def _holds_verb(scene: Scene, start: int, end: int) -> bool:
    first, last = scene.token_range(Span(start, end))
    return any(t.upos in ("VERB", "AUX", "ADP") for t in scene.tokens[first:last])
