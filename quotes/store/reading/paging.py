"""The first quotations of a selection, without looking at all the others.

Few hits are put in order and cut off. Many are come upon by walking through the articles day by day, more of them at a
time, until there are enough: a word that every tenth quotation holds need not be looked up a hundred thousand times.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from math import isqrt

from sqlalchemy import Connection

from quotes.store.query import parse_query
from quotes.store.reading.ranking import ranked_numbers
from quotes.store.selection import Condition, Selection, through
from quotes.store.sql import execute
from quotes.store.words import words_query

_ARTICLES = 60  # of the first steps of a walk; each takes twice as many as the one before
_MOST = 10_000
_FEW = 1000  # hits, which are put in order in any case
_SPARSE = 20  # what came through an outlet is in no order: one in so many is gathered sooner than come upon


def first_numbers(connection: Connection, selection: Selection) -> list[int]:
    """The numbers of the quotations that are selected, in order, at most as many as its limit says."""
    if selection.sort == "relevance" and selection.words is not None:
        return ranked_numbers(connection, selection)
    if selection.sort == "confidence" or not _is_of_many(connection, selection):
        return _numbers(connection, selection)
    found: list[int] = []
    for versions in _walk(connection, selection):
        rest = selection.limit - len(found) if selection.limit is not None else None
        found += _numbers(connection, replace(selection, limit=rest), versions)
        if selection.limit is not None and len(found) >= selection.limit:
            break
    return found


def _numbers(connection: Connection, selection: Selection, versions: Sequence[int] | None = None) -> list[int]:
    """Of all, or of these versions alone."""
    condition = selection.condition(connection.dialect.name, within=versions is not None)
    if versions is not None:
        condition.add("version IN :versions", versions=versions)
    limit = "" if selection.limit is None else f" LIMIT {selection.limit:d}"
    query = f"SELECT number FROM record WHERE {condition.sql} ORDER BY {selection.order}{limit}"
    return list(execute(connection, query, condition.values).scalars())


def _is_of_many(connection: Connection, selection: Selection) -> bool:
    """Whether to walk takes less time than to put all hits in order."""
    if selection.limit is None or selection.people or selection.about:
        return False
    if selection.article is not None or selection.version is not None:
        return False
    quotations = int(execute(connection, "SELECT coalesce(max(number), 0) FROM quotations").scalar_one())
    few = max(_FEW, isqrt(selection.limit * quotations))
    queries = []
    if selection.words is not None:
        queries.append((few, words_query(connection.dialect.name, parse_query(selection.words))))
    if selection.via:
        queries.append((max(few, quotations // _SPARSE), through(selection)))
    counts = (
        (most, execute(connection, f"SELECT count(*) FROM ({where} LIMIT {most + 1}) hits", values).scalar_one())
        for most, (where, values) in queries
    )
    return all(count > most for most, count in counts)


def _walk(connection: Connection, selection: Selection) -> Iterator[list[int]]:
    """The versions by day, whole days at a time, the undated last; only days and places that are asked for."""
    places = selection.in_places()
    return _walk_places(connection, selection, places) if places.parts else _walk_days(connection, selection)


def _walk_places(connection: Connection, selection: Selection, places: Condition) -> Iterator[list[int]]:
    """Of the places alone, which are few: an outlet's versions are found at once, and put in order here."""
    query = f"SELECT version, published FROM appearances WHERE first AND {places.sql}"
    found = [(str(day) if day else "", version) for version, day in execute(connection, query, places.values)]
    days = [(day, [version for _, version in some]) for day, some in groupby(sorted(found), lambda one: one[0])]
    dated = [one for one in days if one[0]]
    steps = [*(dated if selection.sort == "date" else reversed(dated)), *(one for one in days if not one[0])]
    articles, some = _ARTICLES, list[int]()
    for _, versions in steps:
        some += versions
        if len(some) >= articles:
            yield some
            articles, some = min(2 * articles, _MOST), []
    if some:
        yield some


def _walk_days(connection: Connection, selection: Selection) -> Iterator[list[int]]:
    """Of all places, as far as the index of days leads."""
    later, sooner, way = (">", "<", "ASC") if selection.sort == "date" else ("<", ">", "DESC")
    day, bounds = None, {"since": selection.since, "until": selection.until}
    asked = [f"published {sign} :{name}" for name, sign in (("since", ">="), ("until", "<=")) if bounds[name]]
    articles = _ARTICLES
    while True:
        where = " AND ".join(["first", "published IS NOT NULL", *asked, *([f"published {later} :day"] if day else [])])
        values = {name: value for name, value in (*bounds.items(), ("day", day)) if value is not None}
        query = f"SELECT published FROM appearances WHERE {where} ORDER BY published {way} LIMIT 1 OFFSET {articles}"
        end = execute(connection, query, values).scalar()
        until = "" if end is None else f" AND published {sooner}= :end"
        query = f"SELECT version FROM appearances WHERE {where}{until}"
        yield list(execute(connection, query, values if end is None else {**values, "end": end}).scalars())
        if end is None:
            break
        day, articles = end, min(2 * articles, _MOST)
    if not asked:
        yield list(execute(connection, "SELECT version FROM appearances WHERE first AND published IS NULL").scalars())
