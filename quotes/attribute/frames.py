"""Turns of phrase that leave no doubt who speaks, yet are too rare for the ranker to have learnt them."""

from collections.abc import Sequence

from quotes.attribute.pair import Pair, is_person, is_reporting
from quotes.attribute.predicates import is_spoken_of
from quotes.attribute.ranker import Ranked, put_first
from quotes.domain import Token
from quotes.lexicon import words

LIKELY = 0.8  # the least probability of whom one of them names: about as often it is right on the training articles
NEAR = 6  # unquoted words between the turn of phrase and the quotation, at most
_BODIES = frozenset(("ORG", "PERSON"))


def framed_first(some: Sequence[Ranked]) -> list[Ranked]:
    """The candidates of one quotation; whom such a turn of phrase names goes first, who is only spoken to does not, and
    who is spoken of is none.

    "…," as the memo put it; "…," per the rules; "with the court saying “…”"; "footage of Ann Lee saying “…”".
    """
    some = [r for r in some if not _is_spoken_of(r.pair)]
    if not some:
        return []
    named = next((r for r in some if _is_framed(r.pair)), None)
    if named is not None:
        return put_first(some, named, max(LIKELY, some[0].probability))
    other = next((r for r in some if not _is_addressed(r.pair)), None)
    if other is None or not _is_addressed(some[0].pair):
        return list(some)
    return put_first(some, other, some[0].probability)


def _is_framed(pair: Pair) -> bool:
    return _puts_it(pair) or _is_by_the_book(pair) or _is_heard(pair)


def _is_addressed(pair: Pair) -> bool:
    return pair.predicate is not None and pair.predicate.role == "addressee"


def _is_spoken_of(pair: Pair) -> bool:
    """Before the quotation, with nothing nearer that it may report by."""
    of_passive = pair.predicate is not None and pair.predicate.role == "passive subject"
    return of_passive and pair.before and is_spoken_of(pair.scene, pair.head)


def _puts_it(pair: Pair) -> bool:
    """ "as the memo put it" """
    if pair.verb is None or pair.verb.lemma != "put" or pair.paragraph_delta or pair.stretches_between:
        return False
    beside = {token.text.lower() for token in _children(pair, pair.verb)}
    return {"as", "it"} <= beside and pair.verb_gap <= NEAR


def _is_by_the_book(pair: Pair) -> bool:
    """ "…," per the rules"""
    per = any(token.text.lower() == "per" and token.deprel == "case" for token in _children(pair, pair.head))
    return per and not pair.before and pair.gap <= 2 and pair.paragraph_delta == 0


def _is_heard(pair: Pair) -> bool:
    """ "with the court saying", "footage of Ann Lee saying" """
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
        return is_person(head) or head.lemma.lower() in words("org_words") or _is_body(pair)
    return head.upos in ("PROPN", "PRON")


def _is_body(pair: Pair) -> bool:
    return pair.scene.entity_at.get(pair.head.index) in _BODIES


def _children(pair: Pair, token: Token) -> list[Token]:
    return [pair.scene.tokens[c] for c in pair.scene.children[token.index]]
