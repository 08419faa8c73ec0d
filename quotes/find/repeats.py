"""Whether an article has the words of a stretch again, bare or between marks of their own."""

import re
from collections.abc import Iterator

from quotes.domain import Quotation
from quotes.scene import Scene

_LONGEST_TERM = 60  # characters of words that an article may repeat


def unquoted_elsewhere(scene: Scene, q: Quotation) -> float:
    """The same words stand in the article without marks; not those of a longer quotation that they are taken from."""
    return float(any(_around(scene, place) is None for place in _repeated_at(scene, q)))


def quoted_elsewhere(scene: Scene, q: Quotation) -> float:
    """Other stretches with the same words, up to three."""
    same = sum(_bare(scene, o) == _bare(scene, q) for o in scene.quotations)
    return float(min(3, same - 1))


def _repeated_at(scene: Scene, q: Quotation) -> Iterator[int]:
    """Where the words of a short stretch begin, its own ones too."""
    inside = _bare(scene, q)
    if 0 < len(inside) <= _LONGEST_TERM:
        yield from (m.start() for m in re.finditer(rf"(?<!\w){re.escape(inside)}(?!\w)", scene.lowered))


def _around(scene: Scene, place: int) -> Quotation | None:
    return next((o for o in scene.quotations if o.content.start <= place < o.content.end), None)


def _bare(scene: Scene, q: Quotation) -> str:
    return scene.lowered[q.content.start : q.content.end].strip(" ,.?!")
