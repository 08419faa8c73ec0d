"""From what the store knows of an article's speakers to appearances."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol

from quotes.identity.profiles import Appearance, Kind

_KINDS: Mapping[str, Kind] = {"named_person": "person", "named_organization": "organization"}


Place = tuple[Kind, str]  # who speaks in an article: the kind, and the name without case


class Speaker(Protocol):
    """A name under which somebody speaks in an article, with one role and affiliation given there."""

    @property
    def source_type(self) -> str: ...
    @property
    def name(self) -> str | None: ...
    @property
    def role(self) -> str | None: ...
    @property
    def affiliation(self) -> str | None: ...


def appearances_in(article_id: str, published: date | None, speakers: Iterable[Speaker]) -> list[Appearance]:
    """One appearance for each kind and name, in the order in which they come; two who spoke as one are two."""
    groups: dict[Place, list[tuple[str, Speaker]]] = defaultdict(list)
    for speaker in speakers:
        for place, name in places_of(speaker.source_type, speaker.name or ""):
            groups[place].append((name, speaker))
    return [
        Appearance(
            article_id,
            kind,
            tuple(dict.fromkeys(name for name, _ in found)),
            tuple(dict.fromkeys(speaker.role for _, speaker in found if speaker.role)),
            tuple(dict.fromkeys(speaker.affiliation for _, speaker in found if speaker.affiliation)),
            published=published,
        )
        for (kind, _), found in groups.items()
    ]


def places_of(source_type: str | None, name: str) -> list[tuple[Place, str]]:
    """Where a speaker is counted, with the name there: twice of two who spoke as one, nowhere of other types."""
    kind = _KINDS.get(source_type or "")
    if kind is None or not name:
        return []
    names = names_in(name) if kind == "person" else [name]
    return [((kind, " ".join(one.casefold().split())), one) for one in names]


def names_in(name: str) -> list[str]:
    """The names of several people who spoke as one, each in full.

    >>> names_in("Ada Byron and Mary Shelley"), names_in("Ada and Ralph Byron")
    (['Ada Byron', 'Mary Shelley'], ['Ada Byron', 'Ralph Byron'])
    """
    names = [part.strip() for part in name.split(" and ") if part.strip()]
    if len(names) < 2:
        return [name]
    surname = names[-1].split()[-1]
    return [n if len(n.split()) > 1 else f"{n} {surname}" for n in names]
