"""People whom a newsroom knows already: a CSV with name, aliases, id, role, and optionally kind and wikidata."""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quotes.errors import InputError
from quotes.identity.profiles import Kind, Profile
from quotes.identity.tally import tally

_QID = re.compile(r"Q[1-9]\d*")
_NEEDED = ("id", "name")


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person or organisation with an id of the newsroom's own, which identities that hold it go by."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    kind: Kind = "person"
    wikidata: str | None = None

    def profile(self) -> Profile:
        return Profile(self.kind, (self.id,), tally((self.name, *self.aliases)), tally(self.roles), known_id=self.id)


def parse_known(lines: Iterable[str], origin: str) -> Iterator[KnownPerson]:
    """Read the CSV, first line its headings; aliases and roles are divided by semicolons. Raises InputError.

    >>> next(parse_known(["id,name,aliases,role", "p1,Jane Doe,J. Doe; Jane Roe,mayor"], "x.csv")).aliases
    ('J. Doe', 'Jane Roe')
    """
    reader = csv.DictReader(lines)
    headings = [heading.strip().casefold() for heading in reader.fieldnames or []]
    reader.fieldnames = headings
    if missing := [column for column in _NEEDED if column not in headings]:
        raise InputError(f"{origin} has no column {', '.join(missing)}; name the columns id,name,aliases,role")
    seen = set[str]()
    for number, row in enumerate(reader, start=2):
        values = {key: (value or "").strip() for key, value in row.items() if key and not isinstance(value, list)}
        person = _person(values, f"{origin}:{number}")
        if person.id in seen:
            raise InputError(f"{origin}:{number} repeats the id {person.id}; give everybody one line of their own")
        seen.add(person.id)
        yield person


def _person(values: dict[str, str], place: str) -> KnownPerson:
    if not values["id"] or not values["name"]:
        raise InputError(f"{place} lacks an id or a name; fill in both or remove the line")
    wikidata = values.get("wikidata") or None
    if wikidata is not None and not _QID.fullmatch(wikidata):
        raise InputError(f"{place} has {wikidata!r} for a Wikidata id; write it like Q42 or leave it empty")
    kind = values.get("kind") or "person"
    if kind not in ("person", "organization"):
        raise InputError(f"{place} has the kind {kind!r}; write person or organization")
    checked: Kind = "organization" if kind == "organization" else "person"
    roles = _divided(values.get("role", ""))
    return KnownPerson(values["id"], values["name"], _divided(values.get("aliases", "")), roles, checked, wikidata)


def _divided(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())
