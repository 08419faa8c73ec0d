"""Candidates found in analyses written by hand (`tests.trees`)."""

from quotes.attribute.candidates import Candidate, find_candidates
from quotes.find import find_stretches
from quotes.scene import Scene
from tests.trees import analysis


def candidates(*sentences: str) -> dict[str, Candidate]:
    """Mention as worded → candidate."""
    read = analysis(*sentences)
    return {c.span.of(read.text): c for c in find_candidates(Scene(read, find_stretches(read)))}
