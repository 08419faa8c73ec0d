"""Titles told by the words before them: "a book called “The Long Way”"."""

from quotes.domain import Quotation
from quotes.scene import Scene

_NAMING = frozenset(("call", "title", "entitle", "dub", "name", "headline"))


def is_title_of_work(scene: Scene, q: Quotation) -> bool:
    """A participle of naming behind its noun stands right before the stretch, which begins with a capital.

    Not where somebody calls it so: "a plan called “Dead on Arrival” by its critics".
    """
    first, last = scene.token_range(q.span)
    if first == 0 or not q.content.of(scene.text).lstrip()[:1].isupper():
        return False
    before = scene.tokens[first - 1]
    is_participle = before.deprel == "acl" and before.xpos != "VBG" and before.lemma.lower() in _NAMING
    named_by = last < len(scene.tokens) and scene.tokens[last].text.lower() == "by"
    return is_participle and not named_by
