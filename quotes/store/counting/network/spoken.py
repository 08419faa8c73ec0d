"""Whose words are counted, and where they stand: the SQL that all kinds of networks begin with."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from quotes.lexicon import words
from quotes.store.counting.counts import Asked
from quotes.store.outlets import outlet_id
from quotes.store.selection import Selection

# Keys of ends: people have their numbers, outlets and articles theirs and one of these.
OUTLETS = 1 << 40
ARTICLES = 1 << 41


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a selection asks for, as SQL that yields rows with the keys of ends."""

    asked: Asked
    outlets: str = "TRUE"  # a condition on the outlets `o` of places
    groups: str = ""  # SQL of person and key, for people who share a node

    @classmethod
    def of(cls, selection: Selection, dialect: str) -> "Spoken":
        asked = Asked.of(selection, dialect)
        ids = quoted(map(outlet_id, selection.outlet))
        return cls(asked, f"o.id IN ({ids})" if ids else "TRUE")

    @property
    def values(self) -> Mapping[str, Any]:
        return self.asked.values

    @property
    def everything(self) -> str:
        """The condition on voices `w`; of a quotation over several paragraphs all stretches, of which one leads."""
        return self.asked.where + ("" if self.asked.reports else " AND NOT w.reported")

    @property
    def speakers(self) -> str:
        """A row for each who speaks in a stretch; neither the article's own voice nor a mere pronoun does."""
        return (
            "SELECT w.quotation, w.version, w.person AS speaker, w.leads, w.copied, w.whole, w.reported, w.words,"
            f" w.category = 'anonymous' AS withheld FROM voices w JOIN ({self.people}) b ON b.number = w.person"
            f" WHERE {self.everything}"
        )

    @property
    def people(self) -> str:
        """Those who are nodes, as `quotes who` lists them."""
        nobodies = quoted(["", *sorted(words("pronouns"))])
        return (
            "SELECT number, id, kind, name, descriptor, article FROM people"
            f" WHERE kind <> 'narrator' AND lower(coalesce(name, descriptor, '')) NOT IN ({nobodies})"
        )

    @property
    def places(self) -> str:
        """Where versions stand, and from when to when: a row an outlet; one for the article where it names none."""
        place = f"CASE WHEN p.outlet IS NULL THEN {ARTICLES} + v.article ELSE {OUTLETS} + p.outlet END"
        return (
            f"SELECT p.version, v.article, {place} AS place, min(p.published) AS first, max(p.published) AS last"
            " FROM appearances p JOIN versions v ON v.number = p.version LEFT JOIN outlets o ON o.number = p.outlet"
            f" WHERE p.current AND {self.outlets} GROUP BY p.version, v.article, {place}"
        )

    @property
    def versions(self) -> str:
        """Versions with their articles, and from when to when they stand anywhere."""
        return f"SELECT version, article, min(first) AS first, max(last) AS last FROM ({self.places}) x GROUP BY 1, 2"


def quoted(texts: Any) -> str:
    return ", ".join("'" + text.replace("'", "''") + "'" for text in texts)
