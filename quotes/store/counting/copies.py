"""Which quotations are one: what several articles have from one place counts once.

A quotation of five words or more that reads the same, but for case, accents and punctuation, is one wherever it stands
if the same named person says it, or somebody under the same name, or somebody unnamed in each. `voices.whole` is the
first of those that are one.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection

from quotes.categories import CATEGORIES, UNNAMED, Category
from quotes.domain import identify
from quotes.store.folding import fold_words
from quotes.store.sql import execute, execute_all

COPY_WORDS = 5  # shorter quotations agree by chance
COPY_QUOTATIONS = 3  # so many quotations, and no others, make two articles copies of one

COPIES = (
    f"Wire copies count once: a quotation of {COPY_WORDS} words or more that reads the same in several articles, but "
    "for case, accents and punctuation, is one with many appearances if it has the same named source in all, or an "
    f"unnamed one. Articles with the same text, or with the same quotations, at least {COPY_QUOTATIONS}, are one "
    "article."
)
_WORD = re.compile(r"\w+(?:[’'‑-]\w+)*")
_AT_ONCE = 500  # values in one question
KINDS = list(dict.fromkeys("unnamed" if category in UNNAMED else category for category in CATEGORIES))

# Those that may be one, by where they count at present. Named people keep their words apart from others'.
_CLUSTERS = """
SELECT w.fingerprint, CASE WHEN w.category = 'named' THEN w.person END AS person,
       CASE WHEN w.category = 'named' THEN CAST(e.names AS VARCHAR) END AS names, w.whole, w.copied,
       min(w.quotation) AS earliest, count(*) AS size
FROM voices w LEFT JOIN presences e ON e.number = w.presence
WHERE w.fingerprint IN :fingerprints
GROUP BY 1, 2, 3, 4, 5
"""
_CHANGE = """
UPDATE voices SET whole = :whole, copied = :copied
WHERE leads AND quotation IN (
    SELECT quotation FROM voices
    WHERE fingerprint = :fingerprint AND whole = :was AND (person = :person OR CAST(:person AS INTEGER) IS NULL)
)
"""


def count_words(words: str) -> int:
    """How many words there are; an apostrophe or a hyphen joins.

    >>> count_words("“Don’t,” she said, half-asleep.")
    4
    """
    return len(_WORD.findall(words))


def fingerprint(words: Iterable[str]) -> int | None:
    """63 bits that are the same for the same folded words; None where there are none."""
    joined = " ".join(words)
    return int(identify(joined), 16) >> 1 if joined else None


def fingerprint_of(stretches: Sequence[tuple[int | None, str]], category: Category) -> int | None:
    """The same for quotations that read the same and are of one kind: of somebody named, of somebody unnamed, of a
    document …; of each stretch its own fingerprint and its text. None where there are no words."""
    if len(stretches) == 1:
        whole = stretches[0][0]
    else:
        whole = fingerprint(word for _, said in stretches for word in fold_words(said))
    kind = "unnamed" if category in UNNAMED else category
    return None if whole is None else whole ^ KINDS.index(kind)


def settle_copies(connection: Connection, fingerprints: Iterable[int]) -> set[int]:
    """Let voices with these fingerprints count as they should; the versions with any whose copies came about or
    ceased."""
    wanted, versions = sorted(fingerprints), set[int]()
    for start in range(0, len(wanted), _AT_ONCE):
        rows = execute(connection, _CLUSTERS, {"fingerprints": wanted[start : start + _AT_ONCE]}).all()
        alike: dict[int, list[Any]] = {}
        for row in rows:
            alike.setdefault(row.fingerprint, []).append(row)
        changes = [change for group in alike.values() for one in _of_one_source(group) for change in _changes(one)]
        if changes:
            execute_all(connection, _CHANGE, changes)
            query = "SELECT DISTINCT version FROM voices WHERE fingerprint IN :fingerprints"
            changed = list({change["fingerprint"] for change in changes})
            versions.update(execute(connection, query, {"fingerprints": changed}).scalars())
    return versions


def _of_one_source(rows: Sequence[Any]) -> list[list[Any]]:
    """The rows by who speaks: one person, or people under one name, for whoever has the same words under the same name
    is no namesake."""
    clusters: list[tuple[set[Any], list[Any]]] = []
    for row in rows:
        signs = {("person", row.person), ("name", _first_name(row.names))}
        near = [cluster for cluster in clusters if not cluster[0].isdisjoint(signs)]
        clusters = [cluster for cluster in clusters if cluster[0].isdisjoint(signs)]
        clusters.append(
            (signs.union(*(signs for signs, _ in near)), [*(one for _, found in near for one in found), row])
        )
    return [found for _, found in clusters]


def _first_name(names: str | None) -> str | None:
    """The fullest name that an article gives somebody, in comparable form."""
    return " ".join(fold_words(json.loads(names)[0])) if names else None


def _changes(group: Sequence[Any]) -> Iterator[dict[str, Any]]:
    """What is to be written of voices that are one, by where they count at present."""
    whole, copied = min(row.earliest for row in group), sum(row.size for row in group) > 1
    for row in group:
        if row.whole != whole or bool(row.copied) != copied:
            of = {"fingerprint": row.fingerprint, "person": row.person, "was": row.whole}
            yield {**of, "whole": whole, "copied": copied}


def fingerprints_of(connection: Connection, presences: Sequence[int]) -> set[int]:
    """Those of what people say where they are these presences."""
    query = "SELECT fingerprint FROM voices WHERE presence IN :presences AND fingerprint IS NOT NULL"
    found: set[int] = set()
    for start in range(0, len(presences), _AT_ONCE):
        found.update(execute(connection, query, {"presences": presences[start : start + _AT_ONCE]}).scalars())
    return found
