"""Word lists in files: one entry a line, `#` begins a comment, tab-separated columns where there are several."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files

_switched_off: set[str] = set()


def _lines(name: str) -> list[str]:
    if name.rpartition(".")[0] in _switched_off:
        return []
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    stripped = (line.split("#", 1)[0].rstrip() for line in text.splitlines())
    return [line for line in stripped if line]


@cache
def words(name: str) -> frozenset[str]:
    """The entries of `quotes/lexicon/<name>.txt`; of "drafts/…", those that only the check of drafts knows."""
    return frozenset(line.strip() for line in _lines(f"{name}.txt"))


@cache
def table(name: str) -> dict[str, str]:
    """`quotes/lexicon/<name>.tsv` as a mapping from its first column to its second."""
    rows = (line.split("\t") for line in _lines(f"{name}.tsv"))
    return {row[0].strip(): row[1].strip() for row in rows}


def word_class(name: str) -> frozenset[str]:
    """A small closed class of words: `quotes/lexicon/word_classes.tsv` tells which there are."""
    return frozenset(table("word_classes")[name].split())


@cache
def any_of(name: str) -> re.Pattern[str]:
    """One pattern of all expressions in `quotes/lexicon/<name>.txt`, in any case; none begins inside a word."""
    expressions = "|".join(f"(?:{p})" for p in sorted(words(name))) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{expressions})", re.IGNORECASE)


@contextmanager
def without(name: str) -> Iterator[None]:
    """Within it the list or table of this name is empty, to see what it is good for."""
    _switched_off.add(name)
    _forget()
    try:
        yield
    finally:
        _switched_off.discard(name)
        _forget()


def _forget() -> None:
    words.cache_clear()
    table.cache_clear()
    any_of.cache_clear()
