"""What is known of somebody: in one article an appearance, over several a profile."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from quotes.domain import identify
from quotes.identity.tally import add_up, commonest, tally

Kind = Literal["person", "organization"]


@dataclass(frozen=True, slots=True)
class Appearance:
    """A named person or organisation in one article, as that article shows it."""

    article_id: str
    kind: Kind
    names: tuple[str, ...]  # the wordings, the fullest first
    roles: tuple[str, ...] = ()  # "British Prime Minister"
    affiliations: tuple[str, ...] = ()
    entities: frozenset[str] = frozenset()  # folded names of whoever and whatever else the article names
    published: date | None = None

    @property
    def id(self) -> str:
        """The lasting id: the article, the kind and the fullest name there."""
        return identify("appearance", self.article_id, self.kind, " ".join(self.names[0].casefold().split()))


@dataclass(frozen=True)
class Profile:
    """One or more appearances taken as one somebody. Counts are numbers of appearances."""

    kind: Kind
    members: tuple[str, ...]  # ids of the appearances, in order
    names: Counter[str]
    roles: Counter[str] = field(default_factory=Counter)
    affiliations: Counter[str] = field(default_factory=Counter)
    entities: Counter[str] = field(default_factory=Counter)
    days: tuple[date, ...] = ()  # of publication, in order
    known_id: str | None = None  # of a person on a list that people keep
    appearances: int | None = None  # how many there are, where only the newest were read

    @property
    def id(self) -> str:
        return self.known_id or self.members[0]

    @cached_property
    def name(self) -> str:
        """The commonest wording among those with the most words, up to four."""
        return max(self.names, key=lambda n: (min(len(n.split()), 4) > 1, self.names[n], min(len(n.split()), 4), n))

    @property
    def size(self) -> int:
        return len(self.members)

    @property
    def total(self) -> int:
        """How many appearances there are, read or not."""
        return self.appearances or self.size

    @classmethod
    def of(cls, appearance: Appearance) -> "Profile":
        return cls(
            appearance.kind,
            (appearance.id,),
            tally(appearance.names),
            tally(appearance.roles),
            tally(appearance.affiliations),
            tally(appearance.entities),
            (appearance.published,) if appearance.published else (),
        )


def merge_profiles(profiles: Iterable[Profile]) -> Profile:
    """The profiles as one; raises ValueError when there are none. Members keep the order of the arguments."""
    items = list(profiles)
    if not items:
        raise ValueError("merge_profiles() needs at least one profile")
    if len(items) == 1:
        return items[0]
    return Profile(
        items[0].kind,
        tuple(member for profile in items for member in profile.members),
        add_up(profile.names for profile in items),
        add_up(profile.roles for profile in items),
        add_up(profile.affiliations for profile in items),
        commonest(add_up(profile.entities for profile in items)),
        tuple(sorted(day for profile in items for day in profile.days)),
        next((profile.known_id for profile in items if profile.known_id), None),
        sum(profile.total for profile in items),
    )
