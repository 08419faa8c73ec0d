"""Trees of elements, before and after trafilatura's work on them: paragraphs out, and nothing lost or glued between."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

_INLINE = frozenset({"hi", "ref", "del", "code", "done"})
_SPACE = re.compile(r"\s+")
_BREAKS = re.compile(r" ?(?:\n ?){2,}")
_BODY_CLASS = re.compile(r"article[-_]{0,2}(body|content|text)", re.IGNORECASE)
_BREAK = "\n"
_END = object()
_CAPITULUM = "\u2e3f"  # an old paragraph mark, not met in today's prose: trafilatura lets letters pass, not empty lines


def words_in(element: Any) -> str:
    """The element's text in one line."""
    return " ".join("".join(element.itertext()).split())


def to_paragraphs(body: Any) -> list[str]:
    """The text of trafilatura's result: headings, paragraphs, quotations, list items and table rows each by itself.

    White space of any kind becomes one space; `<br>` stays a line break, two or more of them end a paragraph.
    """
    pieces: list[str] = []
    paragraphs: list[str] = []
    for piece in _iter_pieces(body):
        if isinstance(piece, str):
            pieces.append(piece)
            continue
        text = "".join(pieces).replace(_CAPITULUM, _BREAK * 2)
        lines = re.sub(r" *\n *", "\n", re.sub(r" {2,}", " ", text))
        paragraphs.extend(part.strip(" \n") for part in _BREAKS.split(lines))
        pieces = []
    return [paragraph for paragraph in paragraphs if paragraph.strip()]


def _iter_pieces(element: Any) -> Iterator[str | object]:
    """Text in order of the tree, `_BREAK` for a line break, `_END` where a block begins or ends."""
    block = element.tag not in _INLINE and element.tag not in ("lb", "cell")
    if block:
        yield _END
    elif element.tag == "lb":
        yield _BREAK
    if element.text:
        yield _SPACE.sub(" ", element.text)
    for child in element:
        if child.tag == "cell" and child.getprevious() is not None:
            yield " | "
        yield from _iter_pieces(child)
        if child.tail:
            yield _SPACE.sub(" ", child.tail)
    if block:
        yield _END


def write_out_quotation_marks(tree: Any) -> None:
    """Give each `<q>` the marks that a browser shows around it, single ones inside double ones."""
    for element in list(tree.iter("q")):
        nested = any(outer.get("data-was") == "q" for outer in element.iterancestors("span"))
        opening, closing = "‘’" if nested else "“”"
        element.text = opening + (element.text or "")
        if len(element):
            element[-1].tail = (element[-1].tail or "") + closing
        else:
            element.text += closing
        element.tag = "span"
        element.set("data-was", "q")


def mark_empty_lines(tree: Any) -> None:
    """Mark for `to_paragraphs` where two or more `<br>` end a paragraph: trafilatura keeps only one of them."""
    if _CAPITULUM in "".join(tree.itertext()):
        return
    for element in tree.iter("br"):
        before = element.getprevious()
        if (
            before is not None
            and before.tag == "br"
            and not (before.tail or "").strip()
            and (element.tail or "").strip()
        ):
            element.tail = _CAPITULUM + element.tail


def join_split_bodies(tree: Any) -> None:
    """Put an article together that a page keeps in several like containers, for trafilatura takes only the first.

    Like are containers of paragraphs in the same `<article>` (or in none) with the same class, which says that they are
    an article's body.
    """
    containers: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for element in tree.iter("div", "section"):
        name = element.get("class") or ""
        if _BODY_CLASS.search(name) and element.find("p") is not None:
            containers[element.tag, name, next(element.iterancestors("article"), None)].append(element)
    for first, *others in containers.values():
        for other in others:
            if first not in other.iterancestors():
                first.append(other)
