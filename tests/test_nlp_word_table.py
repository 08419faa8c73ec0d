from collections.abc import Sequence

import pytest
import torch
from torch import Tensor

from quotes.nlp import word_table
from quotes.nlp.word_table import WordTable


def lengths(words: Sequence[str]) -> Tensor:
    return torch.tensor([[float(len(word)), 1.0] for word in words])


def test_each_kind_of_word_is_computed_once() -> None:
    asked: list[str] = []

    def encode(words: Sequence[str]) -> Tensor:
        asked.extend(words)
        return lengths(words)

    table = WordTable(encode)
    for words in (["a", "bb", "a"], ["bb", "ccc"], ["ccc", "a"]):
        assert table.rows(words).tolist() == lengths(words).tolist()
    assert sorted(asked) == ["a", "bb", "ccc"]


def test_a_full_table_is_begun_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_table, "TABLE_WORDS", 5)
    table = WordTable(lengths)
    for first in range(1, 30):
        words = ["x" * n for n in range(first, first + 4)]
        assert table.rows(words).tolist() == lengths(words).tolist()
    many = ["y" * n for n in range(1, 20)]  # more kinds at once than the table should hold
    assert table.rows(many).tolist() == lengths(many).tolist()
