"""Near copies: agency stories that each outlet edits a little, linked to the first of them that the store met.

A text is stood for by the sixteen smallest hashes of its word triples (Broder 1997); texts that share enough of them
are compared in full.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain
from zlib import crc32

from sqlalchemy import Connection

from quotes.store.adding.arrival import shared
from quotes.store.folding import fold_words
from quotes.store.rows import insert_rows
from quotes.store.sql import execute, execute_all, to_json

_HASHES = 16
_COMMON = 4  # hashes that two texts share before they are compared
_COPY = 0.6  # share of the shorter text's word triples: from here on one is a copy of the other
_COMPARED = 5  # candidates at most, those that share most hashes
_RECENT = 100  # versions for each hash at most, the newest: words that every article has lead nowhere
_MIX = 0x9E3779B1
_SIGN = 1 << 31
_WANTED = {
    "sqlite": "SELECT value AS hash FROM json_each(:hashes)",
    "postgresql": "SELECT CAST(value AS bigint) AS hash FROM json_array_elements_text(CAST(:hashes AS json))",
}
_NEAR = f"""
SELECT w.hash, s.version FROM wanted w CROSS JOIN sketches s
WHERE s.hash = w.hash AND s.version >= coalesce(
    (SELECT n.version FROM sketches n WHERE n.hash = w.hash ORDER BY n.version DESC LIMIT 1 OFFSET {_RECENT - 1}), 0)
ORDER BY s.version
"""
_TEXTS = """
SELECT v.number, v.article, o.number AS original, o.article AS original_article, v.text
FROM versions v JOIN versions o ON o.number = coalesce(v.copy_of, v.number)
WHERE v.number IN :numbers
"""


@dataclass(frozen=True, slots=True)
class NewText:
    """A version that was added."""

    article: int
    version: int
    text: str


@dataclass(frozen=True, slots=True)
class _Known:
    """A version that others are compared with, and the original that it is a copy of, perhaps itself."""

    article: int
    original: int
    original_article: int
    hashes: frozenset[int]


def hashes_of(text: str) -> frozenset[int]:
    """A hash of 32 bits for each run of three folded words in a text; of a shorter text, one for all its words."""
    words = " ".join(fold_words(text)).encode().split(b" ")
    return frozenset(map(crc32, map(b" ".join, zip(words, words[1:], words[2:], strict=False)))) or frozenset(
        (crc32(b" ".join(words)),)
    )


def sketch_of(hashes: frozenset[int]) -> list[int]:
    """The smallest hashes, in order, mixed so that a hash tells nothing of the words that it is of; signed, which takes
    less room."""
    return [value - _SIGN for value in sorted([value * _MIX & 0xFFFFFFFF for value in hashes])[:_HASHES]]


def link_copies(connection: Connection, texts: Sequence[NewText]) -> None:
    """Store the sketches of new versions, and what each is a near copy of, if of anything: the original, not a copy."""
    hashes = [hashes_of(one.text) for one in texts]
    sketches = [sketch_of(found) for found in hashes]
    recent = _recent(connection, {value for sketch in sketches for value in sketch})
    known: dict[int, _Known] = {}
    links = []
    for one, own, sketch in zip(texts, hashes, sketches, strict=True):
        candidates = _likeliest(recent, sketch)
        known.update(_read(connection, [version for version in candidates if version not in known]))
        others = [known[version] for version in candidates]
        alike = [
            (shared(own, other.hashes), other)
            for other in others
            if one.article not in (other.article, other.original_article)
        ]
        share, best = max(alike, key=lambda pair: pair[0], default=(0.0, None))
        if best is not None and share >= _COPY:
            known[one.version] = _Known(one.article, best.original, best.original_article, own)
            links.append({"of": best.original, "alike": share, "version": one.version})
        else:
            known[one.version] = _Known(one.article, one.version, one.article, own)
        for value in sketch:
            recent[value].append(one.version)
        insert_rows(connection, "sketches", [{"hash": value, "version": one.version} for value in sketch])
    execute_all(connection, "UPDATE versions SET copy_of = :of, alike = :alike WHERE number = :version", links)


def _recent(connection: Connection, hashes: Collection[int]) -> dict[int, list[int]]:
    """The newest versions that have each hash, in order."""
    query = f"WITH wanted AS ({_WANTED[connection.dialect.name]}) {_NEAR}"
    found: dict[int, list[int]] = {value: [] for value in hashes}
    for value, version in execute(connection, query, {"hashes": to_json(sorted(hashes))}):
        found[value].append(version)
    return found


def _likeliest(recent: dict[int, list[int]], sketch: Sequence[int]) -> list[int]:
    """The versions that share the most hashes with a sketch, the older of equals first."""
    common = Counter(chain.from_iterable(recent[value][-_RECENT:] for value in sketch))
    least = min(_COMMON, len(sketch))
    near = [(-count, version) for version, count in common.items() if count >= least]
    return [version for _, version in nsmallest(_COMPARED, near)]


def _read(connection: Connection, versions: Sequence[int]) -> Iterator[tuple[int, _Known]]:
    if versions:
        for version, article, original, of, body in execute(connection, _TEXTS, {"numbers": versions}):
            yield version, _Known(article, original, of, hashes_of(body))
