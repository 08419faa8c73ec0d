"""Whom people's verdicts keep the machine from joining."""

from collections.abc import Collection

from sqlalchemy import Connection

from quotes.identity.judgement import derive_clusters
from quotes.store.people.log import find_before, find_now, rows_about
from quotes.store.reading.asking import rows_of_any


def hands_off(connection: Connection, members: Collection[str]) -> frozenset[str]:
    """The ids of the people with whom the machine must not join these, who are one, by a person's word."""
    before = find_before(connection, members)
    rows = rows_about(connection, {*members, *before})
    if all(row.by == "machine" for row in rows):
        return frozenset()
    now = before | find_now(connection, {side for row in rows for side in row.pair if side not in members})
    apart = derive_clusters(rows, now).apart
    others = set().union(*(apart.get(member, frozenset()) for member in members))
    if not others:
        return frozenset()
    query = (
        "SELECT b.id FROM presences p JOIN people b ON b.number = p.person WHERE p.id IN :ids"
        " UNION SELECT id FROM people WHERE id IN :ids"
    )
    return frozenset(row.id for row in rows_of_any(connection, query, others))


def hands_off_person(connection: Connection, identity: str, number: int) -> frozenset[str]:
    """As `hands_off`, of a person by id and number; below one, there are no presences yet."""
    own = {identity}
    if number > 0:
        query = "SELECT id FROM presences WHERE person IN :ids"
        own |= {row.id for row in rows_of_any(connection, query, [number])}
    return hands_off(connection, own)
