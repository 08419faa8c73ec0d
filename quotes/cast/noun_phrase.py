"""The extent of a noun phrase, by the parse."""

from quotes.cast.nouns import is_role, noun_kind
from quotes.domain import Span, Token
from quotes.scene import Scene

HYPHENS = ("-", "‑")
_BESIDE = frozenset(("appos", "case", "cc", "cop", "punct"))  # of the head word alone
_ITS_OWN = frozenset(("parataxis", "nsubj"))


def worded(scene: Scene, span: Span) -> str:
    """How the article words it, in one line and without marks around it."""
    return " ".join(span.of(scene.text).split()).strip(" ,;:-–—")


def whole_word(scene: Scene, token: Token) -> str:
    """A word with what hyphens tie to it before, lower case: "centre-half" for its "half"."""
    first, tokens = token.index, scene.tokens
    while first > 1 and tokens[first - 1].text in HYPHENS and tokens[first - 2].end == tokens[first].start - 1:
        first -= 2
    return scene.text[tokens[first].start : token.end].lower()


def noun_phrase(scene: Scene, head: Span, until: int | None = None) -> Span:
    """The noun phrase around a head word, by the parse, up to the verb that it belongs to (token `until`)."""
    token = scene.token_at(head.start)
    if token is None:
        return head
    low = high = token.index
    stack = [c for c in scene.children[token.index] if scene.tokens[c].deprel not in _BESIDE]
    while stack:
        i = stack.pop()
        deprel = scene.tokens[i].deprel
        if (until is not None and i >= until) or scene.quoted_by[i] >= 0:
            continue
        if deprel.startswith("acl:relcl") or deprel in _ITS_OWN:
            continue
        low, high = min(low, i), max(high, i)
        stack += scene.children[i]
    return Span(scene.tokens[low].start, scene.tokens[high].end)


def antecedent_of(scene: Scene, relative: int) -> int | None:
    """The noun before a relative pronoun that its clause belongs to, by the parse; None where that is not told."""
    tokens = scene.tokens
    i, steps = relative, 0
    while i >= 0 and steps < 4 and not tokens[i].deprel.startswith("acl"):
        i, steps = tokens[i].head, steps + 1
    head = tokens[i].head if i >= 0 else -1
    if not 0 <= head < relative:
        return None
    return _people_of(scene, head) if tokens[relative].text.lower() == "who" else head


def _people_of(scene: Scene, head: int) -> int:
    """The noun that "who" belongs to, given the last one before it: of a place or a body the people who are named with
    it ("officials in Loamshire and other counties, who …")."""
    tokens = scene.tokens
    at = head
    while not _may_be_people(scene, at):
        if tokens[at].deprel.split(":")[0] not in ("conj", "nmod") or not 0 <= tokens[at].head < at:
            return head
        at = tokens[at].head
    return at if is_role(tokens[at]) else head


def _may_be_people(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    if token.upos == "PROPN":
        return token.xpos == "NNPS" or scene.entity_at.get(index) == "PERSON"
    return noun_kind(token.lemma.lower(), token.lemma.lower(), False) not in ("place", "organization")
