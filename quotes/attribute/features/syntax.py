"""Syntax: how the dependency tree ties the candidate to the quotation."""

from typing import get_args

from quotes.attribute.pair import Pair, is_reporting
from quotes.attribute.predicates import Role
from quotes.codes import relation_code
from quotes.lexicon import words

_MARKERS = {
    "as": 1.0, "when": 2.0, "while": 2.0, "after": 2.0, "before": 2.0, "because": 2.0, "if": 2.0, "although": 2.0,
    "though": 2.0, "that": 3.0,
}  # fmt: skip
_ROLES = {role: float(code) for code, role in enumerate(get_args(Role), start=1)}


def role(pair: Pair) -> float:
    """What the candidate is to its predicate: subject, agent, "according to" …"""
    return _ROLES[pair.predicate.role] if pair.predicate else 0.0


def predicate_governs(pair: Pair) -> float:
    """Steps down the tree from the predicate to the quotation's head word (0: it does not govern it)."""
    return float(pair.steps_down)


def predicate_governed(pair: Pair) -> float:
    """Steps up the tree from the predicate into the quotation, as in "…, he said" read as parataxis (0: none)."""
    return float(pair.steps_up)


def quotation_relation(pair: Pair) -> float:
    """The relation of the quotation's head word to what governs it."""
    head = pair.place.head
    return relation_code(pair.scene.tokens[head].deprel) if head is not None else 0.0


def mention_governs(pair: Pair) -> float:
    """The quotation hangs on the candidate itself: "Cameron's “rotten” regime", "the “so-called” expert"."""
    return float(pair.place.governors.get(pair.head.index, 0))


def mention_relation(pair: Pair) -> float:
    """The candidate's own relation to its governor."""
    return relation_code(pair.head.deprel)


def is_possessor(pair: Pair) -> float:
    """The candidate is a possessive."""
    return float(pair.head.deprel == "nmod:poss")


def in_relative_clause(pair: Pair) -> float:
    """The predicate heads a relative clause, which tells of somebody in passing."""
    return float(pair.verb is not None and pair.verb.deprel.startswith("acl"))


def cue_strength(pair: Pair) -> float:
    """How often the predicate's lemma reports words in the training articles (log-odds)."""
    return pair.strength


def reporting_predicate(pair: Pair) -> float:
    """The predicate is a verb of the lexicon of reporting verbs."""
    return float(is_reporting(pair.verb))


def noun_cue(pair: Pair) -> float:
    """The predicate is a noun that carries words: "his claim", "a statement by"."""
    return float(
        pair.verb is not None and pair.verb.upos == "NOUN" and pair.verb.lemma.lower() in words("reporting_nouns")
    )


def predicate_tag(pair: Pair) -> float:
    """The predicate's form: 1 past, 2 present, 3 "-ing", 4 participle, 5 base, 6 no verb, 0 none."""
    if pair.verb is None:
        return 0.0
    return {"VBD": 1.0, "VBZ": 2.0, "VBP": 2.0, "VBG": 3.0, "VBN": 4.0, "VB": 5.0}.get(pair.verb.xpos, 6.0)


def predicate_has_object(pair: Pair) -> float:
    """The predicate has an object of its own outside the quotation ("signed the bill"): it does not report."""
    if pair.verb is None:
        return 0.0
    place = pair.place
    return float(
        any(
            pair.scene.tokens[c].deprel == "obj" and not place.first <= c < place.last
            for c in pair.scene.children[pair.verb.index]
        )
    )


def predicate_has_clause(pair: Pair) -> float:
    """The predicate has a clause of its own outside the quotation ("said that …")."""
    if pair.verb is None:
        return 0.0
    place = pair.place
    return float(
        any(
            pair.scene.tokens[c].deprel in ("ccomp", "xcomp") and not place.first <= c < place.last
            for c in pair.scene.children[pair.verb.index]
        )
    )


def predicate_is_root(pair: Pair) -> float:
    """The predicate is the root of its sentence."""
    return float(pair.verb is not None and pair.verb.head < 0)


def inside_clause(pair: Pair) -> float:
    """The predicate stands inside another's clause ("A said B believes …"): 1 complement, 2 adverbial, 3 other."""
    if pair.verb is None or pair.verb.head < 0:
        return 0.0
    return {"ccomp": 1.0, "xcomp": 1.0, "advcl": 2.0, "acl": 2.0}.get(pair.verb.deprel.split(":")[0], 3.0)


