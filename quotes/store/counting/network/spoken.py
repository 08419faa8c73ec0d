"""Whose words are counted, and where they stand: the SQL that all kinds of networks begin with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection

from quotes.lexicon import words
from quotes.store.counting.counts import Asked
from quotes.store.counting.network.groups import Groups
from quotes.store.outlets import outlet_id
from quotes.store.selection import Selection

# Keys of ends: people have their numbers, outlets and articles theirs and one of these.
OUTLETS = 1 << 40
ARTICLES = 1 << 41
NAMES = 1 << 42  # that are only mentioned
AGENCIES = 1 << 43  # that no other words came through

# To the voice `w` of a stretch, that of the quotation's first one, which has its words and what it counts as.
LEAD = "JOIN voices l ON l.quotation = CASE WHEN w.leads THEN w.quotation ELSE w.whole END AND l.first"


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a selection asks for, as SQL that yields rows with the keys of ends."""

    asked: Asked
    outlets: str = "TRUE"  # a condition on the outlets `o` of places
    groups: Groups = field(default_factory=Groups)
    agencies: str = "NULL"  # the key of the agency that a parse `n` has the article from

    @classmethod
    def of(cls, connection: Connection, selection: Selection, *, group_unnamed: bool = False) -> "Spoken":
        asked = Asked.of(selection, connection.dialect.name)
        ids = quoted(map(outlet_id, selection.outlet))
        spoken = cls(asked, f"o.id IN ({ids})" if ids else "TRUE")
        return replace(spoken, groups=Groups.read(connection)) if group_unnamed else spoken

    @property
    def values(self) -> Mapping[str, Any]:
        return {**self.asked.values, **self.groups.values}

    @property
    def everything(self) -> str:
        """The condition on voices `w`; of a quotation over several paragraphs all stretches, of which one leads."""
        return self.asked.where + ("" if self.asked.reports else " AND NOT w.reported")

    @property
    def speakers(self) -> str:
        """A row for each who speaks in a stretch; neither the article's own voice nor a mere pronoun does."""
        return self._speakers(self.everything)

    @property
    def anybody(self) -> str:
        """The same of all that was said, whatever is asked for."""
        return self._speakers("TRUE")

    def _speakers(self, where: str) -> str:
        rows = (
            "SELECT w.quotation, w.version, b.node AS speaker, w.leads, w.copied, w.whole, w.reported, w.words,"
            f" w.category = 'anonymous' AS withheld FROM voices w JOIN ({self.people}) b ON b.number = w.person"
            f" WHERE {where}"
        )
        if not self.groups:
            return rows
        # two who spoke as one may be of one group; SQLite finds the groups by an index only without DISTINCT beside
        return f"WITH rows AS MATERIALIZED ({rows}) SELECT DISTINCT * FROM rows"

    @property
    def people(self) -> str:
        """Those who are nodes, as `quotes who` lists them, each with the key of the node."""
        nobodies = quoted(["", *sorted(words("pronouns"))])
        return (
            f"SELECT b.number, {self.groups.node} AS node FROM people b {self.groups.join}"
            f" WHERE b.kind <> 'narrator' AND lower(coalesce(b.name, b.descriptor, '')) NOT IN ({nobodies})"
        )

    @property
    def mentioned(self) -> str:
        """Who is mentioned in each quotation. A name of somebody who does not speak in the article is that of the one
        person of the registry who is called just so, if there is one, and it is a full name or an organisation's."""
        known = (
            "SELECT m.number, min(b.number) AS person FROM mentioned_names m"
            " JOIN people b ON b.kind = m.kind AND lower(b.name) = lower(m.name)"
            " WHERE m.kind = 'organization' OR m.name LIKE '% %' GROUP BY m.number HAVING count(*) = 1"
        )
        return (
            f"SELECT m.quotation, coalesce(e.person, k.person, {NAMES} + m.name) AS target FROM mentioned m"
            f" LEFT JOIN presences e ON e.number = m.presence LEFT JOIN ({known}) k ON k.number = m.name"
        )

    @property
    def places(self) -> str:
        """Where versions stand, and from when to when: a row an outlet; one for the article where it names none."""
        asked = ""
        if self.asked.by_place:  # of a month's articles, not of all; else it is not worth asking once more
            asked = f" AND p.version IN (SELECT w.version FROM voices w WHERE {self.everything})"
        place = f"CASE WHEN p.outlet IS NULL THEN {ARTICLES} + v.article ELSE {OUTLETS} + p.outlet END"
        return (
            f"SELECT p.version, v.article, {place} AS place, min(p.published) AS first, max(p.published) AS last"
            " FROM appearances p JOIN versions v ON v.number = p.version LEFT JOIN outlets o ON o.number = p.outlet"
            f" WHERE p.current AND {self.outlets}{asked} GROUP BY p.version, v.article, {place}"
        )

    @property
    def versions(self) -> str:
        """Versions with their articles, and from when to when they stand anywhere."""
        return f"SELECT version, article, min(first) AS first, max(last) AS last FROM ({self.places}) x GROUP BY 1, 2"


def quoted(texts: Iterable[str]) -> str:
    return ", ".join("'" + text.replace("'", "''") + "'" for text in texts)
