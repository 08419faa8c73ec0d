"""The word lists: what would be lost without a word when they are read."""

from pathlib import Path

import pytest

import quotes.lexicon

LISTS = sorted(Path(next(iter(quotes.lexicon.__path__))).rglob("*.t*"))


def rows(path: Path) -> list[list[str]]:
    lines = (line.split("#", 1)[0].rstrip() for line in path.read_text(encoding="utf-8").splitlines())
    return [[field.strip() for field in line.split("\t")] for line in lines if line]


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_every_key_stands_once(path: Path) -> None:
    keys = [row[0] for row in rows(path)]
    assert keys
    assert sorted(keys) == sorted(set(keys))  # of two rows with one key, the first would be lost


@pytest.mark.parametrize("path", [path for path in LISTS if path.suffix == ".tsv"], ids=lambda path: path.name)
def test_every_key_of_a_table_has_a_value(path: Path) -> None:
    assert [row for row in rows(path) if len(row) < 2 or not row[1]] == []
