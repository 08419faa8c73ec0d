"""The extent of a noun phrase, by the parse."""

from quotes.domain import Span
from quotes.scene import Scene

_BESIDE = frozenset(("cop", "punct", "appos"))  # of the head word alone
_ITS_OWN = frozenset(("parataxis", "nsubj"))


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