def tree_steps(pair: Pair) -> float:
    """Steps through the tree from the mention to the quotation's head word (0: not in one sentence, or far apart)."""
    return float(pair.tree_steps)


def predicate_marker(pair: Pair) -> float:
    """What opens the predicate's clause: 1 "as", 2 "when", "while", "after" and the like, 3 "that", 4 another."""
    if pair.verb is None:
        return 0.0
    for child in pair.scene.children[pair.verb.index]:
        token = pair.scene.tokens[child]
        if token.deprel == "mark" or (token.deprel == "advmod" and token.xpos == "WRB"):
            return _MARKERS.get(token.text.lower(), 4.0)
    return 0.0


def predicate_negated(pair: Pair) -> float:
    """The predicate is negated: what nobody said."""
    return float(
        pair.verb is not None
        and any(pair.scene.tokens[c].lemma.lower() in ("not", "never") for c in pair.scene.children[pair.verb.index])
    )


def predicate_is_passive(pair: Pair) -> float:
    """The predicate is a passive: its subject is spoken of, its agent speaks."""
    return float(
        pair.verb is not None
        and any(pair.scene.tokens[c].deprel in ("aux:pass", "nsubj:pass") for c in pair.scene.children[pair.verb.index])
    )


def predicate_has_agent(pair: Pair) -> float:
    """The predicate is a passive with another for its agent ("residents were told by the manager"), who speaks."""
    if pair.verb is None:
        return 0.0
    own = range(pair.candidate.first, pair.candidate.last)
    return float(any(c not in own and _is_agent(pair, c) for c in pair.scene.children[pair.verb.index]))


def _is_agent(pair: Pair, index: int) -> bool:
    token = pair.scene.tokens[index]
    if token.deprel == "obl:agent":
        return True
    if (
        token.deprel != "obl"
        or pair.scene.tokens[token.head].xpos != "VBN"
        or token.lemma.lower() in words("time_words")
    ):
        return False
    cases = (pair.scene.tokens[c] for c in pair.scene.children[index])
    return any(c.deprel == "case" and c.text.lower() == "by" for c in cases)


def predicate_quoted(pair: Pair) -> float:
    """The predicate itself is quoted: what is said of the candidate ("she was “thrilled”")."""
    return float(pair.predicate is not None and pair.place.first <= pair.predicate.index < pair.place.last)


def reporting_below(pair: Pair) -> float:
    """Others' reporting words on the way up the tree from the quotation to the predicate: verbs of speech, and nouns
    of it that are somebody's ("A regrets B's claim that “…”", "A says B called it “…”")."""
    return float(sum(_reports(pair, i) for i in _below(pair)))


def subjects_below(pair: Pair) -> float:
    """Verbs with a subject of their own on that way (-1: the predicate does not govern the quotation)."""
    if not pair.steps_down:
        return -1.0
    return float(sum(any(_is_subject(pair, c) for c in pair.scene.children[i]) for i in _below(pair)))


def _below(pair: Pair) -> list[int]:
    """The words that govern the quotation below the candidate's predicate, but for the candidate itself."""
    return [i for i, steps in pair.place.governors.items() if steps < pair.steps_down and i != pair.head.index]


def _reports(pair: Pair, index: int) -> bool:
    token = pair.scene.tokens[index]
    if token.upos != "NOUN":
        return is_reporting(token)
    owners = (pair.scene.tokens[c].deprel == "nmod:poss" for c in pair.scene.children[index])
    return token.lemma.lower() in words("reporting_nouns") and any(owners)


def _is_subject(pair: Pair, index: int) -> bool:
    token = pair.scene.tokens[index]
    return token.deprel.startswith("nsubj") and pair.scene.quoted_by[index] < 0 and index != pair.head.index


def predicate_relation(pair: Pair) -> float:
    """The predicate's own relation to its governor."""
    return relation_code(pair.verb.deprel) if pair.verb is not None else 0.0


FAMILY = (
    role, predicate_governs, predicate_governed, quotation_relation, mention_governs, mention_relation, is_possessor,
    in_relative_clause, cue_strength, reporting_predicate, noun_cue, predicate_tag, predicate_has_object,
    predicate_has_clause, predicate_is_root, inside_clause,
    tree_steps, predicate_marker, predicate_negated, predicate_is_passive, predicate_relation,
    predicate_has_agent, predicate_quoted, reporting_below, subjects_below,
)  # fmt: skip
