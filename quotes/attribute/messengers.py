"""Whoever speaks goes before the organisation that passes the words on: "she said, according to the Example Press"."""

from collections.abc import Sequence

from quotes.attribute.frames import framed_first
from quotes.attribute.pair import is_own_label, is_reporting
from quotes.attribute.ranker import Ranked, agree_in_groups, put_first
from quotes.domain import Quotation
from quotes.lexicon import words

SURE = 0.97  # probability of a label inside the quotation itself or right before it
SURE_CUE = -2.0  # log-odds from which a predicate is taken for a verb of speech


def settle(stretches: Sequence[Quotation], ranked: Sequence[list[Ranked]]) -> list[list[Ranked]]:
    """The ranked candidates of each stretch after all rules that a ranking of single pairs cannot know."""
    agreed = agree_in_groups(stretches, [labels_first(framed_first(some)) for some in ranked])
    return [owners_first(speakers_first(some)) for some in agreed]


def speakers_first(some: Sequence[Ranked]) -> list[Ranked]:
    """The candidates of one quotation, the likeliest first, but for one case.

    Where the likeliest is an organisation or a document named after "according to", and a candidate of the same
    sentence is the subject of a verb of speech, that candidate said it and the other is through what the words came;
    so where an organisation "reports" at the end what such a verb governs.
    """
    if not some or not _passes_on(some[0]):
        return list(some)
    at_the_end = _reports(some[0])
    sentence = some[0].pair.head.sentence
    others = (r for r in some[1:] if r.pair.head.sentence == sentence and _says(r))
    mouth = next((r for r in others if not at_the_end or r.pair.steps_down), None)
    if mouth is None:
        return list(some)
    return put_first(some, mouth, some[0].probability)


def labels_first(some: Sequence[Ranked]) -> list[Ranked]:
    """The candidates of one quotation; one that begins with its speaker's label, or stands right behind the label of
    its line ("MR. LEE: …"), is that label's."""
    own = next((r for r in some if is_own_label(r.pair)), None)
    if own is None:
        return list(some)
    return put_first(some, own, max(SURE, some[0].probability))


def owners_first(some: Sequence[Ranked]) -> list[Ranked]:
    """The candidates of one quotation; whose words they are goes before what carries them or who uses them.

    "according to a tweet on Monday by Ann Lee" is Ann Lee's; "he ended with Ann Lee's words, “…”" is hers, too.
    """
    if not some:
        return []
    top = some[0].pair.head
    owner = next((r for r in some if _owns_words_beside(r)), None)
    if owner is None and top.lemma.lower() in words("reporting_nouns"):
        owner = next((r for r in some if r.pair.head.head == top.index and _is_author(r)), None)
    if owner is None:
        return list(some)
    return put_first(some, owner, some[0].probability)


def _owns_words_beside(r: Ranked) -> bool:
    tokens, first = r.pair.scene.tokens, r.pair.place.first
    return any(
        p.role == "owner"
        and tokens[p.index].lemma.lower() == "word"
        and p.index < first
        and all(tokens[i].upos == "PUNCT" for i in range(p.index + 1, first))
        for p in r.pair.candidate.predicates
    )


def _is_author(r: Ranked) -> bool:
    scene, head = r.pair.scene, r.pair.head
    children = (scene.tokens[c] for c in scene.children[head.index])
    by = any(token.text.lower() == "by" and token.deprel == "case" for token in children)
    return by and head.upos == "PROPN" and head.lemma.lower() not in words("time_words")


def _passes_on(r: Ranked) -> bool:
    kind = r.pair.scene.entity_at.get(r.pair.head.index)
    role = r.pair.predicate.role if r.pair.predicate else None
    if role != "according to" and not _reports(r):
        return False
    lemma = r.pair.head.lemma.lower()
    return kind == "ORG" or lemma in words("reporting_nouns") or lemma in words("org_words")


def _reports(r: Ranked) -> bool:
    """ "…, the agency reported": at the end of what another said."""
    pair = r.pair
    is_subject = pair.predicate is not None and pair.predicate.role == "subject"
    return is_subject and pair.verb is not None and pair.verb.lemma == "report" and not pair.before


def _says(r: Ranked) -> bool:
    pair = r.pair
    if pair.predicate is None or pair.predicate.role not in ("subject", "shared subject", "shared over object"):
        return False
    return is_reporting(pair.verb) and pair.strength >= SURE_CUE and pair.head.upos in ("PROPN", "PRON", "NOUN")
