"""What is asked for, as chips to take away; and what else could be, as facets to add."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from quotes.definitions import SOURCE_TYPES, day_in_words
from quotes.serve.selection import to_query, without
from quotes.store import Selection
from quotes.store.questions.facets import Facets

# Facets in the order of the page: name, heading, field of the selection.
FACETS: tuple[tuple[str, str, str], ...] = (
    ("speaker", "Speaker", "people"),
    ("outlet", "Outlet", "outlet"),
    ("desk", "Desk", "desk"),
    ("type", "Kind of source", "type"),
    ("anonymous", "Name", "anonymous"),
    ("kind", "Kind of quotation", "kind"),
    ("via", "Came through", "via"),
    ("sure", "Certainty of the speaker", "min_confidence"),
)
_NAMES = {"speaker": "said by", "about": "about", "outlet": "in", "desk": "desk", "byline": "by", "via": "via",
          "medium": "said in", "kind": "kind"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chip:
    label: str
    query: str  # of the address without it


@dataclass(frozen=True, slots=True)
class Offer:
    """A value of a facet: the address with it, or without it where it is asked for already."""

    label: str
    hits: int
    query: str
    chosen: bool


def chips(selection: Selection, facets: Facets) -> list[Chip]:
    return list(_chips(selection, {one.value: one.label for one in facets.values["speaker"]}))


def _chips(selection: Selection, called: dict[str, str]) -> Iterator[Chip]:
    for person in selection.people:
        yield Chip(f"said by {called.get(person, 'somebody who is not among the hits')}",
                   to_query(without(selection, "people", person)))  # fmt: skip
    for field, word in _NAMES.items():
        for value in getattr(selection, field):
            yield Chip(f"{word} {value.replace('_', ' ')}", to_query(without(selection, field, value)))
    for type_ in selection.type:
        yield Chip(SOURCE_TYPES[type_][0], to_query(without(selection, "type", type_)))
    if selection.since or selection.until:
        days = [
            f"{word} {day_in_words(day)}" for word, day in (("from", selection.since), ("to", selection.until)) if day
        ]
        yield Chip(" ".join(days), to_query(replace(selection, since=None, until=None)))
    if selection.anonymous is not None:
        label = "name withheld" if selection.anonymous else "named"
        yield Chip(label, to_query(without(selection, "anonymous")))
    if selection.min_confidence is not None:
        yield Chip(f"{selection.min_confidence:.0%} sure or more", to_query(without(selection, "min_confidence")))
    if selection.article is not None:
        yield Chip(f"in article {selection.article}", to_query(without(selection, "article")))


def offers(selection: Selection, facets: Facets) -> list[tuple[str, list[Offer]]]:
    """The facets that have anything to choose, with their headings."""
    found = []
    for name, heading, field in FACETS:
        values = [_offer(selection, name, field, one.value, one.label, one.hits) for one in facets.values[name]]
        if values:
            found.append((heading, values))
    return found


def _offer(selection: Selection, name: str, field: str, value: str, label: str, hits: int) -> Offer:
    typed: Any = {"anonymous": value == "yes", "min_confidence": value}.get(field, value)
    typed = float(value) if field == "min_confidence" else typed
    present: Any = getattr(selection, field)
    chosen = typed in present if isinstance(present, tuple) else typed == present
    value_with: Any = (*present, typed) if isinstance(present, tuple) else typed
    changed = without(selection, field, typed) if chosen else replace(selection, **{field: value_with})
    return Offer(_worded(name, label), hits, to_query(changed), chosen)


def _worded(name: str, label: str) -> str:
    types: dict[Any, tuple[str, str]] = dict[Any, tuple[str, str]](SOURCE_TYPES)
    return types[label][0] if name == "type" and label in types else label.replace("_", " ")
