"""Whose words: whether the draft's speaker can be the source's."""

from dataclasses import dataclass
from typing import Literal

from quotes.identity.alignment import relate_names
from quotes.identity.names import parse_name
from quotes.identity.organisations import relate_organisations
from quotes.store.alike.places import StandsIn

SURE = 0.5  # an attribution below that accuses nobody
Comparison = Literal["same", "other", "unclear"]
_APART = ("different", "none")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose words somebody holds them to be; all is empty where nobody is told of."""

    name: str | None = None
    descriptor: str | None = None
    type: str | None = None
    person: str | None = None  # id across articles
    person_name: str | None = None  # what that person is called in the record
    confidence: float = 1.0
    anonymous: bool = False  # whether the article withholds the name

    @property
    def called(self) -> str | None:
        return self.person_name or self.name or (self.descriptor and _within_a_sentence(self.descriptor))

    @property
    def is_known(self) -> bool:
        return self.called is not None

    def same_as(self, other: "Speaker") -> bool:
        """Within one article: the same name, or the same words for somebody unnamed."""
        return (self.name, self.descriptor) == (other.name, other.descriptor)


def _within_a_sentence(descriptor: str) -> str:
    """As it stands elsewhere than at the beginning.

    >>> _within_a_sentence("An aide"), _within_a_sentence("Whitehall sources")
    ('an aide', 'Whitehall sources')
    """
    first, _, rest = descriptor.partition(" ")
    return f"{first.lower()} {rest}" if first in ("A", "An", "The") else descriptor


def speaker_at(place: StandsIn) -> Speaker:
    """Whose words they are where they stand in the record."""
    return Speaker(
        place.name,
        place.descriptor,
        place.source_type,
        place.person,
        place.person_name,
        place.confidence,
        place.anonymous,
    )


def compare_speakers(drafted: Speaker, held: Speaker, called: frozenset[str] = frozenset()) -> Comparison:
    """Whether two can be one. Names that differ tell two speakers apart, and so does a name that the source withholds,
    for it supports no name; else whoever is unnamed may be anybody, and an organisation speaks through people.
    `called` are the ids of those that the draft's name can mean in the record.

    >>> compare_speakers(Speaker("Ostrow", type="named_person"), Speaker("Lena Ostrow", type="named_person"))
    'same'
    >>> compare_speakers(Speaker("Paul Adeyemi", type="named_person"), Speaker("Lena Ostrow", type="named_person"))
    'other'
    """
    sure = min(drafted.confidence, held.confidence) >= SURE
    if drafted.name is not None and held.anonymous and sure:
        return "other"
    if drafted.name is None or held.name is None or drafted.type != held.type:
        return "unclear"
    if held.person is not None and held.person in called:
        return "same"
    if not sure:
        return "unclear"
    names = {held.name, held.person_name or held.name}
    return "other" if all(_apart(drafted.name, name, drafted.type) for name in names) else "same"


def _apart(one: str, other: str, kind: str | None) -> bool:
    if kind == "named_person":
        return relate_names(parse_name(one), parse_name(other)).level in _APART
    return relate_organisations(one, other).level in _APART
