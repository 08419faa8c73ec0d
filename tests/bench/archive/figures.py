"""Whom an archive's articles quote: people and bodies with lasting names, each under several wordings."""

from dataclasses import dataclass
from functools import lru_cache
from random import Random

from tests.bench.archive import vocabulary

_TITLES = ("Mr.", "Dr.", "Prof.", "Sen.", "Gen.", "Rev.")
_EVEN = 40  # of names: the commonest is borne by less than one in a hundred
_KEPT = 50_000  # figures in memory; the others are made anew when they speak again


@dataclass(frozen=True, slots=True)
class Figure:
    """A person or a body of the archive's world.

    `name` is the full one, `other` another spelling of it, `short` what an article says from the second time on.
    """

    key: str
    name: str
    other: str
    short: str
    pronoun: str
    role: str | None = None
    affiliation: str | None = None

    @property
    def is_person(self) -> bool:
        return self.pronoun != "it"


class World:
    """All figures of one seed, by number; the same number is always the same figure."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._given, self._gender = vocabulary.given_names()
        self._givens = vocabulary.urn(self._given, _EVEN)
        self._families = vocabulary.urn(vocabulary.family_names(), _EVEN)
        self._places = vocabulary.urn(vocabulary.places())
        self.person = lru_cache(_KEPT)(self._person)
        self.body = lru_cache(_KEPT)(self._body)

    def _person(self, number: int) -> Figure:
        chance = Random(f"person {self._seed} {number}")
        given, family = chance.choice(self._givens), chance.choice(self._families)
        middle = f"{chance.choice('ABCDEFGHJKLMNPRSTVW')}."
        style = chance.random()
        if style < 0.06:
            family = f"van der {family}"
        elif style < 0.12:
            family = f"al-{chance.choice(vocabulary.listed('arabic'))}"
        elif style < 0.18:
            family = f"{family}-{chance.choice(self._families)}"
        name, other = f"{given} {family}", f"{given} {middle} {family}"
        if style > 0.85:
            name, other = other, name
        elif style > 0.7:
            other = f"{chance.choice(_TITLES)} {name}"
        pronoun = {"f": "she", "m": "he"}.get(self._gender[given], chance.choice(("he", "she")))
        role = affiliation = None
        if chance.random() < 0.8:
            body = self.body(int(chance.random() ** 3 * 2000))
            role = chance.choice(vocabulary.listed("role"))
            affiliation = body.name if "{body}" in role else None
            role = role.format(place=chance.choice(self._places), body=body.name)
        return Figure(f"p{number}", name, other, family, pronoun, role, affiliation)

    def _body(self, number: int) -> Figure:
        chance = Random(f"body {self._seed} {number}")
        family, other = chance.choice(self._families), chance.choice(self._families)
        thing, place = chance.choice(vocabulary.listed("thing")), chance.choice(self._places)
        pattern = chance.choice(vocabulary.listed("body"))
        name = pattern.format(place=place, name=family, other=other, thing=thing)
        return Figure(f"b{number}", name, f"the {name}", name, "it")

    def outlets(self, count: int) -> tuple[str, ...]:
        """Names of outlets, no two alike."""
        chance = Random(f"outlets {self._seed}")
        names: dict[str, None] = {}
        while len(names) < count:
            pattern = chance.choice(vocabulary.listed("outletname"))
            names[pattern.format(place=chance.choice(self._places))] = None
        return tuple(names)
