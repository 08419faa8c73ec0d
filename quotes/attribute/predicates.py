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
    "controlled",  # "them" to "call" in "asked them to call"
    "shared over object",  # and whoever asked them
    "addressee",  # "was told"
]

NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))

OBJECTS = frozenset(("obj", "iobj"))
_QUOTED = frozenset((*OBJECTS, "xcomp"))  # what the tree may make of whom "quoted … as saying" quotes
_ACTING = frozenset(("subject", "passive subject", "shared subject", "relative", "controlled", "addressee"))
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
    controlled = _role_under(scene, anchor)
    found.extend(Predicate(child, controlled) for child in _controlled_by(scene, anchor))
    return tuple(_with_shared(scene, found))


def _governing(scene: Scene, word: Token) -> list[Predicate]:
    """What a noun phrase's head word hangs on as an argument."""
    if word.head < 0:
        return []
    if word.deprel in ("nsubj", "csubj"):
        return [Predicate(word.head, "subject")]
    if word.deprel == "nsubj:pass":
        is_spoken_to = scene.tokens[word.head].lemma.lower() in words("addressing_verbs")
        return [Predicate(word.head, "addressee" if is_spoken_to else "passive subject")]
    if word.deprel.startswith("obl"):
        return [Predicate(word.head, _oblique_role(scene, word))]
    return [Predicate(word.head, "object")] if word.deprel in OBJECTS else []


def is_spoken_of(scene: Scene, noun: Token) -> bool:
    """ "Ann Lee was hailed as “…”": its subject is what a verb of judgement in the passive is about."""
    if noun.deprel != "nsubj:pass" or noun.head < 0:
        return False
    is_passive = any(scene.tokens[c].deprel == "aux:pass" for c in scene.children[noun.head])
    return is_passive and scene.tokens[noun.head].lemma.lower() in words("judging_verbs")


def _clauses_of(scene: Scene, anchor: Token, token: Token) -> Iterator[int]:
    """The verbs that have the noun for their subject without being governed as such."""
    for child in scene.children[token.index]:
        if _shares_subject_with_noun(scene, child):
            yield child
    if anchor.deprel in _QUOTED:
        for child in scene.children[anchor.head]:
            if is_as_saying(scene, child):
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


def is_as_saying(scene: Scene, verb: int) -> bool:
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


def _role_under(scene: Scene, noun: Token) -> Role:
    """Whoever is made or seen to say says it; whoever is asked to may not."""
    causes = noun.head >= 0 and scene.tokens[noun.head].lemma.lower() in words("causing_verbs")
    return "shared subject" if causes and noun.deprel in OBJECTS else "controlled"


def _controlled_by(scene: Scene, noun: Token) -> Iterator[int]:
    """The open clauses whose subject is the object of the verb above: "asked the union to call", "heard her say"."""
    is_object = noun.deprel in OBJECTS
    if noun.head < 0 or not (is_object or noun.deprel.startswith("obl")):
        return
    takes_infinitive = is_object or not _cases(scene, noun).isdisjoint(("for", "on", "upon"))
    for child in scene.children[noun.head]:
        verb = scene.tokens[child]
        if (
            child > noun.index
            and (takes_infinitive or (is_object and verb.xpos == "VBG"))
            and _is_open_after_object(scene, child)
        ):
            yield child
    for child in scene.children[noun.index]:  # the tree often hangs the infinitive on the noun
        if takes_infinitive and scene.tokens[child].deprel == "acl" and _is_infinitive(scene, child):
            yield child


def _is_infinitive(scene: Scene, verb: int) -> bool:
    marks = (scene.tokens[c] for c in scene.children[verb] if scene.tokens[c].deprel == "mark")
    return scene.tokens[verb].xpos == "VB" and any(m.xpos == "TO" for m in marks) and not _has_subject(scene, verb)


def _is_open_after_object(scene: Scene, index: int) -> bool:
    """An open clause that belongs to the object before it, if there is one: an infinitive, or "-ing" without comma."""
    verb = scene.tokens[index]
    if scene.tokens[verb.head].lemma.lower() in words("subject_control_verbs") or _has_subject(scene, index):
        return False
    if verb.deprel == "xcomp" and verb.xpos == "VB":
        return True
    return (
        verb.xpos == "VBG"
        and verb.deprel in ("xcomp", "ccomp", "advcl")
        and not any(scene.tokens[c].deprel in ("mark", "case") for c in scene.children[index])
        and scene.tokens[index - 1].upos != "PUNCT"
    )


def _with_shared(scene: Scene, direct: list[Predicate]) -> list[Predicate]:
    """Adds the verbs that share a subject: coordinated ones and open clauses without a subject of their own."""
    found = list(direct)
    for predicate in direct:
        if predicate.role not in _ACTING:
            continue
        first: Role = "controlled" if predicate.role == "controlled" else "shared subject"
        queue = [(predicate.index, 0, first)]
        while queue:
            index, depth, role = queue.pop()
            for child in scene.children[index]:
                token = scene.tokens[child]
                if (
                    token.deprel.split(":")[0] in _SHARED
                    and token.upos in ("VERB", "AUX")
                    and depth < 3
                    and not _has_subject(scene, child)
                    and not (is_as_saying(scene, child) and _has_object(scene, index))
                ):
                    own = _shared_role(scene, predicate, child, role)
                    found.append(Predicate(child, own))
                    queue.append((child, depth + 1, own))
    return found


def _shared_role(scene: Scene, direct: Predicate, child: int, above: Role) -> Role:
    """What a predicate's subject is to an open clause below it, where it is `above` to what governs that clause."""
    token = scene.tokens[child]
    if direct.role == "addressee" and token.head == direct.index and token.deprel == "xcomp":
        return "controlled"  # "was told to call": whoever is told would call
    follows_object = any(scene.tokens[c].deprel in OBJECTS and c < child for c in scene.children[token.head])
    return "shared over object" if follows_object and _is_open_after_object(scene, child) else above


def _has_subject(scene: Scene, verb: int) -> bool:
    return any(_is_subject(scene.tokens[c]) for c in scene.children[verb])


def _is_subject(token: Token) -> bool:
    """A subject, or the "with" before one of which the tree knows nothing ("with the court saying")."""
    return token.deprel.startswith("nsubj") or (token.deprel == "mark" and token.text.lower() == "with")


def _has_object(scene: Scene, verb: int) -> bool:
    return any(scene.tokens[c].deprel == "obj" for c in scene.children[verb])
