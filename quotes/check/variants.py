"""How the words of a stored quotation changed on their way through outlets and copies."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from quotes.check.alignment import align, weigh
from quotes.check.differences import Difference, find_differences
from quotes.check.drafted import draft_of
from quotes.check.speakers import Speaker
from quotes.check.utterances import Stretch, Utterance, of_store
from quotes.check.words import folded, keys_of
from quotes.errors import UsageError
from quotes.store import Store
from quotes.store.alike.places import StandsIn

_LOOKED_AT = 60  # wordings
_SHARED = 0.5  # of the weight of the shorter one's words, for two to be variants of one quotation
_LEAST_RUN = 2.4  # weight of a run that is not there by chance


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording of a quotation, and where it stands."""

    text: str
    differences: tuple[Difference, ...]  # from the wording that was there first
    places: tuple[StandsIn, ...]  # the first appearance first
    is_asked: bool  # whether the quotation that was asked about has it

    @property
    def first(self) -> date | None:
        return _first(self.places)

    @property
    def changes(self) -> list[str]:
        """What is otherwise, in words."""
        return list(map(_change, self.differences))

    def to_dict(self) -> dict[str, Any]:
        return {
            "text": self.text,
            "asked": self.is_asked,
            "first": self.first.isoformat() if self.first else None,
            "differences": [one.to_dict() for one in self.differences],
            "appearances": [place.to_dict() for place in self.places],
        }


def find_variants(store: Store, reference: str) -> list[Variant]:
    """The wordings of a quotation, its own among them, those that appeared first first.

    `reference` is the id of a quotation, or ARTICLE#NUMBER. Raises UsageError where it is not stored, and for indirect
    speech, which has no words of its own.
    """
    asked = _find(store, reference)
    keys = keys_of(asked.words)
    groups: dict[tuple[str, ...], list[Utterance]] = {}
    for other in [asked, *_stretches(store, folded(asked.words))]:
        if other is asked or _is_variant(asked, other):
            groups.setdefault(tuple(other.keys), []).append(other)
    standing = [(store.places(list(dict.fromkeys(map(_id, group)))), group) for group in groups.values()]
    standing.sort(key=lambda one: (_first(one[0]) is None, _first(one[0]) or date.min))
    base = standing[0][1][0]
    return [_variant(base, group[0], places, group[0].keys == keys) for places, group in standing]


def _find(store: Store, reference: str) -> Utterance:
    name, marked, number = reference.rpartition("#")
    found = store.find_quotation(reference)
    if found is None and not marked:
        raise UsageError(
            f"no quotation {reference!r} is stored; give the id of one, or ARTICLE#NUMBER as lists show it"
        )
    article = store.article(name if found is None else found[0])
    for record in article.quotations:
        if number == record.label if found is None else record.id == reference:
            if record.kind == "indirect":
                raise UsageError(f"{reference} is indirect speech, which has no words of its own; give a quotation")
            stretch = Stretch(record.id, record.parts or (record.content,), Speaker())
            return Utterance(article.article.text, article.article.id, (stretch,))
    raise UsageError(f"{name} has no quotation {number}; quotes show {name} numbers them")


def _stretches(store: Store, words: Sequence[str]) -> Iterator[Utterance]:
    """Every quotation by itself of the wordings that may hold these words."""
    for source in store.alike(words, _LOOKED_AT):
        for utterance in of_store(source):
            for stretch in utterance.stretches:
                yield Utterance(utterance.text, utterance.source, (stretch,))


def _is_variant(asked: Utterance, other: Utterance) -> bool:
    alignment = align(asked.words, other)
    if alignment is None or alignment.longest < _LEAST_RUN:
        return False
    return alignment.weight >= _SHARED * min(weigh(asked.keys), weigh(other.keys))


def _variant(base: Utterance, other: Utterance, places: Sequence[StandsIn], is_asked: bool) -> Variant:
    spans = other.stretches[0].spans
    drafted = draft_of(other.text, spans)
    alignment = align(drafted.words, base, drafted.ellipses)
    differences = find_differences(drafted, alignment) if alignment is not None else []
    shown = tuple(one for one in differences if one.kind not in ("seam", "marks"))
    return Variant(drafted.said, shown, tuple(places), is_asked)


def _id(utterance: Utterance) -> str:
    return str(utterance.stretches[0].id)


def _first(places: Sequence[StandsIn]) -> date | None:
    return next((place.published for place in places if place.published), None)


def _change(one: Difference) -> str:
    drafted, held = (" ".join(words.split()) for words in (one.drafted, one.held))
    if one.kind == "ellipsis":
        return f"… for “{held}”"
    if drafted and held:
        return f"“{drafted}” for “{held}”"
    return f"+ “{drafted}”" if drafted else f"– “{held}”"
