"""The agencies that articles are copies of, as outlets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, text

from quotes.store.counting.network.spoken import AGENCIES, OUTLETS, quoted
from quotes.store.outlets import outlet_id


@dataclass(frozen=True, slots=True)
class Agency:
    key: int  # of the outlet that it is, or one of its own where the store knows no such outlet
    id: str
    names: tuple[str, ...]  # as articles spell it, the first in order of letters first


def read_agencies(connection: Connection) -> Sequence[Agency]:
    query = "SELECT DISTINCT wire_name FROM parses WHERE current AND wire_name IS NOT NULL ORDER BY wire_name"
    names: dict[str, list[str]] = {}
    for name in connection.execute(text(query)).scalars():
        names.setdefault(outlet_id(name), []).append(name)
    if not names:
        return ()
    known: Mapping[str, int] = {
        row.id: row.number
        for row in connection.execute(text(f"SELECT id, number FROM outlets WHERE id IN ({quoted(names)})"))
    }
    return [
        Agency(OUTLETS + known[id] if id in known else AGENCIES + place, id, tuple(found))
        for place, (id, found) in enumerate(names.items())
    ]


def agency_key(agencies: Sequence[Agency]) -> str:
    """SQL for the key of the agency that a parse `n` has the article from."""
    cases = [f"WHEN {quoted([name])} THEN {agency.key}" for agency in agencies for name in agency.names]
    return f"CASE n.wire_name {' '.join(cases)} END" if cases else "CAST(NULL AS bigint)"
