"""The subject goes before a name at the end of the phrase that opens the sentence: "Flanked by the mayor, Ann Lee, Bo
Day said"."""

from collections.abc import Sequence

from quotes.attribute.mentions import begins_name
from quotes.attribute.overrides.override import chosen_by
from quotes.attribute.pair import Pair
from quotes.attribute.ranker import Ranked


def _choose(some: Sequence[Ranked]) -> Ranked | None:
    top = some[0].pair
    if top.verb is None or not _opens_with_participle(top):
        return None
    return next((r for r in some[1:] if _is_right_before(r.pair, top)), None)


def _opens_with_participle(pair: Pair) -> bool:
    sentence = pair.scene.analysis.sentences[pair.head.sentence]
    first = pair.scene.tokens[sentence.first]
    return first.xpos in ("VBG", "VBN") and first.text.lower() != "according"


def _is_right_before(pair: Pair, top: Pair) -> bool:
    """A name behind a comma and behind the likeliest, with the verb of that one directly behind it."""
    assert top.verb is not None
    candidate = pair.candidate
    return (
        candidate.last == top.verb.index
        and candidate.first > top.head.index
        and begins_name(pair.scene, candidate.first)
    )


RULE = chosen_by("opening", "the subject goes before a name in the phrase that opens the sentence", _choose)
