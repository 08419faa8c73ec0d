"""From what the store knows of an article's speakers to appearances."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol

from quotes.identity.profiles import Appearance, Kind
from quotes.identity.surroundings import find_entities

_KINDS: Mapping[str, Kind] = {"named_person": "person", "named_organization": "organization"}


class Speaker(Protocol):
    """A name under which somebody speaks in an article, with one role and affiliation given there."""

    @property
    def article_id(self) -> str: ...
    @property
    def published(self) -> date | None: ...
    @property
    def source_type(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def role(self) -> str | None: ...
    @property
    def affiliation(self) -> str | None: ...


def collect_appearances(speakers: Iterable[Speaker], texts: Mapping[str, str]) -> list[Appearance]:
    """One appearance for each article, kind and name, in the order in which they come; two who spoke as one are two.

    `texts` gives the articles' texts by id; what else is named there tells people of one name apart.
    """
    groups: dict[tuple[str, Kind, str], list[tuple[str, Speaker]]] = defaultdict(list)
    for speaker in speakers:
        if (kind := _KINDS.get(speaker.source_type)) is not None:
            for name in names_in(speaker.name) if kind == "person" else (speaker.name,):
                groups[speaker.article_id, kind, " ".join(name.casefold().split())].append((name, speaker))
    entities: dict[str, frozenset[str]] = {}
    appearances = []
    for (article_id, kind, _), found in groups.items():
        if article_id not in entities:
            entities[article_id] = find_entities(texts.get(article_id, ""))
        appearances.append(
            Appearance(
                article_id,
                kind,
                tuple(dict.fromkeys(name for name, _ in found)),
                tuple(dict.fromkeys(speaker.role for _, speaker in found if speaker.role)),
                tuple(dict.fromkeys(speaker.affiliation for _, speaker in found if speaker.affiliation)),
                entities[article_id],
                found[0][1].published,
            )
        )
    return appearances


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
