"""Who there is: by what names and in what roles, when and on what evidence."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from quotes.identity.folding import fold
from quotes.identity.judgement import Judgement
from quotes.identity.known import KnownPerson
from quotes.identity.profiles import Appearance, Kind

_DIVIDERS = re.compile(r"[\s\-‐‑–]+")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A name or role, the articles that give it, and the days between which they did."""

    text: str
    articles: tuple[str, ...]
    first: date | None
    last: date | None

    def to_dict(self) -> dict[str, Any]:
        first, last = (day.isoformat() if day else None for day in (self.first, self.last))
        return {"text": self.text, "articles": list(self.articles), "first": first, "last": last}


@dataclass(frozen=True)
class Somebody:
    """A person or organisation across articles. `id` lasts: it is a known person's, else that of who came first."""

    id: str
    kind: Kind
    name: str
    appearances: tuple[Appearance, ...]  # by day, undated last
    known: tuple[KnownPerson, ...] = ()

    @property
    def members(self) -> tuple[str, ...]:
        return (*(person.id for person in self.known), *(appearance.id for appearance in self.appearances))

    @property
    def wikidata(self) -> str | None:
        return next((person.wikidata for person in self.known if person.wikidata), None)

    @cached_property
    def names(self) -> tuple[Evidence, ...]:
        """Every wording, the commonest first; those that only a list of known people gives have no article."""
        listed = [name for person in self.known for name in (person.name, *person.aliases)]
        return _gather(((name, a) for a in self.appearances for name in a.names), listed)

    @cached_property
    def roles(self) -> tuple[Evidence, ...]:
        listed = [role for person in self.known for role in person.roles]
        return _gather(((role, a) for a in self.appearances for role in a.roles), listed)

    @property
    def articles(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(appearance.article_id for appearance in self.appearances))

    def meant_by(self, part: str) -> list[str]:
        """The members that an id, an article or a wording of the name means; case does not count."""
        wanted, words = part.strip().casefold(), _words(part)
        known = [person.id for person in self.known if person.id.casefold() == wanted]
        return known + [
            one.id
            for one in self.appearances
            if wanted in (one.id, one.article_id.casefold())
            or (words and any(_words(name) == words for name in one.names))
        ]

    def to_dict(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "kind": self.kind,
            "name": self.name,
            "wikidata": self.wikidata,
            "names": [name.to_dict() for name in self.names],
            "roles": [role.to_dict() for role in self.roles],
            "articles": list(self.articles),
            "members": list(self.members),
        }


def _gather(found: Iterable[tuple[str, Appearance]], listed: Iterable[str]) -> tuple[Evidence, ...]:
    by_text: dict[str, list[Appearance]] = {text: [] for text in listed}
    for text, appearance in found:
        by_text.setdefault(text, []).append(appearance)
    evidence = []
    for text, appearances in by_text.items():
        days = sorted(a.published for a in appearances if a.published)
        articles = tuple(dict.fromkeys(a.article_id for a in appearances))
        evidence.append(Evidence(text, articles, days[0] if days else None, days[-1] if days else None))
    return tuple(sorted(evidence, key=lambda e: (-len(e.articles), e.text)))


@dataclass(frozen=True, slots=True)
class Review:
    """Two that may be one, for a person to decide, and the machine's row about them."""

    left: Somebody
    right: Somebody
    judgement: Judgement


def _words(name: str) -> list[str]:
    return [folded for word in _DIVIDERS.split(name) if (folded := fold(word))]
