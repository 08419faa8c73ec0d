"""Whose words they are goes before what carries them, and before who uses them."""

from collections.abc import Sequence

from quotes.attribute.overrides.override import chosen_by
from quotes.attribute.ranker import Ranked
from quotes.lexicon import words


def _choose_owner(some: Sequence[Ranked]) -> Ranked | None:
    """ "He ended with Ann Lee's words, “…”": Ann Lee."""
    return next((r for r in some if _owns_words_beside(r)), None)


def _owns_words_beside(r: Ranked) -> bool:
    tokens, first = r.pair.scene.tokens, r.pair.place.first
    return any(
        p.role == "owner"
        and tokens[p.index].lemma.lower() == "word"
        and p.index < first
        and all(tokens[i].upos == "PUNCT" for i in range(p.index + 1, first))
        for p in r.pair.candidate.predicates
    )


def _choose_author(some: Sequence[Ranked]) -> Ranked | None:
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


WORDS = chosen_by("own-words", "they are called this one's words", _choose_owner)
AUTHOR = chosen_by("author", "whoever wrote it goes before the writing", _choose_author)
