"""What a candidate is the subject, agent or owner of: the verbs and nouns of speech that tie it to a quotation.

Directly or through coordination and open clauses ("stood up and said", "went on to say", "…, adding"), each with the
role that ties them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quotes.domain import Token
from quotes.lexicon import words
from quotes.scene import Scene

Role = Literal[
    "subject",
    "shared subject",
    "passive subject",
    "agent",
    "according to",
    "owner",
    "relative",
    "object",
    "oblique",
    "beside",
]

NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))

_SHARED = frozenset(("conj", "xcomp", "advcl", "parataxis"))


@dataclass(frozen=True, slots=True)
class Predicate:
    index: int  # the verb's or noun's token
    role: Role


def find_predicates(scene: Scene, token: Token) -> tuple[Predicate, ...]:
    """The predicates of the noun phrase or pronoun that the token heads; its direct ones first."""
    anchor = _top_of_phrase(scene, token)
    found = _governing(scene, anchor)
    if anchor.deprel in ("nmod:poss", "nmod") and anchor.head >= 0:
        owned = scene.tokens[anchor.head]
        if owned.lemma.lower() in words("reporting_nouns"):
            found.append(Predicate(owned.index, "owner"))
            found.extend(_governing(scene, owned))  # "according to a tweet by X", "X's statement said"
    if anchor.head >= 0 and not any(p.role == "according to" for p in found) and _is_authority(scene, anchor):
        found.append(Predicate(anchor.head, "according to"))  # wherever in the tree the phrase hangs
    found.extend(Predicate(child, "relative") for child in _clauses_of(scene, anchor, token))
    return tuple(_with_shared(scene, found))


def _governing(scene: Scene, word: Token) -> list[Predicate]:
    """What a noun phrase's head word hangs on as an argument."""
    if word.head < 0:
        return []
    if word.deprel in ("nsubj", "csubj"):
        return [Predicate(word.head, "subject")]
    if word.deprel == "nsubj:pass":
        return [Predicate(word.head, "passive subject")]
    if word.deprel.startswith("obl"):
        return [Predicate(word.head, _oblique_role(scene, word))]
    return [Predicate(word.head, "object")] if word.deprel in ("obj", "iobj") else []


def _clauses_of(scene: Scene, anchor: Token, token: Token) -> Iterator[int]:
    """The verbs that have the noun for their subject without being governed as such."""
    for child in scene.children[token.index]:
        if _shares_subject_with_noun(scene, child):
            yield child
    if anchor.deprel == "obj":
        for child in scene.children[anchor.head]:
            if _is_as_saying(scene, child):
                yield child
    after = token.index + 1
    if after < len(scene.tokens) and scene.tokens[after].xpos == "VBG" and _is_with_before(scene, after, token):
        yield after


def _top_of_phrase(scene: Scene, token: Token) -> Token:
    """The first word of a coordination or apposition that the token ends: it carries the relation."""
    for _ in range(4):
        if token.deprel.split(":")[0] not in ("conj", "appos", "flat", "compound") or token.head < 0:
            break
        above = scene.tokens[token.head]
        if above.upos not in NOMINAL:
            break
        token = above
    return token


def _oblique_role(scene: Scene, token: Token) -> Role:
    if _is_authority(scene, token):
        return "according to"
    return "agent" if "by" in _cases(scene, token) else "oblique"


def _is_authority(scene: Scene, token: Token) -> bool:
    """The noun phrase stands after "according to", or after "per" and names somebody ("per gallon" does not)."""
    cases = _cases(scene, token)
    if "per" not in cases:
        return not cases.isdisjoint(("accord", "according"))
    relations = {scene.tokens[c].deprel for c in scene.children[token.index]}
    return token.upos == "PROPN" or not relations.isdisjoint(("det", "nmod:poss"))


def _cases(scene: Scene, token: Token) -> set[str]:
    before = [scene.tokens[c] for c in scene.children[token.index] if scene.tokens[c].deprel == "case"]
    return {form.lower() for word in before for form in (word.lemma, word.text)}


def _is_as_saying(scene: Scene, verb: int) -> bool:
    """ "as saying" in "quoted the minister as saying": what is quoted is its subject, whoever quotes is not."""
    marks = (scene.tokens[c] for c in scene.children[verb] if scene.tokens[c].deprel == "mark")
    return scene.tokens[verb].xpos == "VBG" and any(m.text.lower() == "as" for m in marks)


def _is_with_before(scene: Scene, verb: int, noun: Token) -> bool:
    """ "with the court saying": the tree hangs "with" on the verb, and the noun on the clause before."""
    children = [scene.tokens[c] for c in scene.children[verb]]
    has_with = any(c.deprel == "mark" and c.text.lower() == "with" and c.index < noun.index for c in children)
    return has_with and not any(c.deprel.startswith("nsubj") for c in children)


def _shares_subject_with_noun(scene: Scene, verb: int) -> bool:
    """ "the man who said", "officials saying": a clause on a noun whose subject is that noun."""
    clause = scene.tokens[verb]
    if clause.deprel == "acl":
        return clause.xpos == "VBG"
    if clause.deprel != "acl:relcl":
        return False
    subjects = [c for c in scene.children[verb] if scene.tokens[c].deprel.startswith("nsubj")]
    return not subjects or scene.tokens[subjects[0]].xpos in ("WP", "WDT")


def _with_shared(scene: Scene, direct: list[Predicate]) -> list[Predicate]:
    """Adds the verbs that share a subject: coordinated ones and open clauses without a subject of their own."""
    found = list(direct)
    for predicate in direct:
        if predicate.role not in ("subject", "passive subject", "relative"):
            continue
        queue = [(predicate.index, 0)]
        while queue:
            index, depth = queue.pop()
            for child in scene.children[index]:
                token = scene.tokens[child]
                if (
                    token.deprel.split(":")[0] in _SHARED
                    and token.upos in ("VERB", "AUX")
                    and depth < 3
                    and not any(_is_subject(scene.tokens[c]) for c in scene.children[child])
                    and not (_is_as_saying(scene, child) and _has_object(scene, index))
                ):
                    found.append(Predicate(child, "shared subject"))
                    queue.append((child, depth + 1))
    return found


def _is_subject(token: Token) -> bool:
    """A subject, or the "with" before one of which the tree knows nothing ("with the court saying")."""
    return token.deprel.startswith("nsubj") or (token.deprel == "mark" and token.text.lower() == "with")


def _has_object(scene: Scene, verb: int) -> bool:
    return any(scene.tokens[c].deprel == "obj" for c in scene.children[verb])
