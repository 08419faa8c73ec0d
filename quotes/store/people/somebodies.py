"""People read out of the record, one or a page of them at a time."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import Connection, text

from quotes.identity.judgement import Judgement, derive_clusters, standing
from quotes.identity.known import KnownPerson
from quotes.identity.profiles import Appearance
from quotes.identity.registry import Review, Somebody
from quotes.store.people import finding, log
from quotes.store.reading.asking import rows_of_any

_PAGE = 200
_NAMED = "kind IN ('person', 'organization') AND article IS NULL"
_PEOPLE = "SELECT number, id, kind, name FROM people WHERE number IN :ids"
_APPEARANCES = """
SELECT p.person, p.id, a.id AS article_id, p.kind, p.names, p.roles, p.affiliations, p.published
FROM presences p JOIN articles a ON a.number = p.article
WHERE p.person IN :ids
ORDER BY p.person, p.published IS NULL, p.published, a.id, p.id
"""
_KNOWN = "SELECT person, id, name, kind, aliases, roles, wikidata FROM known_people WHERE person IN :ids ORDER BY id"
_BY_ARTICLES = f"""
SELECT b.number FROM people b LEFT JOIN presences p ON p.person = b.number
WHERE {_NAMED.replace("kind", "b.kind").replace("article", "b.article")}
GROUP BY b.number, b.name, b.id
ORDER BY count(DISTINCT p.article) DESC, lower(b.name), b.id
"""


def read_people(connection: Connection, numbers: Sequence[int]) -> list[Somebody]:
    """These people, in this order."""
    appearances: dict[int, list[Appearance]] = defaultdict(list)
    for row in rows_of_any(connection, _APPEARANCES, numbers, "names", "roles", "affiliations", "published"):
        lists = (tuple(row.names), tuple(row.roles), tuple(row.affiliations))
        appearances[row.person].append(Appearance(row.article_id, row.kind, *lists, published=row.published))
    known: dict[int, list[KnownPerson]] = defaultdict(list)
    for row in rows_of_any(connection, _KNOWN, numbers, "aliases", "roles"):
        person = KnownPerson(row.id, row.name, tuple(row.aliases), tuple(row.roles), row.kind, row.wikidata)
        known[row.person].append(person)
    found = {
        row.number: Somebody(row.id, row.kind, row.name, tuple(appearances[row.number]), tuple(known[row.number]))
        for row in rows_of_any(connection, _PEOPLE, numbers)
    }
    return [found[number] for number in numbers if number in found]


def iter_people(connection: Connection) -> Iterator[Somebody]:
    """Everybody who has a name, those in most articles first, then by name."""
    rows = connection.execute(text(_BY_ARTICLES)).scalars().all()
    for start in range(0, len(rows), _PAGE):
        yield from read_people(connection, rows[start : start + _PAGE])


def find_people(connection: Connection, asked: str) -> list[int]:
    """Whom a name, or an id that somebody goes or went by, can mean; exact names go before parts of names."""
    query = f"SELECT number FROM people WHERE id IN :ids AND {_NAMED} ORDER BY number"
    return [row.number for row in rows_of_any(connection, query, finding.find_people(connection, asked))]


def find_ids(connection: Connection, ids: Collection[str]) -> dict[str, int]:
    """The people of those ids that are, or ever were, a person's, a presence's or a known person's."""
    now = log.find_now(connection, ids)
    found = {}
    for query in (
        "SELECT id, number AS person FROM people WHERE id IN :ids AND article IS NULL",
        "SELECT id, person FROM presences WHERE id IN :ids",
        "SELECT id, person FROM known_people WHERE id IN :ids AND person IS NOT NULL",
    ):
        found.update({row.id: row.person for row in rows_of_any(connection, query, {*ids, *now.values()})})
    return {identity: found[now.get(identity, identity)] for identity in ids if now.get(identity, identity) in found}


def judgements_on(connection: Connection, members: Collection[str]) -> list[Judgement]:
    """The rows of the log on these presences and known people, those on former ids too, in order."""
    before = log.find_before(connection, members)
    return log.rows_about(connection, {*members, *before})


def between(connection: Connection, left: Somebody, right: Somebody) -> list[Judgement]:
    """What holds of pairs of which each of two people has one."""
    fewer, more = sorted((left.members, right.members), key=len)
    before = log.find_before(connection, fewer)
    rows = log.rows_about(connection, {*fewer, *before})
    now = log.find_now(connection, {side for row in rows for side in row.pair})
    held = standing(rows, now)
    return [row for pair, row in held.items() if set(pair) & set(fewer) and set(pair) & set(more)]


def read_reviews(connection: Connection) -> list[Review]:
    """The pairs that the machine is unsure of and nobody has decided, directly or otherwise; likeliest first."""
    rows, now = log.read_verdicts(connection)
    people = find_ids(connection, {side for row in rows for side in row.pair} | set(now.values()))
    apart = {
        frozenset((people[member], people[other]))
        for member, others in derive_clusters(rows, now).apart.items()
        for other in others
        if member in people and other in people
    }
    found: dict[frozenset[int], Judgement] = {}
    doubts = [row for row in standing(rows, now).values() if row.by == "machine" and row.verdict == "unsure"]
    for row in sorted(doubts, key=lambda row: (-(row.score or 0.0), row.id)):
        pair = frozenset(people.get(side, 0) for side in row.pair)
        if len(pair) == 2 and 0 not in pair and pair not in apart:
            found.setdefault(pair, row)
    numbers = sorted({number for pair in found for number in pair})
    somebodies = dict(zip(numbers, read_people(connection, numbers), strict=True))
    reviews = []
    for row in found.values():
        left, right = (somebodies[people[side]] for side in row.pair)
        reviews.append(Review(left, right, row))
    return reviews


def names_of_members(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    """What these are called: a presence by its name and article, a known person by the name on the list."""
    now = log.find_now(connection, ids)
    wanted = {*ids, *now.values()}
    query = "SELECT p.id, p.names, a.id AS article_id FROM presences p JOIN articles a ON a.number = p.article"
    called = {
        row.id: f"{row.names[0]} in {row.article_id}"
        for row in rows_of_any(connection, f"{query} WHERE p.id IN :ids", wanted, "names")
    }
    query = "SELECT id, name FROM known_people WHERE id IN :ids"
    called.update({row.id: row.name for row in rows_of_any(connection, query, wanted)})
    return {identity: called.get(now.get(identity, identity), identity) for identity in ids}
