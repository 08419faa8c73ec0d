"""Whom a name or an id means, and who has nearly such a name."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, text

from quotes.errors import UsageError
from quotes.store.folding import fold_words
from quotes.store.reading.asking import AT_ONCE, of_any
from quotes.store.selection import Selection

_NEAR = 80  # of a hundred: how much alike a word and its correction are
_TRIED = 4  # corrections of one word
_OFFERED = 3  # names that an error offers


def resolved(connection: Connection, selection: Selection) -> Selection:
    """The selection with the ids of those whom `speaker` means; raises UsageError for a name that nobody has."""
    if not selection.speaker:
        return selection
    people = list(selection.people)
    for name in selection.speaker:
        found = find_people(connection, name)
        if not found:
            raise unknown_name(connection, name)
        people += found
    return replace(selection, people=tuple(dict.fromkeys(people)), speaker=())


def unknown_name(connection: Connection, name: str) -> UsageError:
    """The error that nobody is called so, with who nearly is."""
    near = near_names(connection, name, _OFFERED)
    remedy = f"did you mean {' or '.join(near)}?" if near else "quotes who, without a name, lists everybody"
    return UsageError(f"nobody called {name!r} is stored; {remedy}")


def near_names(connection: Connection, name: str, limit: int) -> list[str]:
    """What people are called whose names nearly have all these words, those in most articles first."""
    from itertools import islice, product

    from rapidfuzz import process
    from rapidfuzz.distance import JaroWinkler

    known = connection.execute(text("SELECT DISTINCT word FROM name_words")).scalars().all()
    score: Any = JaroWinkler.normalized_similarity
    meant = [
        [found[0] for found in process.extract(word, known, scorer=score, score_cutoff=_NEAR / 100, limit=_TRIED)]
        for word in fold_words(name)
    ]
    names: dict[str, None] = {}
    for words in islice(product(*meant), 50):
        people = _with_words(connection, words)
        query = of_any(
            "SELECT b.name FROM people b LEFT JOIN presences p ON p.person = b.number WHERE b.number IN :ids"
            " GROUP BY b.number, b.name ORDER BY count(*) DESC, b.name"
        )
        rows = connection.execute(query, {"ids": [row.number for row in people[:AT_ONCE]]}).scalars()
        names |= dict.fromkeys(called for called in rows if called)
    return list(names)[:limit]


def find_people(connection: Connection, name: str, *, widely: bool = False) -> list[str]:
    """Ids of those who are meant: by an id, present or former, else by exactly this name, else by all its words;
    `widely`, by all its words even where somebody goes by just these."""
    by_id = connection.execute(text(_BY_ID), {"id": name}).scalars().all() or _by_former_id(connection, name)
    words = list(dict.fromkeys(fold_words(name)))
    if by_id or not words:
        return list(by_id)
    found = _with_words(connection, words)
    if widely:
        return [row.id for row in found]
    wanted = fold_words(name)
    exact = {row.number for row in found if fold_words(row.name or "") == wanted}
    exact |= _of_exact_name(connection, [row.number for row in found if row.number not in exact], wanted)
    return [row.id for row in found if not exact or row.number in exact]


_BY_ID = """
SELECT id FROM people WHERE id = :id
UNION SELECT b.id FROM people b JOIN presences p ON p.person = b.number WHERE p.id = :id
UNION SELECT b.id FROM people b JOIN known_people k ON k.person = b.number WHERE k.id = :id
"""
_NAMES = """
SELECT DISTINCT person, CAST(names AS VARCHAR) AS names FROM presences WHERE person IN :people
UNION SELECT person, CAST(aliases AS VARCHAR) FROM known_people WHERE person IN :people
"""


def _by_former_id(connection: Connection, identity: str) -> list[str]:
    """Whoever goes by another id since an article was read anew, which the log remembers."""
    query = "SELECT 1 FROM judged_names WHERE id = :id"
    if connection.execute(text(query), {"id": identity}).scalar() is None:
        return []
    from quotes.store.people.somebodies import find_ids

    query = "SELECT id FROM people WHERE number = :number"
    numbers = find_ids(connection, [identity]).values()
    return [connection.execute(text(query), {"number": number}).scalar_one() for number in numbers]


def _of_exact_name(connection: Connection, people: Sequence[int], words: Sequence[str]) -> set[int]:
    """Those who have a presence under just these words, or are listed under them."""
    exact: set[int] = set()
    for start in range(0, len(people), AT_ONCE):
        for row in connection.execute(of_any(_NAMES, "people"), {"people": people[start : start + AT_ONCE]}):
            if any(fold_words(name) == list(words) for name in json.loads(row.names)):
                exact.add(row.person)
    return exact


def _with_words(connection: Connection, words: Sequence[str]) -> Sequence[Any]:
    """Number, id and name of those whose names have all these words."""
    places = [f"word{place}" for place, _ in enumerate(words)]
    joins = " ".join(
        f"JOIN name_words w{place} ON w{place}.person = b.number AND w{place}.word = :{place}" for place in places
    )
    query = text(f"SELECT b.number, b.id, b.name FROM people b {joins}")
    return connection.execute(query, dict(zip(places, words, strict=True))).all() if words else ()
