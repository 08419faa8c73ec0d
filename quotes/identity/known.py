"""People whom a newsroom knows already: a CSV with name, aliases, id, role, and optionally kind and wikidata."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
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


def parse_known(data: bytes, origin: str) -> Iterator[KnownPerson]:
    """Read the CSV, first line its headings; aliases and roles are divided by semicolons. Raises InputError.

    >>> next(parse_known(b"id,name,aliases,role\\np1,Jane Doe,J. Doe; Jane Roe,mayor", "x.csv")).aliases
    ('J. Doe', 'Jane Roe')
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{origin} cannot be read ({error}); give a CSV in UTF-8") from error
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    seen = set[str]()
    try:
        headings = [heading.strip().casefold() for heading in reader.fieldnames or []]
        reader.fieldnames = headings
        if missing := [column for column in _NEEDED if column not in headings]:
            raise InputError(f"{origin} has no column {', '.join(missing)}; name the columns id,name,aliases,role")
        for row in reader:
            person = _person(row, f"{origin}:{reader.line_num}")
            if person.id in seen:
                raise InputError(
                    f"{origin}:{reader.line_num} repeats the id {person.id}; give everybody one line of their own"
                )
            seen.add(person.id)
            yield person
    except csv.Error as error:
        raise InputError(
            f"{origin} is no CSV after line {reader.line_num} ({error}); see to its quotation marks"
        ) from error


def _person(row: Mapping[str | None, str | list[str] | None], place: str) -> KnownPerson:
    """The person of a row; what stands in it beyond the last column comes as a list."""
    values = {key: " ".join((value or "").split()) for key, value in row.items() if key and not isinstance(value, list)}
    if any(value for beyond in row.values() if isinstance(beyond, list) for value in beyond):
        raise InputError(f"{place} has more fields than there are columns; put one with a comma in quotation marks")
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
