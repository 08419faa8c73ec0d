"""What somebody types to find words: words, `vaccin*`, "phrases", OR, NOT and brackets.

All words that stand beside each other must occur; NOT binds closest, OR loosest. Operators are written in capitals.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.errors import UsageError
from quotes.store.folding import PHRASE_MARKS, fold_words

_ITEM = re.compile(r'(?P<open>\()|(?P<close>\))|"(?P<phrase>[^"]*)"(?P<begun>\*?)|(?P<bare>[^\s()"]+)')
_LEAST = 2  # letters of a prefix


@dataclass(frozen=True, slots=True)
class Term:
    """Folded words side by side; with `prefix`, words may go on where the last one ends."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    item: "Node"


@dataclass(frozen=True, slots=True)
class All:
    items: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Any:
    items: "tuple[Node, ...]"


Node = Term | Not | All | Any


def parse_query(query: str) -> Node:
    """The tree of a query. Brackets that close nothing, and operators that join nothing, are passed over.

    Raises UsageError where no word is left, and where a part only says what must not occur.

    >>> parse_query('cease-fire OR (truce NOT "no truce")')
    Any(items=(Term(words=('cease', 'fire'), prefix=False), All(items=(Term(words=('truce',), prefix=False), \
Not(item=Term(words=('no', 'truce'), prefix=False))))))
    """
    items = list(_items(query))
    found = _any(items)
    while items:  # behind a bracket that closes nothing
        del items[0]
        found = _joined([found, _any(items)], All)
    if found is None:
        raise UsageError(f"{query!r} holds no word to search for; give one or more")
    _check(found, query)
    return found


def positive_terms(node: Node) -> Iterator[Term]:
    """The terms that count for a quotation that has them."""
    match node:
        case Term():
            yield node
        case All(items) | Any(items):
            for item in items:
                yield from positive_terms(item)


def _items(query: str) -> Iterator[str | Term]:
    """Brackets, OR, NOT and terms, in order."""
    for found in _ITEM.finditer(query.translate(PHRASE_MARKS)):
        if found["open"] or found["close"] or found["bare"] in ("OR", "NOT", "AND"):
            if found[0] != "AND":
                yield found[0]
            continue
        given = found["phrase"] if found["bare"] is None else found["bare"]
        if words := fold_words(given):
            prefix = bool(found["begun"]) or (found["bare"] or "").endswith("*")
            if prefix and len(words[-1]) < _LEAST:
                raise UsageError(f"{words[-1]}* stands for too many words; give it {_LEAST} letters or more")
            yield Term(tuple(words), prefix)


def _any(items: list[str | Term]) -> Node | None:
    found = [_all(items)]
    while items and items[0] == "OR":
        del items[0]
        found.append(_all(items))
    return _joined(found, Any)


def _all(items: list[str | Term]) -> Node | None:
    found: list[Node | None] = []
    while items and items[0] not in ("OR", ")"):
        found.append(_one(items))
    return _joined(found, All)


def _one(items: list[str | Term]) -> Node | None:
    first = items.pop(0)
    if isinstance(first, Term):
        return first
    if first == "NOT":
        inner = _one(items) if items and items[0] not in ("OR", ")") else None
        return None if inner is None else inner.item if isinstance(inner, Not) else Not(inner)
    inside = _any(items)
    if items and items[0] == ")":
        del items[0]
    return inside


def _joined(found: Sequence[Node | None], kind: type[All] | type[Any]) -> Node | None:
    there = tuple(item for item in found if item is not None)
    return there[0] if len(there) == 1 else kind(there) if there else None


def _check(node: Node, query: str) -> None:
    """Something must occur wherever something must not."""
    match node:
        case Not():
            raise UsageError(f"{query!r} asks only for what must not occur; add a word that must")
        case All(items):
            if all(isinstance(item, Not) for item in items):
                raise UsageError(f"{query!r} asks only for what must not occur; add a word that must")
            for item in items:
                _check(item.item if isinstance(item, Not) else item, query)
        case Any(items):
            for item in items:
                _check(item, query)
