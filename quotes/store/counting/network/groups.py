"""Unnamed sources as groups: those whose descriptors are of one class, at one organisation, wherever they speak."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from json import dumps
from typing import Any, NamedTuple

from sqlalchemy import Connection, text

from quotes.domain import identify
from quotes.lexicon import table
from quotes.text.nouns import head_noun, singular


class Group(NamedTuple):
    """The class of a descriptor's noun, or the noun itself where it is of none, and where they belong."""

    noun: str
    affiliation: str  # "" where the articles tell none

    @property
    def id(self) -> str:
        return f"source:{identify('source', self.noun, self.affiliation.casefold())}"

    @property
    def label(self) -> str:
        called = f"unnamed: {_PLURALS.get(self.noun, self.noun)}"
        return f"{called}, {self.affiliation}" if self.affiliation else called


# How the classes of lexicon/source_nouns.tsv are called.
_PLURALS = {
    "spokesperson": "spokespeople", "insider": "insiders", "office": "office holders", "expert": "experts",
    "person": "people", "rhetorical": "sides and camps", "crowd": "crowds", "kin": "relatives",
    "organization": "organisations", "place": "places", "document": "documents", "poll": "polls",
    "media": "people of the press", "part": "shares of people",
}  # fmt: skip

_UNNAMED = """
SELECT b.number, b.descriptor, min(coalesce(r.affiliation, r.described_affiliation)) AS affiliation
FROM people b
JOIN voices w ON w.person = b.number
JOIN parses m ON m.version = w.version AND m.current
JOIN readings r ON r.quotation = w.quotation AND r.parse = m.number
WHERE b.kind IN ('unnamed_person', 'unnamed_group') AND b.descriptor IS NOT NULL
GROUP BY b.number, b.descriptor
ORDER BY b.number
"""
_PAIRS = {
    "sqlite": "WITH pairs AS MATERIALIZED (SELECT CAST(key AS integer) AS person, value AS node"
    " FROM json_each(:groups)) SELECT person, node FROM pairs",
    "postgresql": "SELECT CAST(key AS integer) AS person, CAST(value AS integer) AS node"
    " FROM json_each_text(CAST(:groups AS json))",
}


@dataclass(frozen=True, slots=True)
class Groups:
    """Which people share a node: by their numbers, that of the first of each group, which stands for it."""

    first: Mapping[int, int] = field(default_factory=dict)
    named: Mapping[int, Group] = field(default_factory=dict)  # by the numbers of the first
    dialect: str = "sqlite"

    @classmethod
    def read(cls, connection: Connection) -> "Groups":
        firsts: dict[tuple[str, str], int] = {}
        shared: dict[int, int] = {}
        named: dict[int, Group] = {}
        for number, descriptor, affiliation in connection.execute(text(_UNNAMED)):
            group = Group(_class_of(descriptor), affiliation or "")
            first = firsts.setdefault((group.noun, group.affiliation.casefold()), number)
            shared[number] = first
            named.setdefault(first, group)
        return cls(shared, named, connection.dialect.name)

    def __bool__(self) -> bool:
        return bool(self.first)

    @property
    def values(self) -> Mapping[str, Any]:
        return {"groups": dumps(self.first)} if self else {}

    @property
    def node(self) -> str:
        return "coalesce(g.node, b.number)" if self else "b.number"

    @property
    def join(self) -> str:
        return f"LEFT JOIN ({_PAIRS[self.dialect]}) g ON g.person = b.number" if self else ""


@cache
def _class_of(descriptor: str) -> str:
    """
    >>> _class_of("two senior officials of the bank"), _class_of("a beekeeper")
    ('insider', 'beekeeper')
    """
    noun = singular(head_noun(descriptor))
    return table("source_nouns").get(noun, noun)
