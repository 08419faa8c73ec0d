"""Whole ways of words: from whoever heard them first, through whoever passed them on, to who published them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from sqlalchemy import Connection, text

from quotes.store.counting.network.agencies import Agency, agency_key, read_agencies
from quotes.store.counting.network.relays import steps
from quotes.store.counting.network.rows import to_iso
from quotes.store.counting.network.spoken import ARTICLES, NAMES, Spoken
from quotes.store.counting.network.strangers import read_strangers
from quotes.store.reading.asking import rows_of_any
from quotes.store.selection import Selection

_WAYS = """
SELECT x.quotation, x.place, x.key, x.relation, x.whole, x.words, x.first, x.last, q.id, a.id AS article
FROM ({steps}) x JOIN quotations q ON q.number = x.quotation JOIN articles a ON a.number = x.article
ORDER BY x.first IS NULL, x.first, x.quotation, x.place, x.rank, x.position
"""


@dataclass(frozen=True, slots=True)
class Chain:
    """A way that words took, with all that took it."""

    through: tuple[str, ...]  # names of outlets and agencies, the first who heard it first, the last who published it
    relations: tuple[str, ...]  # how the articles word the steps from each to the next, of several the first
    quotations: int  # each counted once
    words: int
    first: str | None  # ISO dates
    last: str | None
    evidence: list[str]  # ids of quotations, by date
    article_ids: list[str]  # likewise


@dataclass(slots=True)
class _Way:
    relations: tuple[str, ...]
    words: dict[int, int]  # by the quotation that one counts as
    days: list[str]
    evidence: dict[str, None]
    articles: dict[str, None]


def read_chains(connection: Connection, selection: Selection) -> list[Chain]:
    """The most used first, then by name; an article without outlet stands for the one that it does not name."""
    agencies = read_agencies(connection)
    spoken = replace(Spoken.of(connection, selection), agencies=agency_key(agencies))
    rows = connection.execute(text(_WAYS.format(steps=steps(spoken))), spoken.values)
    ways: dict[tuple[int, ...], _Way] = {}
    for (_quotation, place), group in groupby(rows, key=lambda row: (row.quotation, row.place)):
        found = list(group)
        path = {row.key: row.relation for row in reversed(found)}  # whoever stands twice is where it stands first
        keys = (*reversed(path), place)
        way = ways.setdefault(keys, _Way(tuple(reversed(path.values())), {}, [], {}, {}))
        for row in found:
            way.words.setdefault(row.whole, row.words)
            way.days += [day for day in (to_iso(row.first), to_iso(row.last)) if day]
            way.evidence[row.id] = way.articles[row.article] = None
    names = _names(connection, {key for keys in ways for key in keys}, agencies)
    chains = [
        Chain(
            tuple(names[key] for key in keys), way.relations, len(way.words), sum(way.words.values()),
            min(way.days, default=None), max(way.days, default=None), list(way.evidence), list(way.articles),
        )
        for keys, way in ways.items()
    ]  # fmt: skip
    return sorted(chains, key=lambda chain: (-chain.quotations, chain.through))


def _names(connection: Connection, keys: Collection[int], agencies: Sequence[Agency]) -> dict[int, str]:
    """Of outlets, and of articles without one."""
    names = {end.key: end.label for end in read_strangers(connection, keys, agencies, {})}
    query = (
        "SELECT v.article, min(coalesce(p.title, p.id)) AS title FROM versions v"
        " JOIN appearances p ON p.version = v.number AND p.first WHERE v.article IN :ids GROUP BY v.article"
    )
    articles = [key - ARTICLES for key in keys if ARTICLES <= key < NAMES]
    return names | {ARTICLES + row.article: row.title for row in rows_of_any(connection, query, articles)}
