"""Takes names out of GUM's entity annotation, which marks whole noun phrases, named or not."""

from __future__ import annotations

import re

from quotes.train.named import Name, NamedSentence

_TYPES = {"person": "PERSON", "organization": "ORG", "place": "LOC"}
_LINKS = frozenset(("of", "the", "and", "for", "&", "-", "–", "'s", "’s", "'", "’", "in", "on", "."))


def gum_sentence(block: str) -> NamedSentence:
    """One sentence block of CoNLL-U with `Entity=` in MISC as words and names."""
    columns = (line.split("\t") for line in block.splitlines() if not line.startswith("#"))
    rows = [row for row in columns if row[0].isdigit()]
    names: list[Name] = []
    for first, last, kind in sorted(_mentions(rows), key=lambda m: (m[0], -m[1])):
        name = _name(rows, first, last, _TYPES[kind]) if kind in _TYPES else None
        if name and all(name.last <= other.first or name.first >= other.last for other in names):
            names.append(name)
    return NamedSentence(tuple(row[1] for row in rows), tuple(sorted(names, key=lambda name: name.first)))


def _mentions(rows: list[list[str]]) -> list[tuple[int, int, str]]:
    """All bracketed mentions as (first, last + 1, entity type)."""
    found: list[tuple[int, int, str]] = []
    stack: list[tuple[str, int, str]] = []
    for number, row in enumerate(rows):
        value = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
        for part in re.findall(r"\([^()]+\)?|\d+(?:\[\d+/\d+\])?\)", value):
            if part.startswith("("):
                identifier, kind = part.strip("()").split("-")[:2]
                if part.endswith(")"):
                    found.append((number, number + 1, kind))
                else:
                    stack.append((identifier, number, kind))
            else:
                identifier = part.rstrip(")")
                for position in range(len(stack) - 1, -1, -1):
                    if stack[position][0] == identifier:
                        _, first, kind = stack.pop(position)
                        found.append((first, number + 1, kind))
                        break
    return found


def _name(rows: list[list[str]], first: int, last: int, kind: str) -> Name | None:
    """The stretch of proper nouns around the mention's head; None for a mention that is not a name."""
    inside = range(first, last)
    heads = [number for number in inside if int(rows[number][6]) - 1 not in inside]
    if not heads or not _proper(rows[heads[0]]):
        return None
    start = end = heads[0]
    for step, limit in ((-1, first - 1), (1, last)):
        number, edge = heads[0] + step, heads[0]
        while number != limit:
            row = rows[number]
            if _proper(row) and not row[7].startswith(("appos", "list", "nmod:desc", "parataxis", "dep")):
                edge = number
            elif row[1].lower() not in _LINKS and not (row[3] in {"ADJ", "NUM", "NOUN"} and row[1][:1].isupper()):
                break
            number += step
        if step < 0:
            start = edge
        else:
            end = edge
    return Name(start, end + 1, kind)


def _proper(row: list[str]) -> bool:
    return row[3] == "PROPN" or row[4].startswith("NNP")
