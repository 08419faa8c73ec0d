"""Whose words they are goes before what carries them."""

from collections.abc import Sequence

from quotes.attribute.overrides.override import chosen_by
from quotes.attribute.ranker import Ranked
from quotes.lexicon import words


def _choose(some: Sequence[Ranked]) -> Ranked | None:
    """ "according to a tweet on Monday by Ann Lee", "a statement from Ann Lee read": Ann Lee."""
    top = some[0].pair.head
    if top.lemma.lower() not in words("reporting_nouns"):
        return None
    return next((r for r in some[1:] if r.pair.head.head == top.index and _is_author(r)), None)


def _is_author(r: Ranked) -> bool:
    scene, head = r.pair.scene, r.pair.head
    cases = {scene.tokens[c].text.lower() for c in scene.children[head.index] if scene.tokens[c].deprel == "case"}
    is_named = head.upos == "PROPN" and head.lemma.lower() not in words("time_words")
    is_somebody = scene.entity_at.get(head.index) in ("PERSON", "ORG") or head.text.startswith("@")
    return is_named and ("by" in cases or ("from" in cases and is_somebody))


RULE = chosen_by("author", "whoever wrote it goes before the writing", _choose)
