"""Look before you parse: the stretches whose sentences need no trees, told by marks before anything is parsed."""

from collections.abc import Sequence

from quotes.domain import Analysis, Span
from quotes.find.quotations import find_stretches


def without_trees(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """The stretches between quotation marks that hold no quotation themselves, marks included, in order of the text.

    Who speaks, who somebody is and what is reported are told outside the marks: whole sentences within them were given
    trees that nothing read. Not so in turns and block quotes, where the marks of a further speaker may stand.
    """
    stretches = find_stretches(Analysis(text, tuple(paragraphs), (), (), ()))
    outer = {q.parent for q in stretches}
    groups = {stretches[n].group for n in outer if n is not None}
    return [
        q.span
        for number, q in enumerate(stretches)
        if q.parent is None and q.marks and number not in outer and (q.group is None or q.group not in groups)
    ]
