"""Turns of phrase that leave no doubt who speaks, yet are too rare for the ranker to have learnt them."""

from collections.abc import Callable, Sequence

from quotes.attribute.overrides.override import Choose, chosen_by
from quotes.attribute.pair import Pair, is_person, is_reporting
from quotes.attribute.ranker import Ranked
from quotes.domain import Token
from quotes.lexicon import words

LIKELY = 0.8  # the least probability of whom one of them names: about as often it is right on the training articles
NEAR = 6  # unquoted words between the turn of phrase and the quotation, at most
_BODIES = frozenset(("ORG", "PERSON"))


def _first(holds: Callable[[Pair], bool]) -> Choose:
    def choose(some: Sequence[Ranked]) -> Ranked | None:
        return next((r for r in some if holds(r.pair)), None)

    return choose


def is_told_by_turn(pair: Pair) -> bool:
    """A turn of phrase says that the candidate said it."""
    return _puts_it(pair) or _is_heard(pair)


def _puts_it(pair: Pair) -> bool:
    """ "…," as the memo put it"""
    if pair.verb is None or pair.verb.lemma != "put" or pair.paragraph_delta or pair.stretches_between:
        return False
    beside = {token.text.lower() for token in _children(pair, pair.verb)}
    return {"as", "it"} <= beside and pair.verb_gap <= NEAR


def _is_heard(pair: Pair) -> bool:
    """ "with the court saying “…”", "footage of Ann Lee saying “…”" """
    verb, tokens = pair.verb, pair.scene.tokens
    if verb is None or verb.xpos != "VBG" or not is_reporting(verb) or verb.index != pair.candidate.last:
        return False
    if not pair.before or pair.sentence_delta or pair.verb_gap > NEAR or not _can_speak(pair):
        return False
    before = tokens[max(0, pair.candidate.first - 1)]
    if any(t.text.lower() == "with" for t in (before, *_children(pair, pair.head))):
        return True
    above = tokens[pair.head.head] if pair.head.head >= 0 else None
    return above is not None and pair.head.deprel.startswith("nmod") and above.lemma in words("recordings")


def _can_speak(pair: Pair) -> bool:
    head = pair.head
    if head.upos == "NOUN":
        is_body = pair.scene.entity_at.get(head.index) in _BODIES
        return is_body or is_person(head) or head.lemma.lower() in words("org_words")
    return head.upos in ("PROPN", "PRON")


def _children(pair: Pair, token: Token) -> list[Token]:
    return [pair.scene.tokens[c] for c in pair.scene.children[token.index]]


PUTS_IT = chosen_by("puts-it", "“as … put it” names who put it so", _first(_puts_it), LIKELY)
HEARD = chosen_by("heard", "“with … saying” and “footage of … saying” name who is heard", _first(_is_heard), LIKELY)
