"""Which quotations may hold the same words as a given one: by fingerprints, and where these tell little, by rare words.

What comes back is a short list to be compared in full. The same on every database.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from math import log

from sqlalchemy import Connection

from quotes.store.alike.winnowing import shingles_of
from quotes.store.counting.copies import fingerprint
from quotes.store.folding import fold_words
from quotes.store.query import All, Term
from quotes.store.sql import execute
from quotes.store.words import stem, words_query

_POSTINGS = 300  # quotations for each shingle at most, the newest: one that many hold tells little
_AT_ONCE = 60  # shingles in one question; SQLite takes no more than 500 parts
_KEPT = 150  # quotations to be compared
_RARE = 6  # of the longest words are looked for in pairs
_HELD = 40  # quotations for each pair at most
_SURE = 0.5  # share of the shingles' weight from which on nothing else is tried
_TEXTS = """
SELECT q.number, q.fingerprint, q.version, substr(v.text, q.span_start + 1, q.span_end - q.span_start) AS text
FROM quotations q JOIN versions v ON v.number = q.version AND v.current
WHERE q.number IN :numbers
"""


def find_alike(connection: Connection, words: Sequence[str], limit: int) -> list[int]:
    """Numbers of up to `limit` quotations of current wordings that may hold these folded words, or some of them; the
    likeliest first, and of several that read the same only one."""
    from rapidfuzz.distance import LCSseq

    ranked = _by_shingles(connection, words)
    numbers = [number for number, _ in ranked[:_KEPT]]
    numbers += _of_same_words(connection, words)
    if not ranked or ranked[0][1] < _SURE:
        numbers += _by_rare_words(connection, words)
    if not numbers:
        return []
    first: dict[int, tuple[int, int]] = {}
    rows = execute(connection, _TEXTS, {"numbers": list(dict.fromkeys(numbers))}).all()
    for row in sorted(rows, key=lambda row: int(row.number)):
        common = LCSseq.similarity(words, fold_words(row.text))
        first.setdefault(row.fingerprint, (-common, row.number))
    return [number for _, number in sorted(first.values())[:limit]]


def find_copies(connection: Connection, numbers: Sequence[int]) -> list[int]:
    """The quotations that read the same as these, but for case, accents and marks, themselves among them."""
    from quotes.store.counting.copies import KINDS

    query = "SELECT fingerprint FROM quotations WHERE number IN :numbers AND fingerprint IS NOT NULL"
    prints = set(execute(connection, query, {"numbers": list(numbers)}).scalars())
    if not prints:
        return list(numbers)
    query = "SELECT DISTINCT quotation FROM voices WHERE fingerprint IN :prints AND NOT reported ORDER BY quotation"
    wanted = sorted({value ^ kind for value in prints for kind in range(len(KINDS))})
    found = execute(connection, query, {"prints": wanted}).scalars().all()
    return sorted({*numbers, *found})


def _by_shingles(connection: Connection, words: Sequence[str]) -> list[tuple[int, float]]:
    """Quotations with the share of the shingles' weight that they hold; a shingle weighs less the more hold it."""
    hashes = list(dict.fromkeys(shingles_of(words)))
    holders: dict[int, list[int]] = {}
    for start in range(0, len(hashes), _AT_ONCE):
        some = hashes[start : start + _AT_ONCE]
        query = " UNION ALL ".join(
            f"SELECT hash, quotation FROM (SELECT hash, quotation FROM fingerprints WHERE hash = :h{place}"
            f" ORDER BY quotation DESC LIMIT {_POSTINGS}) f{place}"
            for place in range(len(some))
        )
        for value, number in execute(connection, query, {f"h{place}": value for place, value in enumerate(some)}):
            holders.setdefault(value, []).append(number)
    weights: Counter[int] = Counter()
    for found in holders.values():
        for number in found:
            weights[number] += 1 / log(2 + len(found))  # type: ignore[assignment]
    most = len(hashes) / (3 * log(3)) or 1.0  # a third of a text's shingles is kept
    return [(number, weight / most) for number, weight in sorted(weights.items(), key=lambda item: (-item[1], item[0]))]


def _of_same_words(connection: Connection, words: Sequence[str]) -> list[int]:
    from quotes.store.counting.copies import KINDS

    whole = fingerprint(words)
    if whole is None:
        return []
    query = "SELECT min(quotation) FROM voices WHERE fingerprint IN :prints AND NOT reported GROUP BY fingerprint"
    return list(execute(connection, query, {"prints": [whole ^ kind for kind in range(len(KINDS))]}).scalars())


def _by_rare_words(connection: Connection, words: Sequence[str]) -> list[int]:
    """Quotations that hold two of the longest words: long words are rare ones, as a rule."""
    longest = sorted({stem(word): word for word in words if len(word) > 3}.values(), key=lambda w: (-len(w), w))
    found: list[int] = []
    for pair in combinations(longest[:_RARE], 2):
        wanted = All(tuple(Term((word,)) for word in pair))
        query, values = words_query(connection.dialect.name, wanted)
        found += execute(connection, f"{query} LIMIT {_HELD}", values).scalars().all()
    return [number for number, _ in Counter(found).most_common(_KEPT)]
