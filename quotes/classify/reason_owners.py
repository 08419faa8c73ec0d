"""Of whom a clause tells why a name is withheld: "An official, who asked not to be named, said …"."""

from dataclasses import dataclass

from quotes.cast.phrases import PLURAL_PRONOUNS, RELATIVE, THIRD, singular
from quotes.domain import Sentence, Span, Token
from quotes.lexicon import table
from quotes.scene import Scene

NAMES = frozenset(("name", "identity", "surname"))  # "his name was withheld" tells of him
POINTING = frozenset(("the", "this", "that", "these", "those", "both", "all"))
STEPS = 8  # verbs that are gone up through to one with a subject


@dataclass(frozen=True, slots=True)
class Hidden:
    """A source whose reason is looked for."""

    mention: Span
    noun: str  # lower case and singular
    several: bool
    others: tuple[Span, ...]  # the mentions of other sources


def is_of(scene: Scene, clause: Span, sentence: Sentence, hidden: Hidden) -> bool:
    """Whether a clause is told of this source. In the mention's own sentence it is, unless it is another's; in a
    sentence beside it, only if it is told of a pronoun or of the source's noun taken up again: "The official asked …",
    not "An official asked …"."""
    if any(o.overlaps(clause) or _stands_right_before(scene, o, clause) for o in hidden.others):
        return False
    owner = _owner(scene, clause, sentence)
    if owner is not None:
        if hidden.mention.contains(owner.span):
            return True
        if any(o.contains(owner.span) for o in hidden.others):
            return False
    low, high = sorted((hidden.mention, clause))
    between = any(low.end <= o.start < high.start for o in hidden.others)
    if sentence.start <= hidden.mention.start < sentence.end:
        return not between
    return owner is not None and _takes_up(scene, owner, hidden) and not (owner.upos == "PRON" and between)


def _stands_right_before(scene: Scene, mention: Span, clause: Span) -> bool:
    return mention.end <= clause.start and not scene.text[mention.end : clause.start].strip(" ,")


def _takes_up(scene: Scene, owner: Token, hidden: Hidden) -> bool:
    word = owner.text.lower()
    if word in THIRD:
        return not hidden.several
    if word in PLURAL_PRONOUNS:
        return True
    if singular(owner) != hidden.noun and table("bare_source_words").get(word) != "noun":
        return False
    before = [scene.tokens[c].text.lower() for c in scene.children[owner.index]]
    before.append(scene.tokens[owner.index - 1].text.lower() if owner.index else "")
    return not POINTING.isdisjoint(before)


def _owner(scene: Scene, clause: Span, sentence: Sentence) -> Token | None:
    """The noun or pronoun that a clause is told of: the noun that it is added to, else the subject of the verb that
    governs it; where the parse gives none, the first before it."""
    first, last = scene.token_range(clause)
    at = scene.head_of(first, last)
    for _ in range(STEPS):
        if at is None or at < 0:
            break
        token = scene.tokens[at]
        if token.deprel.split(":")[0] == "acl" and token.head >= 0:
            return scene.tokens[token.head]
        if (subject := _subject(scene, at)) is not None:
            return _named_by(scene, subject)
        at = token.head
    inside = scene.tokens[sentence.first : first]
    return next((t for t in inside if t.upos in ("NOUN", "PROPN", "PRON") and scene.quoted_by[t.index] < 0), None)


def _subject(scene: Scene, verb: int) -> Token | None:
    for child in scene.children[verb]:
        token = scene.tokens[child]
        if token.deprel.startswith("nsubj") and token.text.lower() not in RELATIVE and scene.quoted_by[child] < 0:
            return token
    return None


def _named_by(scene: Scene, subject: Token) -> Token:
    """Whose name it is, of a subject that is a name."""
    if subject.lemma.lower() not in NAMES:
        return subject
    owners = [scene.tokens[c] for c in scene.children[subject.index] if scene.tokens[c].deprel.startswith("nmod")]
    return owners[0] if owners else subject
