"""The quotations that answer a search best, on every database alike.

First come those that hold the most of the words, a rare word before a common one (by the logarithm of how few
quotations hold it, Spärck Jones 1972); then whole sentences before fragments, short before long, new before old.
"""

from math import log

from sqlalchemy import Connection

from quotes.store.query import parse_query, positive_terms
from quotes.store.selection import Selection
from quotes.store.sql import execute
from quotes.store.words import words_query

_LOOKED_AT = 20_000  # of very many hits, how many are put in order at first
_REST = "kind <> 'direct', words, published IS NULL, published DESC, article_id, version, span_start, span_end"


def ranked_numbers(connection: Connection, selection: Selection) -> list[int]:
    """The numbers of the quotations that hold the words of a selection, the best first, as many as its limit says."""
    assert selection.words is not None
    condition = selection.condition(connection.dialect.name)
    score, values = _score(connection, selection.words)
    values |= condition.values
    limit = "" if selection.limit is None else f" LIMIT {selection.limit:d}"
    query = f"SELECT number FROM record WHERE {condition.sql} ORDER BY {score} DESC, {_REST}{limit}"
    if selection.limit is None:
        return list(execute(connection, query, values).scalars())
    hits, own = words_query(connection.dialect.name, parse_query(selection.words))
    key = "rowid" if connection.dialect.name == "sqlite" else "quotation"
    best = f"SELECT number FROM ({hits.replace(key, f'{key} AS number', 1)}) hits ORDER BY {score} DESC, number DESC"
    first = execute(connection, f"{best} LIMIT {_LOOKED_AT + 1}", {**values, **own}).scalars().all()
    if len(first) > _LOOKED_AT:
        some = f"number IN ({', '.join(map(str, first))})"
        found = execute(connection, query.replace("WHERE", f"WHERE {some} AND", 1), values).scalars().all()
        if len(found) == selection.limit:
            return list(found)
    return list(execute(connection, query, values).scalars())


def _score(connection: Connection, words: str) -> tuple[str, dict[str, object]]:
    """How much of the words a quotation holds, as SQL with its values."""
    dialect = connection.dialect.name
    terms = list(dict.fromkeys(positive_terms(parse_query(words))))
    values: dict[str, object] = {}
    parts = []
    total = int(execute(connection, "SELECT coalesce(max(number), 0) FROM quotations").scalar_one()) + 1
    for place, term in enumerate(terms if len(terms) > 1 else ()):
        query, own = words_query(dialect, term, name=f"term{place}_")
        holding = int(execute(connection, f"SELECT count(*) FROM ({query}) hits", own).scalar_one())
        values |= own
        parts.append(f"CASE WHEN number IN ({query}) THEN {log(total / (holding + 1)):.4f} ELSE 0 END")
    return " + ".join(parts) or "CAST(0 AS integer)", values
