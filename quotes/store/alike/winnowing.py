"""A few hashes that stand for a quotation's words (Schleimer, Wilkerson and Aiken 2003, "Winnowing").

Three neighbouring words make a shingle. Of every `WINDOW` neighbouring shingles the best is kept, so that two texts
which share a run of `GUARANTEED` words share a fingerprint. The best is one of many letters, for these are rarer than
those of "in the end"; among such, the one of the smallest hash. Whatever is looked for is looked for by all its
shingles, not only by those that would be kept of it.
"""

from collections.abc import Sequence
from zlib import crc32

SHINGLE = 3
WINDOW = 3
GUARANTEED = SHINGLE + WINDOW - 1
_LETTERS = 15  # of a shingle that counts as a rare one
_MIX = 0x9E3779B1
_SIGN = 1 << 31  # hashes are kept as signed integers of 32 bits, as both databases have them
_LAST = 1 << 32  # added to a hash that comes after all others


def shingles_of(words: Sequence[str]) -> list[int]:
    """The hashes of all shingles of folded words, in their order.

    >>> len(shingles_of("we have the boats but not the crews".split()))
    6
    """
    return [_hash(shingle) for shingle in _shingles(words)]


def winnow(words: Sequence[str]) -> set[int]:
    """The hashes that are kept of folded words; none of fewer than three words.

    >>> said = "we have the boats but we do not yet have the crews".split()
    >>> winnow(said) <= set(shingles_of(said)), len(winnow(said)) < len(shingles_of(said))
    (True, True)
    """
    ranked = [_hash(one) + (_LAST if len(one) < _LETTERS + SHINGLE - 1 else 0) for one in _shingles(words)]
    windows = zip(*(ranked[start:] for start in range(WINDOW)), strict=False) if len(ranked) > WINDOW else [ranked]
    return {value - _LAST if value >= _SIGN else value for value in map(min, windows)} if ranked else set()


def _shingles(words: Sequence[str]) -> list[str]:
    return [" ".join(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1)]


def _hash(shingle: str) -> int:
    return (crc32(shingle.encode()) * _MIX & 0xFFFFFFFF) - _SIGN
